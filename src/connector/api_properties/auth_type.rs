//! The authentication types of a connection.

use crate::spec::AuthKind;

/// What a connection asks its user for. Key in header and key in query are one type here: the
/// properties file does not tell them apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AuthType {
    /// A key.
    ApiKey,
    /// User name and password.
    Basic,
    /// A sign-in by OAuth 2.0.
    OAuth2,
    /// Windows sign-in through the on-premises data gateway.
    Gateway,
}

impl AuthType {
    /// The type a security scheme becomes on the platform. A bearer token has no place in
    /// Swagger 2.0 and becomes a key in `Authorization`; `OpenID` Connect is OAuth 2.0 there; other
    /// HTTP schemes and client certificates have no counterpart.
    pub const fn of(kind: AuthKind) -> Option<Self> {
        match kind {
            AuthKind::ApiKeyHeader
            | AuthKind::ApiKeyQuery
            | AuthKind::ApiKeyCookie
            | AuthKind::Bearer => Some(Self::ApiKey),
            AuthKind::Basic => Some(Self::Basic),
            AuthKind::OAuth2 | AuthKind::OpenIdConnect => Some(Self::OAuth2),
            AuthKind::HttpOther | AuthKind::MutualTls => None,
        }
    }

    /// The words for it in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ApiKey => "API key",
            Self::Basic => "basic",
            Self::OAuth2 => "OAuth 2.0",
            Self::Gateway => "Windows through a gateway",
        }
    }
}
