//! Aliases make a small text deep as well as large: a chain of anchors, each of which holds the one
//! before it at its bottom, is as deep as all of them together.

use rustc_hash::FxHashMap;

use super::general::too_deep;
use crate::document::read::Refusal;
use crate::document::{Document, Flags, Kind, NodeId};

/// Refuse a document that is nested deeper than `max_depth` once its aliases are looked through,
/// so that whoever walks it may recurse. Linear in its nodes; free without aliases.
pub(super) fn check_depth(document: &Document, max_depth: u32) -> Result<(), Refusal> {
    if document.aliases.is_empty() {
        return Ok(());
    }
    let mut walk = Walk {
        document,
        open: Vec::new(),
        heights: FxHashMap::default(),
    };
    for (index, node) in document.nodes.iter().enumerate() {
        let id = NodeId(index as u32);
        walk.close_before(id);
        let height = match document.aliases.get(&id) {
            Some(target) => walk.heights.get(target).copied().unwrap_or(0),
            None => u32::from(node.is_container()),
        };
        if walk.open.len() as u32 + height > max_depth {
            return Err(too_deep(node.span(), max_depth));
        }
        if matches!(node.kind, Kind::Array | Kind::Object) {
            walk.open.push((id, 1));
        } else {
            walk.raise(height);
        }
    }
    Ok(())
}

struct Walk<'d> {
    document: &'d Document,
    /// The open containers and how high each is so far, itself included.
    open: Vec<(NodeId, u32)>,
    /// The heights of closed containers that carry an anchor.
    heights: FxHashMap<NodeId, u32>,
}

impl Walk<'_> {
    fn close_before(&mut self, id: NodeId) {
        while let Some(&(open, height)) = self.open.last() {
            let node = self.document.node(open);
            if id < node.next {
                break;
            }
            self.open.pop();
            if node.flags.has(Flags::ANCHOR) {
                self.heights.insert(open, height);
            }
            self.raise(height);
        }
    }

    /// The innermost open container holds something of this height.
    fn raise(&mut self, height: u32) {
        if let Some((_, outer)) = self.open.last_mut() {
            *outer = (*outer).max(height + 1);
        }
    }
}
