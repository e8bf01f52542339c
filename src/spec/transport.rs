//! Whether a call is encrypted, after inheritance.

use super::{Operation, Server, Spec, Version};
use crate::document::{NodeRef, key};

/// Whether a call to an operation is encrypted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Transport {
    /// Only `https` or `wss`.
    Encrypted,
    /// `http` or `ws` is allowed.
    Cleartext,
    /// The document does not say.
    Undefined,
}

impl Transport {
    /// Its name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Encrypted => "encrypted",
            Self::Cleartext => "cleartext",
            Self::Undefined => "undefined",
        }
    }
}

/// The transport in force for an operation, and what says so.
#[derive(Clone, Debug)]
pub struct EffectiveTransport<'d> {
    /// The verdict.
    pub state: Transport,
    /// The `schemes` or `servers` member in force; `None` when there is none.
    pub declared: Option<NodeRef<'d>>,
    /// What allows cleartext: items of `schemes` in 2.0, `url` members in 3.x.
    pub cleartext: Vec<NodeRef<'d>>,
    /// True when an encrypted way is offered too.
    pub encrypted_too: bool,
}

/// The scheme a URL starts with, in lower case.
pub(crate) fn url_scheme(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once(':')?;
    let word = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    word.then(|| scheme.to_ascii_lowercase())
}

/// What a scheme means: `Some(true)` encrypted, `Some(false)` cleartext.
fn encrypts(scheme: &str) -> Option<bool> {
    match scheme.to_ascii_lowercase().as_str() {
        "https" | "wss" => Some(true),
        "http" | "ws" => Some(false),
        _ => None,
    }
}

impl<'d> Spec<'d> {
    /// The transport in force for an operation: 2.0 its `schemes`, else the document's; 3.x its
    /// `servers`, else the path item's, else the document's.
    pub fn transport(&self, operation: &Operation<'d>) -> EffectiveTransport<'d> {
        let is_3 = self.version().is_3();
        let around = is_3.then(|| self.path_items(operation));
        let places = std::iter::once(operation.node).chain(around.into_iter().flatten());
        self.declared(places)
            .map_or_else(|| self.root_transport(), |node| self.judged(Some(node)))
    }

    /// What the first of these nodes declares that declares anything.
    pub(super) fn declared(
        &self,
        places: impl IntoIterator<Item = NodeRef<'d>>,
    ) -> Option<NodeRef<'d>> {
        let member = if self.version() == Version::Swagger2 {
            key::SCHEMES
        } else {
            key::SERVERS
        };
        let all = places.into_iter().filter_map(|place| place.member(member));
        all.filter(|node| node.is_array())
            .find(|node| !node.is_empty())
    }

    /// What a `schemes` or `servers` member says.
    pub(super) fn judged(&self, declared: Option<NodeRef<'d>>) -> EffectiveTransport<'d> {
        let mut effective = EffectiveTransport {
            state: Transport::Undefined,
            declared,
            cleartext: Vec::new(),
            encrypted_too: false,
        };
        for item in declared.into_iter().flat_map(NodeRef::items) {
            self.note(item, &mut effective);
        }
        effective.state = match (effective.cleartext.is_empty(), effective.encrypted_too) {
            (false, _) => Transport::Cleartext,
            (true, true) => Transport::Encrypted,
            (true, false) => Transport::Undefined,
        };
        effective
    }

    fn note(&self, item: NodeRef<'d>, effective: &mut EffectiveTransport<'d>) {
        if self.version() == Version::Swagger2 {
            match encrypts(&item.text()) {
                Some(true) => effective.encrypted_too = true,
                Some(false) => effective.cleartext.push(item),
                None => {}
            }
            return;
        }
        let server = Server { node: item };
        let Some(url) = server.url() else { return };
        let mut cleartext = false;
        for text in server.urls() {
            match url_scheme(&text).as_deref().and_then(encrypts) {
                Some(true) => effective.encrypted_too = true,
                Some(false) => cleartext = true,
                None => {}
            }
        }
        if cleartext {
            effective.cleartext.push(url);
        }
    }
}
