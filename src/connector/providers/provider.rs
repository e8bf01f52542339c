//! One provider.

use crate::target::Evidence;

/// A service that signs users in by OAuth 2.0 with the authorization code flow.
///
/// URLs, scopes and the parts of [`Platform`] may hold `{field}`, which [`Provider::fields`] names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Provider {
    /// The name on the command line.
    pub id: &'static str,
    /// Other names it is found by.
    pub aliases: &'static [&'static str],
    /// The service's own name.
    pub title: &'static str,
    /// Where the user signs in.
    pub authorization_url: &'static str,
    /// Where the code becomes a token.
    pub token_url: &'static str,
    /// Where a token is renewed, when that is not the token URL.
    pub refresh_url: Option<&'static str>,
    /// What stands between scopes.
    pub scope_delimiter: &'static str,
    /// Scopes that every sign-in needs, the one for renewing tokens first.
    pub scopes: &'static [&'static str],
    /// What is left to fill in.
    pub fields: &'static [Field],
    /// What the platform calls it.
    pub platform: Platform,
    /// What the user does at the service, or must know.
    pub note: &'static str,
    /// Where the service describes its sign-in; empty when that is not known.
    pub docs: &'static str,
    /// Why the URLs are claimed.
    pub evidence: &'static [Evidence],
}

/// A part of the URLs that differs from user to user.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    /// Its name in braces.
    pub name: &'static str,
    /// What it is, with an example.
    pub says: &'static str,
    /// The usual value.
    pub default: Option<&'static str>,
    /// The value may be a URL; otherwise letters, digits, `.`, `-`, `_` and `:`.
    pub is_url: bool,
}

impl Field {
    /// A part without a usual value.
    pub const fn new(name: &'static str, says: &'static str) -> Self {
        Self {
            name,
            says,
            default: None,
            is_url: false,
        }
    }

    /// With a usual value.
    #[must_use]
    pub const fn or(self, default: &'static str) -> Self {
        Self {
            default: Some(default),
            ..self
        }
    }

    /// Whose value may be a URL.
    #[must_use]
    pub const fn url(self) -> Self {
        Self {
            is_url: true,
            ..self
        }
    }
}

/// What the platform calls a provider in `identityProvider`, and what it needs beside.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Platform {
    /// `oauth2`
    Generic,
    /// `oauth2generic`, with these custom parameters beside the URLs.
    Templates(&'static [(&'static str, &'static str)]),
    /// `aad`, asking for this resource.
    Entra {
        /// `resourceUri`
        resource: &'static str,
    },
    /// By its own name, with these custom parameters.
    Named {
        /// `identityProvider`
        name: &'static str,
        /// `customParameters`
        custom: &'static [(&'static str, &'static str)],
    },
}

/// What most providers have in common; entries of the table start from it.
pub(super) const USUAL: Provider = Provider {
    id: "",
    aliases: &[],
    title: "",
    authorization_url: "",
    token_url: "",
    refresh_url: None,
    scope_delimiter: " ",
    scopes: &[],
    fields: &[],
    platform: Platform::Generic,
    note: "",
    docs: "",
    evidence: &[GRANT],
};

/// A list of authorization servers that an established library ships.
pub(super) const GRANT: Evidence = Evidence {
    page: "simov/grant: config/oauth.json",
    says: "lists these authorization and token URLs and the scope delimiter",
    read_on: "2026-11-22",
    backs: &[],
};

/// The service's URLs as programs use them.
pub(super) const IN_USE: Evidence = Evidence {
    page: "public repositories on GitHub: searched for these URLs",
    says: "unrelated programs sign users in at these URLs",
    read_on: "2026-11-22",
    backs: &[],
};

impl Provider {
    /// True when this is one of its names.
    pub fn is_named(&self, name: &str) -> bool {
        std::iter::once(&self.id)
            .chain(self.aliases)
            .any(|known| known.eq_ignore_ascii_case(name.trim()))
    }

    /// The field with this name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
