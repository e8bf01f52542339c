//! One linear walk gives every node its role: one byte a node, unknown subtrees skipped whole.

use super::{Role, Version};
use crate::document::{Document, Kind, NodeId, key};

/// The role of every node of a document, and the members `$ref` met on the way.
///
/// A subtree that stands outside the specification's places (under an extension) and is used
/// through a YAML alias gets the role of the alias.
pub(super) fn roles(document: &Document, version: Version) -> (Vec<Role>, Vec<NodeId>) {
    let mut walk = Walk {
        document,
        version,
        of: vec![Role::Other; document.nodes().len()],
        aliased: Vec::new(),
        references: Vec::new(),
    };
    walk.of[0] = Role::Root;
    walk.subtree(NodeId::ROOT);
    while let Some((target, role, merged)) = walk.aliased.pop() {
        walk.alias(target, role, merged);
    }
    (walk.of, walk.references)
}

struct Walk<'d> {
    document: &'d Document,
    version: Version,
    of: Vec<Role>,
    /// Alias targets met, with the role their alias plays; `true` for a merge key, whose target
    /// lends its members only.
    aliased: Vec<(NodeId, Role, bool)>,
    references: Vec<NodeId>,
}

impl Walk<'_> {
    /// Give roles to everything below `top`, which has its own.
    fn subtree(&mut self, top: NodeId) {
        let nodes = self.document.nodes();
        let end = nodes[top.index()].next;
        let mut at = NodeId(top.0 + 1);
        while at < end {
            let node = &nodes[at.index()];
            let parent = self.of[node.parent.index()];
            if node.key == key::REF {
                self.references.push(at);
            }
            let role = self.role(parent, at);
            if role != Role::Other {
                self.of[at.index()] = role;
            } else if node.is_container() {
                at = node.next;
                continue;
            }
            if node.kind == Kind::Alias && role != Role::Other {
                self.aliased
                    .push((self.document.at(at).target().id(), role, false));
            }
            at = NodeId(at.0 + 1);
        }
    }

    #[inline]
    fn role(&mut self, parent: Role, at: NodeId) -> Role {
        let node = self.document.node(at);
        if node.key == key::MERGE && self.document.format() == crate::document::Format::Yaml {
            self.merge(at, parent);
            return Role::Other;
        }
        parent.of_child(node.key, self.version)
    }

    fn merge(&mut self, at: NodeId, parent: Role) {
        let node = self.document.at(at);
        let sources: Vec<NodeId> = if node.is_object() {
            vec![node.target().id()]
        } else {
            node.items().map(|item| item.target().id()).collect()
        };
        for source in sources {
            self.aliased.push((source, parent, true));
        }
    }

    fn alias(&mut self, target: NodeId, role: Role, merged: bool) {
        if self.of[target.index()] != Role::Other {
            return;
        }
        self.of[target.index()] = role;
        self.subtree(target);
        if merged {
            // the members play their roles; the mapping that lends them is not one more operation
            self.of[target.index()] = Role::Examples;
        }
    }
}
