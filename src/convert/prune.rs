//! Leaving out what nothing refers to.

use std::borrow::Cow;

use super::draft::{Draft, Shelf};
use rustc_hash::FxHashSet;

use super::members::Members;
use super::reference::definition_named;
use crate::document::{NodeId, NodeRef};

/// The members of the root that hold shared parts.
const SHARED: &[&str] = &["definitions", "parameters", "responses"];

/// Leave out the shared parts that neither the paths nor anything they refer to names.
pub(super) fn prune(root: &mut Members<'_>) {
    let mut used: FxHashSet<String> = FxHashSet::default();
    let mut open: Vec<String> = Vec::new();
    for key in root.keys().filter(|key| !SHARED.contains(key)) {
        if let Some(value) = root.get(key) {
            references(value, &mut open);
        }
    }
    while let Some(reference) = open.pop() {
        if !used.insert(reference.clone()) {
            continue;
        }
        if let Some(part) = find(root, &reference) {
            references(part, &mut open);
        }
    }
    for kind in SHARED {
        let Some(Draft::Object(parts)) = root.get_mut(kind) else {
            continue;
        };
        parts.retain(|(name, _)| used.contains(&format!("#/{kind}/{name}")));
        if parts.is_empty() {
            root.remove(kind);
        }
    }
}

fn find<'v, 'd>(root: &'v Members<'d>, reference: &str) -> Option<&'v Draft<'d>> {
    let (kind, name) = reference.strip_prefix("#/")?.split_once('/')?;
    root.get(kind)?.get(name)
}

/// A node and all below it, in the source's order.
pub(super) fn subtree(node: NodeRef<'_>) -> impl Iterator<Item = NodeRef<'_>> {
    let ids = node.id().0..node.node().next.0;
    ids.map(move |id| node.document().at(NodeId(id)))
}

/// Every reference in a value, without descending by recursion.
pub(super) fn references(value: &Draft<'_>, out: &mut Vec<String>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Draft::Array(items) => open.extend(items),
            Draft::Object(members) => {
                for (key, member) in members {
                    match member.as_str().filter(|_| key == "$ref") {
                        Some(text) => out.push(text.into_owned()),
                        None => open.push(member),
                    }
                }
            }
            Draft::Source(node) => {
                let named = subtree(*node).skip(1).filter_map(definition_named);
                out.extend(named.map(|name| format!("{}{name}", Shelf::Definitions.prefix())));
            }
            Draft::Reference(..) => out.extend(value.reference().map(Cow::into_owned)),
            _ => {}
        }
    }
}
