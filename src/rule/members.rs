//! Where the members of each name stand.

use crate::document::{Document, NodeId, Symbol};

/// The members of a document by name, those of one name in document order.
pub(super) struct Members {
    /// By symbol, where its members begin in `nodes`; one more, where the last ones end.
    starts: Vec<usize>,
    nodes: Vec<NodeId>,
}

impl Members {
    pub(super) fn new(document: &Document) -> Self {
        // counted first, so that each finds its place at once
        let mut starts = vec![0; document.symbols().count() + 1];
        let members = || {
            let nodes = document.nodes().iter().zip(0..);
            nodes.filter(|(node, _)| node.key != Symbol::NONE)
        };
        let mut count = 0;
        for (node, _) in members() {
            starts[node.key.index()] += 1;
            count += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += std::mem::replace(start, end);
        }
        let mut nodes = vec![NodeId::NONE; count];
        let mut next = starts.clone();
        for (node, id) in members() {
            let place = &mut next[node.key.index()];
            nodes[*place] = NodeId(id);
            *place += 1;
        }
        Self { starts, nodes }
    }

    /// The members of this name.
    pub(super) fn of(&self, name: Symbol) -> &[NodeId] {
        let at = name.index();
        &self.nodes[self.starts[at]..self.starts[at + 1]]
    }
}
