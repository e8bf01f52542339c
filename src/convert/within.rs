//! What is in a value of the source that stands in the result as it is: it holds no aliases, merge
//! keys and duplicates. There are many of them, and large ones, so all below a node is looked at in
//! one go, without a walk from member to member.

use std::iter::zip;

use super::draft::Shelf;
use super::reference::definition_named;
use crate::document::{Flags, Kind, Node, NodeId, NodeRef, Style, key};

/// What stands below a node, in the source's order.
fn below(node: NodeRef<'_>) -> impl Iterator<Item = (NodeId, &Node)> {
    let (first, end) = (node.id().0 + 1, node.node().next.0);
    let nodes = &node.document().nodes()[first as usize..end as usize];
    zip((first..end).map(NodeId), nodes)
}

/// The names of the definitions that it refers to.
pub(super) fn definitions(node: NodeRef<'_>) -> impl Iterator<Item = &str> {
    let references = below(node).filter(|(_, one)| one.key == key::REF);
    references.filter_map(move |(id, _)| definition_named(node.document().at(id)))
}

/// How many schemas there are: objects with a `type` or an `allOf`.
pub(super) fn schemas(node: NodeRef<'_>) -> usize {
    let is_one_by = |(id, member): &(NodeId, &Node)| match member.key {
        key::TYPE => true,
        key::ALL_OF => {
            let object = node.document().at(*id).parent();
            object.is_some_and(|object| object.member(key::TYPE).is_none())
        }
        _ => false,
    };
    below(node).filter(is_one_by).count()
}

/// Its size as compact JSON, nearly.
pub(super) fn size(node: NodeRef<'_>) -> usize {
    let size_of = |(id, one): (NodeId, &Node)| {
        let entry = node.document().at(id);
        let name = (one.key == key::REF).then(|| definition_named(entry));
        key_size(one)
            + match name.flatten() {
                Some(name) => Shelf::Definitions.prefix().len() + name.len() + 3,
                None => own_size(entry, one),
            }
    };
    own_size(node, node.node()) + below(node).map(size_of).sum::<usize>()
}

/// The size of a key with its quotes and what stands behind it.
const fn key_size(node: &Node) -> usize {
    let written = (node.key_end - node.key_start) as usize;
    match (node.has_key(), node.flags.has(Flags::KEY_QUOTED)) {
        (false, _) => 0,
        (true, true) => written + 2,
        (true, false) => written + 4,
    }
}

/// The size of a node without its members.
fn own_size(place: NodeRef<'_>, node: &Node) -> usize {
    let written = (node.end - node.start) as usize;
    match (node.kind, node.style) {
        (Kind::Array | Kind::Object, _) => 2,
        (Kind::String, Style::Double | Style::Single) | (Kind::Integer | Kind::Float, _) => {
            written + 1
        }
        (Kind::String, Style::Plain) => written + 3,
        // of a block, the indentation is not written
        (Kind::String, _) => place.text().len() + 3,
        _ => 5,
    }
}
