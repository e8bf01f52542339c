//! The schemas that something refers to.

use rustc_hash::FxHashSet;

use crate::document::{NodeId, NodeRef};
use crate::rule::Context;
use crate::spec::{References, Role, Spec, below};

/// How many distinct schemas a node leads to, references followed; counting ends at `most`.
pub(super) fn schemas(cx: &Context<'_, '_>, node: NodeRef<'_>, most: u64) -> u64 {
    let spec = cx.spec();
    let mut count = 0;
    if !spec.document().has_aliases() {
        // schemas of places inside each other count twice: where even so there are few, they are
        each_place(spec, node, |place| {
            count += cx.schemas_below(place);
            count < most
        });
        if count < most {
            return count;
        }
    }
    count = 0;
    any(spec, node, |at| {
        count += u64::from(spec.role(at.id()) == Role::Schema);
        count >= most
    });
    count
}

/// The members of some names, as far as something leads to them.
pub(super) struct Marks<'a, 'd> {
    spec: &'a Spec<'d>,
    names: &'static [&'static str],
    lists: Vec<&'a [NodeId]>,
}

impl<'a, 'd> Marks<'a, 'd> {
    /// Those of the document that a rule looks at.
    pub(super) fn new(cx: &Context<'a, 'd>, names: &'static [&'static str]) -> Self {
        let mut lists: Vec<_> = names.iter().map(|name| cx.members(name)).collect();
        lists.retain(|list| !list.is_empty());
        Self {
            spec: cx.spec(),
            names,
            lists,
        }
    }

    /// True when the document has none of them.
    pub(super) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Those that stand below a node, or in it, in document order; references are followed.
    pub(super) fn below(&self, node: NodeRef<'_>) -> Vec<NodeRef<'d>> {
        if self.is_empty() {
            return Vec::new();
        }
        let document = self.spec.document();
        let mut found = if document.has_aliases() {
            self.walked(node)
        } else {
            self.looked_up(node)
        };
        found.sort_unstable();
        found.dedup();
        let found = found.into_iter().map(|id| document.at(id));
        found.filter(|member| self.holds(*member)).collect()
    }

    /// True when a member stands where the specification has a place for it; beside a `$ref` it has
    /// none.
    fn holds(&self, member: NodeRef<'_>) -> bool {
        member.parent().is_some_and(|holder| {
            let is_known = self.spec.role(holder.id()) != Role::Other;
            is_known && References::reference(holder).is_none()
        })
    }

    /// What stands between the first and the last node below each place: only references lead on.
    fn looked_up(&self, node: NodeRef<'_>) -> Vec<NodeId> {
        let mut found = Vec::new();
        each_place(self.spec, node, |place| {
            for list in &self.lists {
                found.extend(below(list, place));
            }
            true
        });
        found
    }

    fn walked(&self, node: NodeRef<'_>) -> Vec<NodeId> {
        let mut found = Vec::new();
        any(self.spec, node, |at| {
            let members = self.names.iter().filter_map(|name| at.get(name));
            found.extend(members.map(NodeRef::id));
            false
        });
        found
    }
}

/// Visit a node and every place that references below it lead to, each once, as long as there is
/// more to know.
fn each_place<'d>(spec: &Spec<'d>, node: NodeRef<'_>, mut visit: impl FnMut(NodeRef<'d>) -> bool) {
    let (document, references) = (spec.document(), spec.references());
    let onward = |place| {
        let written = references.below(place).iter();
        written.filter_map(|id| document.at(*id).parent())
    };
    let Some(first) = references.follow(document.at(node.id())) else {
        return;
    };
    if !visit(first) {
        return;
    }
    let mut open: Vec<_> = onward(first).collect();
    let mut seen = FxHashSet::default();
    while let Some(next) = open.pop() {
        if let Some(place) = references.follow(next)
            && place.id() != first.id()
            && seen.insert(place.id())
        {
            if !visit(place) {
                return;
            }
            open.extend(onward(place));
        }
    }
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
