//! The schemas that something refers to.

use rustc_hash::FxHashSet;

use crate::document::{NodeId, NodeRef};
use crate::spec::{Role, Spec};

/// How many distinct schemas stand below a node, references followed; counting ends at `most`.
pub(super) fn schemas(spec: &Spec<'_>, node: NodeRef<'_>, most: u64) -> u64 {
    let mut seen: FxHashSet<NodeId> = FxHashSet::default();
    let mut count = 0;
    let mut open = vec![node];
    while let Some(at) = open.pop() {
        let Some(at) = spec.references().follow(at) else {
            continue;
        };
        if !seen.insert(at.id()) {
            continue;
        }
        count += u64::from(spec.role(at.id()) == Role::Schema);
        if count >= most {
            return count;
        }
        let known = |child: &NodeRef<'_>| spec.role(child.id()) != Role::Other;
        open.extend(at.children().filter(known));
    }
    count
}
