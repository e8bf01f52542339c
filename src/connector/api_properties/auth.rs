//! What a generated connection should ask for.

use super::{AuthType, RedirectMode};
use crate::spec::{AuthKind, FlowKind, SecurityScheme};

/// One authentication type with all that its parameters need.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Auth {
    /// Nothing.
    None,
    /// A key; the text is what the user sees, `API Key` as a rule.
    ApiKey(String),
    /// User name and password.
    Basic,
    /// A sign-in by OAuth 2.0.
    OAuth2(SignIn),
    /// An application signs in to Microsoft Entra ID with its own id and secret, which each
    /// connection brings along. Works in a parameter set only.
    ServicePrincipal(SignIn),
}

/// A sign-in by OAuth 2.0.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignIn {
    /// Who signs the user in.
    pub provider: IdentityProvider,
    /// The application's id; a placeholder when it is not known. There is no secret here: the
    /// platform asks for it when the connector is uploaded.
    pub client_id: Option<String>,
    /// The scopes asked for.
    pub scopes: Vec<String>,
    /// The redirect URL's kind.
    pub redirect: RedirectMode,
}

/// Who signs the user in, as the platform tells providers apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IdentityProvider {
    /// `oauth2`: three URLs.
    Generic(Urls),
    /// `oauth2generic`: URLs and bodies as templates with `{ClientId}`, `{Code}`, `{Scopes}`, … and
    /// the names of further parameters.
    Templates(Templates),
    /// `aad`: Microsoft Entra ID.
    Entra(Entra),
    /// Another one the platform knows by name, with its custom parameters.
    Named {
        /// `identityProvider`
        name: String,
        /// `customParameters`
        custom: Vec<(String, String)>,
    },
}

/// The three URLs of a sign-in. Guidance: the refresh URL is the token URL when the service has no
/// other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Urls {
    /// Where the user signs in.
    pub authorization: String,
    /// Where the code becomes a token.
    pub token: String,
    /// Where a token is renewed; the token URL when absent.
    pub refresh: Option<String>,
}

impl Urls {
    /// Where a token is renewed.
    pub fn refresh_or_token(&self) -> &str {
        self.refresh.as_deref().unwrap_or(&self.token)
    }
}

/// URLs and bodies as templates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Templates {
    /// The URLs, which may hold placeholders.
    pub urls: Urls,
    /// Further custom parameters in order: `tokenBodyTemplate`, `scopeListDelimiter`, …
    pub more: Vec<(String, String)>,
}

/// What Microsoft Entra ID needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entra {
    /// `https://login.microsoftonline.com`, or the one of a national cloud.
    pub login_uri: String,
    /// The tenant's id, or `common` for all.
    pub tenant_id: String,
    /// The API asked for: an application id URI.
    pub resource: String,
    /// The connection may be exchanged for a caller's own token.
    pub on_behalf_of: bool,
}

impl Entra {
    /// The sign-in page of the public cloud.
    pub const LOGIN_URI: &str = "https://login.microsoftonline.com";
}

impl Auth {
    /// The usual label of a key.
    pub const KEY_LABEL: &str = "API Key";

    /// Its type; `None` for nothing.
    pub const fn auth_type(&self) -> Option<AuthType> {
        match self {
            Self::None => None,
            Self::ApiKey(_) => Some(AuthType::ApiKey),
            Self::Basic => Some(AuthType::Basic),
            Self::OAuth2(_) | Self::ServicePrincipal(_) => Some(AuthType::OAuth2),
        }
    }

    /// What a connection must ask for so that a security scheme is satisfied. `None` when the
    /// platform has no such type, or when an OAuth 2 scheme has no authorization code flow with its
    /// URLs.
    pub fn for_scheme(scheme: &SecurityScheme<'_>) -> Option<Self> {
        match scheme.auth_kind()? {
            AuthKind::ApiKeyHeader | AuthKind::ApiKeyQuery => {
                Some(Self::ApiKey(Self::KEY_LABEL.into()))
            }
            AuthKind::Basic => Some(Self::Basic),
            AuthKind::OAuth2 => code_flow(scheme).map(Self::OAuth2),
            _ => None,
        }
    }
}

fn code_flow(scheme: &SecurityScheme<'_>) -> Option<SignIn> {
    let flow = scheme.flow(FlowKind::AuthorizationCode)?;
    let url = |member| Some(flow.url(member)?.as_str()?.into_owned());
    let urls = Urls {
        authorization: url("authorizationUrl")?,
        token: url("tokenUrl")?,
        refresh: url("refreshUrl"),
    };
    let scopes = flow.scope_entries().map(|scope| scope.key().to_owned());
    Some(SignIn {
        provider: IdentityProvider::Generic(urls),
        client_id: None,
        scopes: scopes.collect(),
        redirect: RedirectMode::GlobalPerConnector,
    })
}
