//! What a conversion is told.

use std::collections::BTreeMap;

use crate::target::{Connectors, Profile};

/// How to convert.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// What reads the result.
    pub target: ConvertTarget,
    /// Media types to take first where only one can be kept, best first; `image/*` matches a family.
    pub prefer_media_type: Vec<String>,
    /// Values for server variables and placeholders.
    pub variables: BTreeMap<String, String>,
    /// Write `allOf` as one schema.
    pub flatten_all_of: bool,
    /// Leave out components nothing refers to.
    pub prune: bool,
    /// Write block YAML, not JSON.
    pub yaml: bool,
    /// Where bearer tokens come from: makes bearer schemes `oauth2`.
    pub oauth: Option<OAuthUrls>,
}

/// The addresses of an authorization server.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OAuthUrls {
    /// Where the user agrees.
    pub authorization_url: String,
    /// Where a code becomes a token.
    pub token_url: String,
    /// Where a token is renewed, when that is another address.
    pub refresh_url: Option<String>,
    /// Scopes and what they allow.
    pub scopes: Vec<(String, String)>,
}

/// What reads the result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ConvertTarget {
    /// Anything that reads Swagger 2.0.
    #[default]
    Generic,
    /// Power Platform custom connectors.
    PowerPlatform,
}

/// What a target takes and refuses; the only thing the conversion knows about it.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact about a target, read on its own"
)]
pub(super) struct Limits {
    /// `collectionFormat: multi` is read.
    pub(super) multi: bool,
    /// GET and HEAD may have a body.
    pub(super) body_on_get: bool,
    /// Header parameters that are refused.
    pub(super) reserved_headers: &'static [&'static str],
    /// Formats that are known; `None` takes any.
    pub(super) formats: Option<&'static [&'static str]>,
    /// Request media types that are known; `None` takes any.
    pub(super) media_types: Option<&'static [&'static str]>,
    /// Alternatives are kept in `x-oneOf` and `x-anyOf`.
    pub(super) keeps_unions: bool,
    /// Annotations beside a `$ref` are kept by wrapping it in `allOf`.
    pub(super) wraps_references: bool,
    /// A `$ref` may name a definition that is a `$ref` itself.
    pub(super) reference_chains: bool,
    /// Addresses may hold `{{PLACEHOLDER}}`, to be filled later.
    pub(super) keeps_placeholders: bool,
    /// One OAuth flow is taken, the access code first.
    pub(super) one_flow: bool,
    /// Callbacks can be written as `x-ms-notification-content`.
    pub(super) notifications: bool,
    /// Most operations.
    pub(super) operations: Option<usize>,
    /// Largest document, in bytes of JSON.
    pub(super) bytes: Option<usize>,
    /// Most schemas in one body.
    pub(super) schemas_per_body: Option<usize>,
}

const GENERIC: Limits = Limits {
    multi: true,
    body_on_get: true,
    reserved_headers: &[],
    formats: None,
    media_types: None,
    keeps_unions: true,
    wraps_references: true,
    reference_chains: true,
    keeps_placeholders: false,
    one_flow: false,
    notifications: false,
    operations: None,
    bytes: None,
    schemas_per_body: None,
};

/// From the platform's validator rules, its published schema and its frequently asked questions.
const POWER_PLATFORM: Limits = Limits {
    multi: false,
    body_on_get: false,
    reserved_headers: &["Authorization", "Accept", "Content-Type"],
    formats: Some(&[
        "int32",
        "int64",
        "float",
        "double",
        "byte",
        "binary",
        "date",
        "date-time",
        "password",
        "date-no-tz",
        "email",
        "html",
        "uri",
        "uuid",
    ]),
    media_types: Some(&[
        "application/json",
        "text/plain",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
    ]),
    keeps_unions: false,
    wraps_references: false,
    reference_chains: false,
    keeps_placeholders: true,
    one_flow: true,
    notifications: true,
    operations: Some(256),
    bytes: Some(1_000_000),
    schemas_per_body: Some(512),
};

impl ConvertTarget {
    /// What a conversion must respect for a platform.
    pub fn of(platform: &Profile) -> Self {
        if platform.constraints.connectors >= Connectors::Makes {
            Self::PowerPlatform
        } else {
            Self::Generic
        }
    }

    pub(super) const fn limits(self) -> &'static Limits {
        match self {
            Self::Generic => &GENERIC,
            Self::PowerPlatform => &POWER_PLATFORM,
        }
    }
}

impl Options {
    /// The usual options for a target: what it cannot read is flattened.
    pub fn for_target(target: ConvertTarget) -> Self {
        Self {
            target,
            flatten_all_of: target == ConvertTarget::PowerPlatform,
            ..Self::default()
        }
    }
}
