//! OAuth 2 flows.

use super::Version;
use crate::document::{NodeRef, key};

/// A kind of OAuth 2 flow, named as OpenAPI 3 names it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FlowKind {
    /// `authorizationCode`; Swagger 2.0: `accessCode` (RFC 6749 section 4.1).
    AuthorizationCode,
    /// `implicit` (RFC 6749 section 4.2).
    Implicit,
    /// `password` (RFC 6749 section 4.3).
    Password,
    /// `clientCredentials`; Swagger 2.0: `application` (RFC 6749 section 4.4).
    ClientCredentials,
    /// `deviceAuthorization`, since OpenAPI 3.2 (RFC 8628).
    DeviceAuthorization,
}

impl FlowKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::AuthorizationCode,
        Self::Implicit,
        Self::Password,
        Self::ClientCredentials,
        Self::DeviceAuthorization,
    ];

    /// The kind a name of the version means.
    pub fn of_name(name: &str, version: Version) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.since() <= version && kind.name(version) == name)
    }

    /// The first version that knows it.
    const fn since(self) -> Version {
        match self {
            Self::DeviceAuthorization => Version::OpenApi32,
            _ => Version::Swagger2,
        }
    }

    /// Its name in a version of the specification.
    pub const fn name(self, version: Version) -> &'static str {
        match (self, version) {
            (Self::AuthorizationCode, Version::Swagger2) => "accessCode",
            (Self::ClientCredentials, Version::Swagger2) => "application",
            (Self::AuthorizationCode, _) => "authorizationCode",
            (Self::ClientCredentials, _) => "clientCredentials",
            (Self::Implicit, _) => "implicit",
            (Self::Password, _) => "password",
            (Self::DeviceAuthorization, _) => "deviceAuthorization",
        }
    }

    /// The URL members the flow must have.
    pub const fn required_urls(self) -> &'static [&'static str] {
        match self {
            Self::AuthorizationCode => &["authorizationUrl", "tokenUrl"],
            Self::Implicit => &["authorizationUrl"],
            Self::Password | Self::ClientCredentials => &["tokenUrl"],
            Self::DeviceAuthorization => &["deviceAuthorizationUrl", "tokenUrl"],
        }
    }
}

/// One flow of an OAuth 2 scheme.
#[derive(Clone, Copy, Debug)]
pub struct Flow<'d> {
    /// Its kind; `None` for a name the version does not know.
    pub kind: Option<FlowKind>,
    /// The object that holds its members: in 3.x the entry of `flows`, in 2.0 the scheme itself.
    pub node: NodeRef<'d>,
    /// Where the kind is said: in 3.x the entry of `flows` (its key), in 2.0 the `flow` member.
    pub named_by: NodeRef<'d>,
}

impl<'d> Flow<'d> {
    /// A URL member: `authorizationUrl`, `tokenUrl`, `refreshUrl`, `deviceAuthorizationUrl`.
    pub fn url(&self, member: &str) -> Option<NodeRef<'d>> {
        self.node.get(member)
    }

    /// Every URL member that is there.
    pub fn urls(&self) -> impl Iterator<Item = NodeRef<'d>> {
        const MEMBERS: [&str; 4] = [
            "authorizationUrl",
            "tokenUrl",
            "refreshUrl",
            "deviceAuthorizationUrl",
        ];
        let node = self.node;
        MEMBERS
            .into_iter()
            .filter_map(move |member| node.get(member))
    }

    /// The `scopes` object.
    pub fn scopes(&self) -> Option<NodeRef<'d>> {
        self.node.member(key::SCOPES)
    }

    /// The scopes it defines; each entry's key is the scope.
    pub fn scope_entries(&self) -> impl Iterator<Item = NodeRef<'d>> {
        self.scopes()
            .into_iter()
            .flat_map(NodeRef::entries)
            .filter(|entry| !entry.key().starts_with("x-"))
    }

    /// True when it defines this scope.
    pub fn defines(&self, scope: &str) -> bool {
        self.scope_entries().any(|entry| entry.key() == scope)
    }
}
