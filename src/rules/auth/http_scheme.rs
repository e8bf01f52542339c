//! The authentication schemes of HTTP, by their names.

use crate::document::NodeRef;
use crate::spec::{SchemeKind, SecurityScheme};

/// The IANA registry of HTTP authentication schemes, in lower case.
const REGISTERED: [&str; 14] = [
    "basic",
    "bearer",
    "concealed",
    "digest",
    "dpop",
    "gnap",
    "hoba",
    "mutual",
    "negotiate",
    "oauth",
    "privatetoken",
    "scram-sha-1",
    "scram-sha-256",
    "vapid",
];

/// The member that names the HTTP scheme, when it is this one in any case.
pub(super) fn named<'d>(scheme: &SecurityScheme<'d>, name: &str) -> Option<NodeRef<'d>> {
    let (node, text) = written(scheme)?;
    text.eq_ignore_ascii_case(name).then_some(node)
}

/// The member that names an HTTP scheme nobody registered.
pub(super) fn unregistered<'d>(scheme: &SecurityScheme<'d>) -> Option<NodeRef<'d>> {
    let (node, text) = written(scheme)?;
    let is_known = REGISTERED
        .iter()
        .any(|known| text.eq_ignore_ascii_case(known));
    (!is_known && !text.is_empty()).then_some(node)
}

fn written<'s, 'd>(scheme: &'s SecurityScheme<'d>) -> Option<(NodeRef<'d>, &'s str)> {
    let SchemeKind::Http { scheme: Some(text) } = &scheme.kind else {
        return None;
    };
    Some((scheme.node.get("scheme")?, text))
}
