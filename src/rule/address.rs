//! Where calls and credentials go: hosts, base paths, server and OAuth URLs.

use std::borrow::Cow;

use crate::document::{NodeRef, key};
use crate::spec::{SchemeKind, Server, Spec, Version};

/// What an address is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressKind {
    /// Swagger 2.0 `host`.
    Host,
    /// Swagger 2.0 `basePath`.
    BasePath,
    /// The `url` of a server.
    Server,
    /// A URL of an OAuth 2 flow.
    OAuth,
    /// `openIdConnectUrl`, and since 3.2 `oauth2MetadataUrl`: where all other URLs are found.
    OpenIdConnect,
}

/// A place that calls or credentials go to.
#[derive(Clone, Debug)]
pub struct Address<'d> {
    /// The node that holds it, a string.
    pub node: NodeRef<'d>,
    /// Its text as written.
    pub text: Cow<'d, str>,
    /// What it is for.
    pub kind: AddressKind,
}

impl<'d> Address<'d> {
    fn new(node: NodeRef<'d>, kind: AddressKind) -> Option<Self> {
        let text = node.as_str()?;
        Some(Self { node, text, kind })
    }

    /// The host it names, without port and user part, in lower case; `None` when it names none.
    pub fn host(&self) -> Option<String> {
        let rest = match self.kind {
            AddressKind::BasePath => return None,
            // a host written as a URL names the same machine
            AddressKind::Host => self
                .text
                .split_once("://")
                .map_or(&*self.text, |(_, it)| it),
            _ => self.text.split_once("://")?.1,
        };
        let authority = rest.split(['/', '?', '#']).next()?;
        Some(host_of(authority))
    }
}

/// The host of an authority (`user@host:port`), in lower case.
pub fn host_of(authority: &str) -> String {
    let host = authority.rsplit('@').next().unwrap_or(authority);
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or(v6),
        None => host.split(':').next().unwrap_or(host),
    };
    host.to_ascii_lowercase()
}

/// The address of a Server Object.
pub(super) fn of_server(server: NodeRef<'_>) -> Option<Address<'_>> {
    Address::new(Server { node: server }.url()?, AddressKind::Server)
}

/// Every address of a document but those of its servers, in no particular order.
pub(super) fn addresses<'d>(spec: &Spec<'d>) -> Vec<Address<'d>> {
    let mut out = Vec::new();
    if spec.version() == Version::Swagger2 {
        let members = [
            (key::HOST, AddressKind::Host),
            (key::BASE_PATH, AddressKind::BasePath),
        ];
        let address = |(symbol, kind)| Address::new(spec.root().member(symbol)?, kind);
        out.extend(members.into_iter().filter_map(address));
    }
    for scheme in spec.distinct_schemes() {
        for flow in scheme.flows() {
            out.extend(
                flow.urls()
                    .filter_map(|n| Address::new(n, AddressKind::OAuth)),
            );
        }
        let discovery = match scheme.kind {
            SchemeKind::OpenIdConnect => "openIdConnectUrl",
            SchemeKind::OAuth2 { .. } if spec.version() == Version::OpenApi32 => {
                "oauth2MetadataUrl"
            }
            _ => continue,
        };
        let url = scheme.node.get(discovery);
        out.extend(url.and_then(|n| Address::new(n, AddressKind::OpenIdConnect)));
    }
    out
}
