//! The schemas that something refers to.

use rustc_hash::FxHashSet;

use crate::document::{NodeId, NodeRef};
use crate::spec::{Role, Spec};

/// How many distinct schemas stand below a node, references followed; counting ends at `most`.
pub(super) fn schemas(spec: &Spec<'_>, node: NodeRef<'_>, most: u64) -> u64 {
    let mut count = 0;
    any(spec, node, |at| {
        count += u64::from(spec.role(at.id()) == Role::Schema);
        count >= most
    });
    count
}

/// The first member of this name that stands below one of the nodes, or in it.
pub(super) fn first_member<'d>(
    spec: &Spec<'_>,
    nodes: impl IntoIterator<Item = NodeRef<'d>>,
    name: &str,
) -> Option<NodeRef<'d>> {
    nodes.into_iter().find_map(|node| {
        let mut found = None;
        any(spec, node, |at| {
            found = at.get(name);
            found.is_some()
        });
        found
    })
}

/// True when something below a node, or the node, is what `wanted` looks for; references are
/// followed, each place is looked at once.
pub(super) fn any<'d>(
    spec: &Spec<'_>,
    node: NodeRef<'d>,
    mut wanted: impl FnMut(NodeRef<'d>) -> bool,
) -> bool {
    let mut seen: FxHashSet<NodeId> = FxHashSet::default();
    let mut open = vec![node];
    while let Some(at) = open.pop() {
        let Some(at) = spec.references().follow(at) else {
            continue;
        };
        if !seen.insert(at.id()) {
            continue;
        }
        if wanted(at) {
            return true;
        }
        let known = |child: &NodeRef<'_>| spec.role(child.id()) != Role::Other;
        open.extend(at.children().filter(known));
    }
    false
}
