//! Taking a parameter out of a document, with all that refers to it.

use crate::document::{NodeId, NodeRef, key};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety};
use crate::rule::Context;

/// The fix that takes a parameter out: the item where it stands, or the shared one with all references to it.
pub fn removal(cx: &Context<'_, '_>, parameter: NodeRef<'_>) -> Option<Fix> {
    let mut changes = Vec::new();
    if parameter.key_symbol() == crate::document::Symbol::NONE {
        changes.push(Change::RemoveItem {
            item: parameter.id(),
        });
    } else {
        changes.push(Change::RemoveEntry {
            entry: parameter.id(),
        });
        for item in references_to(cx, parameter) {
            changes.push(Change::RemoveItem { item: item? });
        }
    }
    Some(Fix {
        title: "remove the parameter".to_owned(),
        safety: Safety::Safe,
        file: File::Document,
        changes,
    })
}

/// The list items that are references to a node; `None` for one that stands anywhere else.
fn references_to(cx: &Context<'_, '_>, target: NodeRef<'_>) -> Vec<Option<NodeId>> {
    let document = cx.document();
    let all = (0..document.nodes().len() as u32).map(NodeId);
    all.filter(|id| document.node(*id).key == key::REF)
        .map(|id| document.at(id))
        .filter(|reference| reference.is_string())
        .filter(|reference| cx.spec().references().resolve(*reference) == Some(target))
        .map(|reference| {
            let entry = reference.parent()?;
            entry.parent()?.is_array().then(|| entry.id())
        })
        .collect()
}
