//! Credentials in files that are shared.

mod client_secret_in_document;
mod constant;
mod constant_parameter_secret;
mod credential_default_value;
mod found;
mod hardcoded_secret;
mod policy_literal_credential;
mod secret_in_description;
mod server_url_credentials;
mod url_embedded_credential;

pub use client_secret_in_document::ClientSecretInDocument;
pub use constant_parameter_secret::ConstantParameterSecret;
pub use credential_default_value::CredentialDefaultValue;
pub use hardcoded_secret::HardcodedSecret;
pub use policy_literal_credential::PolicyLiteralCredential;
pub use secret_in_description::SecretInDescription;
pub use server_url_credentials::ServerUrlCredentials;
pub use url_embedded_credential::UrlEmbeddedCredential;
