//! Security schemes: what `securityDefinitions` and `components.securitySchemes` hold.

use std::borrow::Cow;

use super::{Flow, FlowKind, Version};
use crate::document::{NodeRef, key};

/// A security scheme under its name.
#[derive(Clone, Debug)]
pub struct SecurityScheme<'d> {
    /// Its name: the key requirements use.
    pub name: &'d str,
    /// The member that defines it; may be a `$ref` in 3.x.
    pub entry: NodeRef<'d>,
    /// The object that says what it is: the entry, or what its `$ref` names.
    pub node: NodeRef<'d>,
    /// What it is.
    pub kind: SchemeKind<'d>,
}

/// Where an API key is sent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyPlace {
    /// In a header.
    Header,
    /// In the query.
    Query,
    /// In a cookie (3.x).
    Cookie,
}

impl KeyPlace {
    /// Its name in a document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Query => "query",
            Self::Cookie => "cookie",
        }
    }
}

/// What a scheme is. Swagger 2.0 `basic` and OpenAPI `http/basic` are one.
#[derive(Clone, Debug)]
pub enum SchemeKind<'d> {
    /// A key in a header, the query or a cookie.
    ApiKey {
        /// Where; `None` when `in` is absent or none of the three.
        place: Option<KeyPlace>,
        /// The header's or parameter's name.
        name: Option<Cow<'d, str>>,
    },
    /// RFC 7617.
    Basic,
    /// RFC 6750.
    Bearer,
    /// Another scheme of the IANA registry, as the document writes it.
    Http {
        /// The `scheme` member's text; `None` when absent.
        scheme: Option<Cow<'d, str>>,
    },
    /// RFC 6749.
    OAuth2 {
        /// Its flows, in order.
        flows: Vec<Flow<'d>>,
    },
    /// OpenID Connect discovery.
    OpenIdConnect,
    /// RFC 8705 (3.1).
    MutualTls,
    /// `type` is absent or none of the version's.
    Unknown,
}

/// A scheme's kind without its particulars: what platforms accept or refuse.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AuthKind {
    /// An API key in a header.
    ApiKeyHeader,
    /// An API key in the query.
    ApiKeyQuery,
    /// An API key in a cookie.
    ApiKeyCookie,
    /// User name and password.
    Basic,
    /// A bearer token.
    Bearer,
    /// Another HTTP scheme.
    HttpOther,
    /// OAuth 2.
    OAuth2,
    /// OpenID Connect.
    OpenIdConnect,
    /// Client certificates.
    MutualTls,
}

impl AuthKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::ApiKeyHeader,
        Self::ApiKeyQuery,
        Self::ApiKeyCookie,
        Self::Basic,
        Self::Bearer,
        Self::HttpOther,
        Self::OAuth2,
        Self::OpenIdConnect,
        Self::MutualTls,
    ];

    /// Its name in messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ApiKeyHeader => "API key in a header",
            Self::ApiKeyQuery => "API key in the query",
            Self::ApiKeyCookie => "API key in a cookie",
            Self::Basic => "basic",
            Self::Bearer => "bearer token",
            Self::HttpOther => "other HTTP scheme",
            Self::OAuth2 => "OAuth 2.0",
            Self::OpenIdConnect => "OpenID Connect",
            Self::MutualTls => "mutual TLS",
        }
    }

    /// The authentication type as platforms count them: a key is a key wherever it is sent.
    pub const fn type_name(self) -> &'static str {
        match self {
            Self::ApiKeyHeader | Self::ApiKeyQuery | Self::ApiKeyCookie => "apiKey",
            Self::Basic => "basic",
            Self::Bearer => "bearer",
            Self::HttpOther => "http",
            Self::OAuth2 => "oauth2",
            Self::OpenIdConnect => "openIdConnect",
            Self::MutualTls => "mutualTLS",
        }
    }
}

impl<'d> SecurityScheme<'d> {
    pub(super) fn new(entry: NodeRef<'d>, node: NodeRef<'d>, version: Version) -> Self {
        Self {
            name: entry.key(),
            entry,
            node,
            kind: kind_of(node, version),
        }
    }

    /// Its kind without particulars; `None` when the document does not say.
    pub fn auth_kind(&self) -> Option<AuthKind> {
        match &self.kind {
            SchemeKind::ApiKey { place, .. } => place.map(|place| match place {
                KeyPlace::Header => AuthKind::ApiKeyHeader,
                KeyPlace::Query => AuthKind::ApiKeyQuery,
                KeyPlace::Cookie => AuthKind::ApiKeyCookie,
            }),
            SchemeKind::Basic => Some(AuthKind::Basic),
            SchemeKind::Bearer => Some(AuthKind::Bearer),
            SchemeKind::Http { .. } => Some(AuthKind::HttpOther),
            SchemeKind::OAuth2 { .. } => Some(AuthKind::OAuth2),
            SchemeKind::OpenIdConnect => Some(AuthKind::OpenIdConnect),
            SchemeKind::MutualTls => Some(AuthKind::MutualTls),
            SchemeKind::Unknown => None,
        }
    }

    /// Its flows; empty unless it is OAuth 2.
    pub fn flows(&self) -> &[Flow<'d>] {
        match &self.kind {
            SchemeKind::OAuth2 { flows } => flows,
            _ => &[],
        }
    }

    /// The flow of a kind.
    pub fn flow(&self, kind: FlowKind) -> Option<&Flow<'d>> {
        self.flows().iter().find(|flow| flow.kind == Some(kind))
    }

    /// Where and under which name the key is sent, for an API key that says both.
    pub fn key(&self) -> Option<(KeyPlace, &str)> {
        match &self.kind {
            SchemeKind::ApiKey {
                place: Some(place),
                name: Some(name),
            } => Some((*place, name)),
            _ => None,
        }
    }

    /// What it is, in a few words: `apiKey (header X-Key)`, `oauth2 (accessCode)`.
    pub fn describe(&self, version: Version) -> String {
        match &self.kind {
            SchemeKind::ApiKey { place, name } => {
                let place = place.map_or("nowhere", KeyPlace::name);
                match name {
                    Some(name) => format!("apiKey ({place} {name})"),
                    None => format!("apiKey ({place})"),
                }
            }
            SchemeKind::Basic => "basic".into(),
            SchemeKind::Bearer => "bearer".into(),
            SchemeKind::Http {
                scheme: Some(scheme),
            } => format!("http ({scheme})"),
            SchemeKind::Http { scheme: None } => "http".into(),
            SchemeKind::OAuth2 { flows } => {
                let names: Vec<&str> = flows
                    .iter()
                    .map(|flow| flow.kind.map_or("unknown flow", |kind| kind.name(version)))
                    .collect();
                format!("oauth2 ({})", names.join(", "))
            }
            SchemeKind::OpenIdConnect => "openIdConnect".into(),
            SchemeKind::MutualTls => "mutualTLS".into(),
            SchemeKind::Unknown => "unknown".into(),
        }
    }
}

fn kind_of(node: NodeRef<'_>, version: Version) -> SchemeKind<'_> {
    let Some(kind) = node.member(key::TYPE).and_then(NodeRef::as_str) else {
        return SchemeKind::Unknown;
    };
    match (kind.as_ref(), version) {
        ("apiKey", _) => api_key(node, version),
        ("basic", Version::Swagger2) => SchemeKind::Basic,
        ("oauth2", Version::Swagger2) => SchemeKind::OAuth2 {
            flows: flow_of_2(node).into_iter().collect(),
        },
        (_, Version::Swagger2) => SchemeKind::Unknown,
        ("http", _) => http(node),
        ("oauth2", _) => SchemeKind::OAuth2 {
            flows: flows_of_3(node, version),
        },
        ("openIdConnect", _) => SchemeKind::OpenIdConnect,
        ("mutualTLS", Version::OpenApi31 | Version::OpenApi32) => SchemeKind::MutualTls,
        _ => SchemeKind::Unknown,
    }
}

fn api_key(node: NodeRef<'_>, version: Version) -> SchemeKind<'_> {
    let place = node.member(key::IN).and_then(NodeRef::as_str);
    SchemeKind::ApiKey {
        place: place.and_then(|place| match place.as_ref() {
            "header" => Some(KeyPlace::Header),
            "query" => Some(KeyPlace::Query),
            "cookie" if version.is_3() => Some(KeyPlace::Cookie),
            _ => None,
        }),
        name: node.member(key::NAME).and_then(NodeRef::as_str),
    }
}

/// HTTP schemes are compared without case (RFC 9110 section 11.1).
fn http(node: NodeRef<'_>) -> SchemeKind<'_> {
    let scheme = node.member(key::SCHEME).and_then(NodeRef::as_str);
    match scheme.as_deref().map(str::to_ascii_lowercase).as_deref() {
        Some("basic") => SchemeKind::Basic,
        Some("bearer") => SchemeKind::Bearer,
        _ => SchemeKind::Http { scheme },
    }
}

fn flow_of_2(node: NodeRef<'_>) -> Option<Flow<'_>> {
    let named_by = node.member(key::FLOW)?;
    Some(Flow {
        kind: FlowKind::of_name(&named_by.text(), Version::Swagger2),
        node,
        named_by,
    })
}

fn flows_of_3(node: NodeRef<'_>, version: Version) -> Vec<Flow<'_>> {
    let Some(flows) = node.member(key::FLOWS) else {
        return Vec::new();
    };
    flows
        .entries()
        .filter(|entry| !entry.key().starts_with("x-"))
        .map(|entry| Flow {
            kind: FlowKind::of_name(entry.key(), version),
            node: entry,
            named_by: entry,
        })
        .collect()
}
