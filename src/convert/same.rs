//! Whether two nodes of different documents are the same plain value.

use super::draft::{Shelf, Text};
use super::reference::definition_named;
use crate::document::{Document, Flags, Format, Kind, Node, NodeId, NodeRef, Value, key};

/// True when a node of the source is written like another one, neither with aliases, merge keys or
/// duplicates in it. Both subtrees are slices of nodes in the same order: they are walked side by
/// side.
pub(super) fn same(one: NodeRef<'_>, other: NodeRef<'_>, text: Text) -> bool {
    let (a, b) = (one.document(), other.document());
    let (from_a, from_b) = (one.target().id(), other.target().id());
    let left = &a.nodes()[from_a.index()..a.node(from_a).next.index()];
    let right = &b.nodes()[from_b.index()..b.node(from_b).next.index()];
    if left.len() != right.len() {
        return false;
    }
    let json = a.format() == Format::Json && b.format() == Format::Json;
    left.iter().zip(right).enumerate().all(|(at, (x, y))| {
        let shape = x.next.0 - from_a.0 == y.next.0 - from_b.0;
        let ids = (NodeId(from_a.0 + at as u32), NodeId(from_b.0 + at as u32));
        if at > 0 && x.key == key::REF && text == Text::Result {
            return shape && y.key == key::REF && refers_alike(a.at(ids.0), b.at(ids.1));
        }
        let keyed = at > 0 && x.has_key();
        let spelled_alike = || spelling((a, x), keyed) == spelling((b, y), keyed);
        let alike = || (at == 0 || key(a, x) == key(b, y)) && scalar((a, x), (b, y), ids);
        shape && ((json && x.kind == y.kind && spelled_alike()) || alike())
    })
}

/// The source of a node, what is in a container aside: key and scalar in one piece.
fn spelling<'d>((document, node): (&'d Document, &Node), keyed: bool) -> &'d [u8] {
    let start = if keyed { node.key_start } else { node.start };
    let end = match node.is_container() {
        true if keyed => node.key_end,
        true => start,
        false => node.end,
    };
    &document.text().as_bytes()[start as usize..end as usize]
}

/// True when a reference of the result leads to what one of the source leads to.
fn refers_alike(source: NodeRef<'_>, result: NodeRef<'_>) -> bool {
    let text = result.as_str();
    let name = text
        .as_ref()
        .and_then(|text| text.strip_prefix(Shelf::Definitions.prefix()));
    name.is_some() && name == definition_named(source)
}

fn key<'d>(document: &'d Document, node: &Node) -> &'d str {
    document.symbols().text(node.key)
}

/// True when two nodes are equal, their members aside.
fn scalar(
    (a, x): (&Document, &Node),
    (b, y): (&Document, &Node),
    (id, other): (NodeId, NodeId),
) -> bool {
    match (x.kind, y.kind) {
        (Kind::String, Kind::String) => {
            let verbatim = is_verbatim(a, x) && is_verbatim(b, y);
            (verbatim && raw(a, x) == raw(b, y)) || a.at(id).text() == b.at(other).text()
        }
        (Kind::Integer | Kind::Float, _) => {
            let json = a.format() == Format::Json && b.format() == Format::Json;
            (json && x.kind == y.kind && raw(a, x) == raw(b, y))
                || Value::of(a.at(id), 1) == Value::of(b.at(other), 1)
        }
        (Kind::Null | Kind::Alias, Kind::Null | Kind::Alias) => true,
        (one, other) => one == other,
    }
}

/// True when equal source text means equal text: strings of JSON.
fn is_verbatim(document: &Document, node: &Node) -> bool {
    document.format() == Format::Json && !node.flags.has(Flags::DECODED)
}

fn raw<'d>(document: &'d Document, node: &Node) -> &'d [u8] {
    &document.text().as_bytes()[node.start as usize..node.end as usize]
}
