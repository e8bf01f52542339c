//! `apiProperties.json`: what a connection asks its user for, and what happens to each call.
//!
//! Everything is a view over the document, so members this version does not know stay where they
//! are: an update changes only what it names.

mod auth_type;
mod compare;
mod credentials;
mod oauth_settings;
mod parameter;
mod parameter_sets;
mod policy;
mod read;

pub use auth_type::AuthType;
pub use compare::{Agreement, Situation, compare};
pub use credentials::Credentials;
pub use oauth_settings::{OAuthSettings, PROVIDER_MEMBERS, RedirectMode};
pub use parameter::{ConnectionParameter, ParameterType};
pub use parameter_sets::{ParameterSet, ParameterSets};
pub use policy::PolicyTemplate;
pub use read::ApiProperties;
