//! The settings of a sign-in by OAuth 2.0.

use std::borrow::Cow;

use crate::document::{NodeRef, key};

/// `oAuthSettings` of a connection parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OAuthSettings<'d> {
    node: NodeRef<'d>,
}

/// Which redirect URL the sign-in returns to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum RedirectMode {
    /// One URL shared by all connectors; a code for one can be replayed to another.
    Global,
    /// One URL per connector; certification asks for it since 2024.
    GlobalPerConnector,
    /// The service's own page.
    Direct,
    /// Anything else.
    Unknown,
}

impl RedirectMode {
    /// The mode a word names; letter case does not matter to the platform.
    pub fn of_name(name: &str) -> Self {
        [Self::Global, Self::GlobalPerConnector, Self::Direct]
            .into_iter()
            .find(|mode| mode.name().eq_ignore_ascii_case(name))
            .unwrap_or(Self::Unknown)
    }

    /// Its word in the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "Global",
            Self::GlobalPerConnector => "GlobalPerConnector",
            Self::Direct => "Direct",
            Self::Unknown => "",
        }
    }
}

/// The members of `customParameters` that each identity provider of published connectors has: the
/// ones it cannot do without, then the ones it may have.
pub const PROVIDER_MEMBERS: &[(&str, &[&str], &[&str])] = &[
    (
        "oauth2",
        &["authorizationUrl", "tokenUrl", "refreshUrl"],
        &[],
    ),
    (
        "oauth2generic",
        &[
            "authorizationUrlTemplate",
            "tokenUrlTemplate",
            "refreshUrlTemplate",
        ],
        &[
            "authorizationUrlQueryStringTemplate",
            "tokenUrlQueryStringTemplate",
            "tokenBodyTemplate",
            "refreshUrlQueryStringTemplate",
            "refreshBodyTemplate",
            "scopeListDelimiter",
        ],
    ),
    (
        "aad",
        &["loginUri", "tenantId", "resourceUri"],
        &["enableOnbehalfOfLogin"],
    ),
    (
        "aadcertificate",
        &["resourceUri"],
        &[
            "loginUri",
            "loginUriAAD",
            "tenantId",
            "enableOnbehalfOfLogin",
        ],
    ),
    ("DocuSign", &["LoginUri"], &[]),
    ("facebook", &[], &[]),
];

impl<'d> OAuthSettings<'d> {
    pub(super) const fn new(node: NodeRef<'d>) -> Self {
        Self { node }
    }

    /// Its node in the document.
    pub const fn node(self) -> NodeRef<'d> {
        self.node
    }

    /// `identityProvider`: `oauth2`, `oauth2generic`, `aad`, …
    pub fn identity_provider(self) -> Option<Cow<'d, str>> {
        self.node.get("identityProvider")?.as_str()
    }

    /// True when the provider is Microsoft Entra ID.
    pub fn is_entra(self) -> bool {
        self.identity_provider()
            .is_some_and(|provider| provider.to_ascii_lowercase().starts_with("aad"))
    }

    /// `clientId`, when it is a text.
    pub fn client_id(self) -> Option<NodeRef<'d>> {
        self.node.get("clientId").filter(|id| id.is_string())
    }

    /// `clientSecret`, which no file needs: it is given when the connector is uploaded.
    pub fn client_secret(self) -> Option<NodeRef<'d>> {
        self.node.get("clientSecret")
    }

    /// The scopes as they stand; one text may hold several.
    pub fn scope_items(self) -> impl Iterator<Item = NodeRef<'d>> {
        self.node
            .member(key::SCOPES)
            .into_iter()
            .flat_map(NodeRef::items)
    }

    /// The scopes, texts with several split at spaces and commas.
    pub fn scopes(self) -> Vec<String> {
        self.scope_items()
            .flat_map(|item| {
                let text = item.text();
                let words = text.split([' ', ',']).filter(|word| !word.is_empty());
                words.map(str::to_owned).collect::<Vec<_>>()
            })
            .collect()
    }

    /// `redirectMode`, when it is there.
    pub fn redirect_mode(self) -> Option<RedirectMode> {
        let mode = self.node.get("redirectMode")?;
        Some(RedirectMode::of_name(&mode.text()))
    }

    /// `redirectUrl`, when it is there.
    pub fn redirect_url(self) -> Option<NodeRef<'d>> {
        self.node.get("redirectUrl")
    }

    /// The value of a custom parameter; letter case of its name does not matter to the platform.
    pub fn custom(self, name: &str) -> Option<NodeRef<'d>> {
        let parameters = self.node.get("customParameters")?;
        let hit = parameters
            .entries()
            .find(|entry| entry.key().eq_ignore_ascii_case(name))?;
        hit.get("value")
    }

    /// `authorizationUrl` of a provider that names it, template or not.
    pub fn authorization_url(self) -> Option<NodeRef<'d>> {
        self.custom("authorizationUrl")
            .or_else(|| self.custom("authorizationUrlTemplate"))
    }

    /// `tokenUrl` of a provider that names it, template or not.
    pub fn token_url(self) -> Option<NodeRef<'d>> {
        self.custom("tokenUrl")
            .or_else(|| self.custom("tokenUrlTemplate"))
    }

    /// `refreshUrl` of a provider that names it, template or not.
    pub fn refresh_url(self) -> Option<NodeRef<'d>> {
        self.custom("refreshUrl")
            .or_else(|| self.custom("refreshUrlTemplate"))
    }
}
