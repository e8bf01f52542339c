//! `apiProperties.json`: what a connection asks its user for, and what happens to each call.
//!
//! Everything is a view over the document, so members this version does not know stay where they
//! are: an update changes only what it names.

mod auth;
mod auth_type;
mod compare;
mod credentials;
mod file;
mod generate;
mod oauth_generate;
mod oauth_settings;
mod parameter;
mod parameter_sets;
mod policy;
mod read;
mod update;

pub use auth::{Auth, Entra, IdentityProvider, SignIn, Templates, Urls};
pub use auth_type::AuthType;
pub use compare::{Agreement, Situation, compare};
pub use credentials::Credentials;
pub use file::NewProperties;
pub use generate::{Choice, connection_parameters, parameter_sets, parameters};
pub use oauth_generate::{CLIENT_ID_PLACEHOLDER, GLOBAL_REDIRECT_URL, settings};
pub use oauth_settings::{OAuthSettings, PROVIDER_MEMBERS, RedirectMode};
pub use parameter::{ConnectionParameter, ParameterType};
pub use parameter_sets::{ParameterSet, ParameterSets};
pub use policy::PolicyTemplate;
pub use read::ApiProperties;
pub use update::{Reach, Update, update};
