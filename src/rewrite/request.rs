//! What the user asks for.

use std::fmt;
use std::str::FromStr;

use crate::spec::{AuthKind, KeyPlace};

/// What the user asks for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Request {
    /// Which scheme; `None`: the only one there is.
    pub wanted: Option<Wanted>,
    /// The name of the scheme.
    pub name: Option<String>,
    /// Where and under which name an API key is sent.
    pub key: Option<(KeyPlace, String)>,
    /// URLs of an OAuth 2 scheme.
    pub urls: OAuthUrls,
    /// Scopes of an OAuth 2 scheme, with their descriptions.
    pub scopes: Vec<(String, String)>,
    /// Values for placeholders: name, value.
    pub values: Vec<(String, String)>,
}

/// Which scheme the document shall use.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// One of this type, kept or made.
    To(AuthType),
    /// The one of this name.
    Keep(String),
}

/// URLs of an OAuth 2 scheme.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OAuthUrls {
    /// Where the user signs in.
    pub authorization: Option<String>,
    /// Where the code is exchanged.
    pub token: Option<String>,
    /// Where the token is renewed; Swagger 2.0 has no place for it.
    pub refresh: Option<String>,
}

/// The authentication types a document can be rewritten to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum AuthType {
    /// No authentication.
    None,
    /// An API key.
    ApiKey,
    /// User name and password.
    Basic,
    /// OAuth 2, authorization code.
    OAuth2,
    /// A bearer token; in Swagger 2.0 a key in the `Authorization` header.
    Bearer,
}

impl AuthType {
    /// Every type.
    pub const ALL: [Self; 5] = [
        Self::None,
        Self::ApiKey,
        Self::Basic,
        Self::OAuth2,
        Self::Bearer,
    ];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::ApiKey => "api-key",
            Self::Basic => "basic",
            Self::OAuth2 => "oauth2",
            Self::Bearer => "bearer",
        }
    }

    /// True when a scheme of this kind is of this type.
    pub const fn covers(self, kind: AuthKind) -> bool {
        matches!(
            (self, kind),
            (
                Self::ApiKey,
                AuthKind::ApiKeyHeader | AuthKind::ApiKeyQuery | AuthKind::ApiKeyCookie
            ) | (Self::Basic, AuthKind::Basic)
                | (Self::OAuth2, AuthKind::OAuth2)
                | (Self::Bearer, AuthKind::Bearer)
        )
    }

    /// The type a scheme of this kind is of, when it is one of these.
    pub fn of(kind: AuthKind) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.covers(kind))
    }
}

impl fmt::Display for AuthType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for AuthType {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wanted = text.to_ascii_lowercase().replace(['-', '_'], "");
        Self::ALL
            .into_iter()
            .find(|one| one.name().replace('-', "") == wanted)
            .ok_or_else(|| "expected none, api-key, basic, oauth2 or bearer".to_owned())
    }
}
