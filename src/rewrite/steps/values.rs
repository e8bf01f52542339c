//! Values for placeholders, in what stays.

use super::shape::step;
use crate::document::{Kind, NodeId, NodeRef, Value};
use crate::edit::Change;
use crate::rewrite::Step;
use crate::rewrite::placeholder::fill;
use crate::spec::Spec;

/// Steps that put values in the place of placeholders: in the addresses of the document, in the
/// kept scheme, in the scopes required of it. `stays` is false inside what the plan removes or
/// writes anew.
pub(in crate::rewrite) fn values(
    spec: &Spec<'_>,
    places: &[NodeRef<'_>],
    values: &[(String, String)],
    stays: impl Fn(NodeRef<'_>) -> bool,
) -> Vec<Step> {
    let mut steps = Vec::new();
    for place in places {
        let last = spec.document().node(place.id()).next;
        for id in (place.id().0..last.0).map(NodeId) {
            let node = spec.document().at(id);
            if stays(node) {
                steps.extend(value_step(node, values));
                steps.extend(key_step(node, values));
            }
        }
    }
    steps
}

fn value_step(node: NodeRef<'_>, values: &[(String, String)]) -> Option<Step> {
    if node.node().kind != Kind::String {
        return None;
    }
    let filled = fill(&node.text(), values)?;
    let change = Change::Replace {
        node: node.id(),
        value: Value::String(filled.text),
    };
    let title = format!("fill in {}", filled.names.join(", "));
    Some(step(title, node, vec![change]))
}

fn key_step(node: NodeRef<'_>, values: &[(String, String)]) -> Option<Step> {
    let filled = fill(node.key(), values)?;
    let change = Change::RenameKey {
        entry: node.id(),
        key: filled.text,
    };
    let title = format!("fill in {}", filled.names.join(", "));
    Some(step(title, node, vec![change]))
}
