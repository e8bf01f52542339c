//! Aliases can make a small text a very large document, or an endless one.

use crate::document::{Document, Kind, NodeId};

/// Deepest nesting looked at, aliases followed.
const MAX_DEPTH: u32 = 1024;

/// What a node amounts to when aliases are written out.
#[derive(Clone, Copy, Default)]
struct Extent {
    nodes: u64,
    depth: u32,
}

/// True when the document, its aliases written out, is neither endless, nor too deep, nor more
/// than a hundred times as large.
pub(super) fn is_bounded(document: &Document) -> bool {
    if !document.has_aliases() {
        return true;
    }
    let nodes = document.nodes();
    let limit = nodes.len() as u64 * 100 + 10_000;
    let mut extents = vec![Extent::default(); nodes.len()];
    let mut open: Vec<NodeId> = Vec::new();
    for index in 0..=nodes.len() {
        while let Some(last) = open.pop_if(|id| document.node(*id).next.index() <= index) {
            let closed = close(document, last, &mut extents);
            if closed.nodes > limit || closed.depth > MAX_DEPTH {
                return false;
            }
        }
        let Some(node) = nodes.get(index) else { break };
        let id = NodeId(index as u32);
        if node.kind == Kind::Alias {
            let target = document.at(id).target().id();
            // an alias inside what it names never ends
            if open.contains(&target) {
                return false;
            }
            extents[index] = Extent {
                nodes: extents[target.index()].nodes.max(1),
                depth: extents[target.index()].depth,
            };
        } else if node.is_container() {
            open.push(id);
        } else {
            extents[index] = Extent { nodes: 1, depth: 0 };
        }
    }
    true
}

/// Add up the children of a container that ends.
fn close(document: &Document, id: NodeId, extents: &mut [Extent]) -> Extent {
    let mut whole = Extent { nodes: 1, depth: 0 };
    for child in document.at(id).children() {
        let part = extents[child.id().index()];
        whole.nodes = whole.nodes.saturating_add(part.nodes);
        whole.depth = whole.depth.max(part.depth);
    }
    whole.depth += 1;
    extents[id.index()] = whole;
    whole
}
