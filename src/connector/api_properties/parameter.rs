//! A connection parameter: one thing a connection asks its user for.

use super::OAuthSettings;
use crate::document::{NodeRef, key};

/// A member of `connectionParameters`, or of `parameters` in a parameter set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ConnectionParameter<'d> {
    entry: NodeRef<'d>,
}

/// The types of the published grammar (schemas/paconn-apiProperties.schema.json).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ParameterType {
    /// `string`
    String,
    /// `securestring`
    SecureString,
    /// `int`
    Int,
    /// `bool`
    Bool,
    /// `oauthSetting`; real files have `oAuthSetting` too.
    OAuthSetting,
    /// `gatewaySetting`
    GatewaySetting,
    /// Anything else.
    Unknown,
}

impl ParameterType {
    /// The type a word names; letter case does not matter to the platform.
    pub fn of_name(name: &str) -> Self {
        let known = [
            ("string", Self::String),
            ("securestring", Self::SecureString),
            ("int", Self::Int),
            ("bool", Self::Bool),
            ("oauthsetting", Self::OAuthSetting),
            ("gatewaysetting", Self::GatewaySetting),
        ];
        let mut known = known.into_iter();
        known
            .find(|(word, _)| word.eq_ignore_ascii_case(name))
            .map_or(Self::Unknown, |(_, kind)| kind)
    }
}

impl<'d> ConnectionParameter<'d> {
    pub(super) const fn new(entry: NodeRef<'d>) -> Self {
        Self { entry }
    }

    /// Its member in the document.
    pub const fn entry(self) -> NodeRef<'d> {
        self.entry
    }

    /// Its name: `api_key`, `token:TenantId`.
    pub fn name(self) -> &'d str {
        self.entry.key()
    }

    /// For `token:TenantId` the parameter it belongs to, `token`.
    pub fn belongs_to(self) -> Option<&'d str> {
        self.name().split_once(':').map(|(owner, _)| owner)
    }

    /// Its type.
    pub fn kind(self) -> ParameterType {
        self.entry
            .member(key::TYPE)
            .map_or(ParameterType::Unknown, |word| {
                ParameterType::of_name(&word.text())
            })
    }

    /// The settings of an `oauthSetting`.
    pub fn oauth(self) -> Option<OAuthSettings<'d>> {
        if self.kind() != ParameterType::OAuthSetting {
            return None;
        }
        self.entry.get("oAuthSettings").map(OAuthSettings::new)
    }

    /// A member of `uiDefinition.constraints`.
    pub fn constraint(self, member: &str) -> Option<NodeRef<'d>> {
        self.entry
            .get("uiDefinition")?
            .get("constraints")?
            .get(member)
    }

    /// True when the user sees what is typed, by `clearText`; the platform's own files write
    /// constraints as text too.
    pub fn is_clear_text(self) -> bool {
        let shown = self.constraint("clearText");
        shown.is_some_and(|it| it.text().eq_ignore_ascii_case("true"))
    }

    /// True when the name says that the value is a secret.
    pub fn is_named_secret(self) -> bool {
        let words = words(self.name());
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        let last_is = |wanted: &[&str]| {
            words
                .last()
                .is_some_and(|word| wanted.contains(&word.as_str()))
        };
        has(&["password", "secret", "passwd", "pwd", "apikey"])
            || last_is(&["token", "key", "credential", "credentials", "pat"])
            || self.name().to_ascii_lowercase().ends_with("token")
    }

    /// True when the name says who signs in.
    pub fn is_named_user(self) -> bool {
        let name = self.name().to_ascii_lowercase();
        let name = name.rsplit([':', '_', '-', '.']).next().unwrap_or_default();
        matches!(name, "username" | "user" | "login" | "userid" | "email")
            || self.name().to_ascii_lowercase().ends_with("username")
    }

    /// True when the name says that the value is a password.
    pub fn is_named_password(self) -> bool {
        let words = words(self.name());
        words
            .iter()
            .any(|word| matches!(word.as_str(), "password" | "passwd" | "pwd"))
            || self.name().to_ascii_lowercase().ends_with("password")
    }

    /// True when the name says where the API is or which part of it, not who calls.
    pub fn is_named_place(self) -> bool {
        words(self.name())
            .iter()
            .any(|word| PLACES.contains(&word.as_str()))
    }
}

const PLACES: &[&str] = &[
    "url",
    "uri",
    "host",
    "hostname",
    "domain",
    "region",
    "environment",
    "env",
    "endpoint",
    "address",
    "instance",
    "server",
    "subdomain",
    "tenant",
    "account",
    "site",
];

/// The words of a name in lower case: split at marks and at changes of letter case.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut previous_lower = false;
    for c in name.chars() {
        let starts = c.is_ascii_uppercase() && previous_lower;
        if (starts || !c.is_alphanumeric()) && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        previous_lower = c.is_lowercase() || c.is_ascii_digit();
    }
    words.retain(|word| !word.is_empty());
    words
}
