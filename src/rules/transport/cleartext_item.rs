//! One way to call that is not encrypted: shared by the rules per place.

use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft};
use crate::rules::{cleartext, hosts};

/// Report an item of `schemes` when it is `http` or `ws`.
pub(super) fn report(
    cx: &mut Context<'_, '_>,
    list: Option<NodeRef<'_>>,
    item: NodeRef<'_>,
    message: fn(&str) -> String,
) {
    let text = item.text();
    if !["http", "ws"]
        .iter()
        .any(|scheme| text.eq_ignore_ascii_case(scheme))
    {
        return;
    }
    let draft = Draft::value(item, message(&text)).argument(text.as_ref());
    let draft = finish(cx, draft, item);
    cx.report(draft.fix_if(cleartext::encrypt(list, item)));
}

/// Words and severity that all such findings share.
pub(super) fn finish(cx: &Context<'_, '_>, draft: Draft, allows: NodeRef<'_>) -> Draft {
    let draft = draft.label("not encrypted").help("allow `https` only");
    if hosts::stays_local(cx.spec(), allows) {
        let draft = draft.severity(Severity::Info);
        return draft.note("the host is this machine itself");
    }
    draft
}
