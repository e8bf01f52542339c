//! OAuth 2.0 flows and their URLs.

mod entra;
mod oauth_authorization_url_invalid;
mod oauth_client_credentials_flow;
mod oauth_endpoints_identical;
mod oauth_entra_legacy_host;
mod oauth_entra_multi_tenant;
mod oauth_entra_version_mix;
mod oauth_flow_field_missing;
mod oauth_implicit_flow;
mod oauth_password_flow;
mod oauth_tenant_mismatch;
mod oauth_token_url_invalid;
mod oauth_url_not_https;
mod url;

pub(crate) use entra::{is_any_tenant, tenant};
pub use oauth_authorization_url_invalid::OauthAuthorizationUrlInvalid;
pub use oauth_client_credentials_flow::OauthClientCredentialsFlow;
pub use oauth_endpoints_identical::OauthEndpointsIdentical;
pub use oauth_entra_legacy_host::OauthEntraLegacyHost;
pub use oauth_entra_multi_tenant::OauthEntraMultiTenant;
pub use oauth_entra_version_mix::OauthEntraVersionMix;
pub use oauth_flow_field_missing::OauthFlowFieldMissing;
pub use oauth_implicit_flow::OauthImplicitFlow;
pub use oauth_password_flow::OauthPasswordFlow;
pub use oauth_tenant_mismatch::OauthTenantMismatch;
pub use oauth_token_url_invalid::OauthTokenUrlInvalid;
pub use oauth_url_not_https::OauthUrlNotHttps;
