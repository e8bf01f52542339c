//! `x-oneauth-ignore: {rule-id: reason}` in a document of either syntax.

use super::declaration::{Declaration, Declared, Reach};
use crate::document::{Document, NodeId, NodeRef};
use crate::finding::{Label, SuppressionKind};

/// The member that holds suppressions for the object it is in.
pub const MEMBER: &str = "x-oneauth-ignore";
/// The way out of a member that is not understood.
const SHAPE: &str = "write `\"x-oneauth-ignore\": {\"rule-id\": \"reason\"}`";

/// Collect the suppressions in the members of a document.
pub(super) fn collect(document: &Document, declared: &mut Declared<'_>) {
    let Some(symbol) = document.symbols().lookup(MEMBER) else {
        return;
    };
    for (index, node) in document.nodes().iter().enumerate() {
        if node.has_key() && node.key == symbol {
            read(document.at(NodeId(index as u32)), declared);
        }
    }
}

fn read(member: NodeRef<'_>, declared: &mut Declared<'_>) {
    if !member.is_object() {
        let message = format!("`{MEMBER}` is {}, not an object", member.kind().name());
        return declared.refuse(Label::value(member, ""), message, Some(SHAPE.into()));
    }
    let Some(object) = member.parent() else {
        return;
    };
    for entry in member.entries() {
        let place = Label::key(entry, "");
        let reason = entry.as_str().unwrap_or_default();
        if reason.trim().is_empty() {
            let message = "the suppression gives no reason".to_owned();
            declared.refuse(place, message, Some(SHAPE.into()));
        } else if let Some(rule) = declared.rule(entry.key(), &place) {
            declared.list.push(Declaration {
                rule,
                reason: reason.trim().to_owned(),
                kind: SuppressionKind::Member,
                reach: Reach::Below(object.pointer()),
                place,
                used: false,
            });
        }
    }
}
