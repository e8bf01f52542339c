//! Where the members of a name stand.

use std::sync::OnceLock;

use crate::document::{Document, NodeId, Symbol};

/// The members of a document by name, gathered when a name is first asked for. Rules ask for a few
/// names: a list of lists is searched as fast as anything.
#[derive(Default)]
pub(super) struct Members(OnceLock<Box<OfName>>);

struct OfName {
    name: Symbol,
    /// In document order.
    nodes: Vec<NodeId>,
    others: Members,
}

impl Members {
    /// The members of this name, in document order.
    pub(super) fn of(&self, document: &Document, name: Symbol) -> &[NodeId] {
        let mut at = self;
        loop {
            let known = at.0.get_or_init(|| Box::new(OfName::new(document, name)));
            if known.name == name {
                return &known.nodes;
            }
            at = &known.others;
        }
    }
}

impl OfName {
    fn new(document: &Document, name: Symbol) -> Self {
        let all = document.nodes().iter().zip(0..);
        let named = all.filter(|(node, _)| node.key == name);
        Self {
            name,
            nodes: named.map(|(_, id)| NodeId(id)).collect(),
            others: Members::default(),
        }
    }
}
