//! The schemas that something refers to.

use rustc_hash::FxHashSet;

use crate::document::{NodeId, NodeRef};
use crate::rule::Context;
use crate::spec::{References, Role, Spec};

/// How many distinct schemas stand below a node, references followed; counting ends at `most`.
pub(super) fn schemas(spec: &Spec<'_>, node: NodeRef<'_>, most: u64) -> u64 {
    let mut count = 0;
    any(spec, node, |at| {
        count += u64::from(spec.role(at.id()) == Role::Schema);
        count >= most
    });
    count
}

/// The members of these names that stand below a node, or in it, in document order; references are
/// followed.
pub(super) fn members<'d>(
    cx: &Context<'_, 'd>,
    node: NodeRef<'_>,
    names: &[&str],
) -> Vec<NodeRef<'d>> {
    let lists = names.iter().map(|name| cx.members(name));
    let lists: Vec<_> = lists.filter(|list| !list.is_empty()).collect();
    if lists.is_empty() {
        return Vec::new();
    }
    let mut found = if cx.document().has_aliases() {
        walked(cx, node, names)
    } else {
        looked_up(cx, node, &lists)
    };
    found.sort_unstable();
    found.dedup();
    let found = found.into_iter().map(|id| cx.document().at(id));
    found.filter(|member| holds(cx.spec(), *member)).collect()
}

/// True when a member stands where the specification has a place for it; beside a `$ref` it has none.
fn holds(spec: &Spec<'_>, member: NodeRef<'_>) -> bool {
    member.parent().is_some_and(|holder| {
        spec.role(holder.id()) != Role::Other && References::reference(holder).is_none()
    })
}

/// What stands between the first and the last node below each place: only references lead on.
fn looked_up(cx: &Context<'_, '_>, node: NodeRef<'_>, lists: &[&[NodeId]]) -> Vec<NodeId> {
    let references = cx.spec().references();
    let mut found = Vec::new();
    let mut seen: FxHashSet<NodeId> = FxHashSet::default();
    let mut open = vec![cx.document().at(node.id())];
    while let Some(at) = open.pop() {
        let Some(at) = references.follow(at) else {
            continue;
        };
        if !seen.insert(at.id()) {
            continue;
        }
        for list in lists {
            found.extend(below(list, at));
        }
        let onward = below(references.written(), at).iter();
        open.extend(onward.filter_map(|id| cx.document().at(*id).parent()));
    }
    found
}

/// Those of a sorted list that stand below a node.
fn below<'l>(list: &'l [NodeId], node: NodeRef<'_>) -> &'l [NodeId] {
    let first = list.partition_point(|id| *id <= node.id());
    let rest = &list[first..];
    &rest[..rest.partition_point(|id| *id < node.node().next)]
}

fn walked(cx: &Context<'_, '_>, node: NodeRef<'_>, names: &[&str]) -> Vec<NodeId> {
    let mut found = Vec::new();
    any(cx.spec(), node, |at| {
        let members = names.iter().filter_map(|name| at.get(name));
        found.extend(members.map(NodeRef::id));
        false
    });
    found
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
