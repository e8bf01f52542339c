//! From a hit of the search to a finding.

use std::sync::Arc;

use super::constant;
use crate::document::{Document, NodeRef};
use crate::finding::{Label, On, SecretSpan, Severity};
use crate::rule::{Context, Draft};
use crate::secrets::{Hit, Life};
use crate::text::Span;

/// What to do about a secret that others can read.
pub(super) const REVOKE: &str =
    "revoke it: whoever read the file has it; then let each connection bring its own";

/// Report every hit that `choose` turns into a message and its severity, in the document and
/// beside it.
pub(super) fn report_hits(
    cx: &mut Context<'_, '_>,
    choose: impl Fn(&Document, &Hit) -> Option<(String, Severity)>,
) {
    let secrets = cx.secrets();
    for hit in &secrets.document {
        let document = cx.document();
        if let Some((message, severity)) = choose(document, hit) {
            cx.report(draft(document, hit, message).severity(severity));
        }
    }
    let Some(companion) = cx.companion() else {
        return;
    };
    for hit in &secrets.companion {
        if let Some((message, severity)) = choose(companion, hit) {
            cx.report(draft(companion, hit, message).severity(severity));
        }
    }
}

/// A finding on the bytes of a hit.
fn draft(document: &Document, hit: &Hit, message: String) -> Draft {
    let node = document.at(hit.node);
    let mut label = Label::new(node, hit.on, "");
    label.span = hit.span;
    if let (On::Key, Some(parent)) = (hit.on, node.parent()) {
        // the pointer to the member would show the key, and the secret in it
        label.pointer = parent.pointer();
    }
    let draft = Draft::new(label, message)
        .argument(hit.form().id)
        .secret(hit.secret(document));
    match hit.life {
        Life::Live => draft.help(REVOKE),
        Life::Expired => draft
            .note("it has run out, so it opens nothing any more")
            .help("put a made-up value in its place"),
        Life::Test => draft
            .note("it opens the vendor's test mode only")
            .help(REVOKE),
    }
}

/// True when a rule that knows the member reports the value better: a credential's own member, a
/// policy.
pub(super) fn is_claimed(node: NodeRef<'_>) -> bool {
    constant::is_client_secret(node) || constant::holder_is_credential(node) || in_policy(node)
}

fn in_policy(node: NodeRef<'_>) -> bool {
    let mut at = Some(node);
    while let Some(here) = at {
        if here.key() == "policyTemplateInstances" {
            return true;
        }
        at = here.parent();
    }
    false
}

/// The bytes of a string value, quotes left out.
pub(super) fn value_secret(node: NodeRef<'_>) -> SecretSpan {
    let span = node.span();
    let quoted = node.raw().starts_with(['"', '\'']) && span.len() >= 2;
    let inset = u32::from(quoted);
    SecretSpan {
        source: Arc::clone(node.document().source()),
        span: Span::new(span.start + inset, span.end - inset),
    }
}

/// A finding on a whole value that is a secret.
pub(super) fn value_draft(node: NodeRef<'_>, message: String) -> Draft {
    Draft::new(
        Label::new(node, On::Value, "this value is in the file"),
        message,
    )
    .secret(value_secret(node))
    .help(REVOKE)
}
