//! The authentication schemes of HTTP, by their names.

use crate::document::{NodeRef, key};
use crate::rule::Draft;
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

/// What to say of a security scheme of this HTTP scheme, in any case of its letters.
pub(super) fn draft(
    scheme: &SecurityScheme<'_>,
    name: &str,
    message: fn(&str) -> String,
) -> Option<Draft> {
    let (node, text) = written(scheme)?;
    let draft = || Draft::value(node, message(scheme.name)).argument(scheme.name);
    text.eq_ignore_ascii_case(name).then(draft)
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
    Some((scheme.node.member(key::SCHEME)?, text))
}
