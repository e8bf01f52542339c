//! Circles in a graph of nodes.

use rustc_hash::FxHashMap;

use crate::document::{NodeId, NodeRef};
use crate::spec::Spec;

/// The parts of a graph, given as the nodes each node leads to, in which every node leads to every
/// other: two nodes are in one circle when they have the same number. (Tarjan 1972, strongly
/// connected components, without recursion.)
pub(super) fn circles(onward: &FxHashMap<NodeId, Vec<NodeId>>) -> FxHashMap<NodeId, u32> {
    let mut search = Search {
        onward,
        seen: FxHashMap::default(),
        circle: FxHashMap::default(),
        open: Vec::new(),
    };
    for node in onward.keys() {
        if !search.seen.contains_key(node) {
            search.from(*node);
        }
    }
    search.circle
}

/// True when a reference stands below a schema, or could stand behind an alias there: without one
/// there is no way back.
pub(super) fn goes_on(spec: &Spec<'_>, schema: NodeRef<'_>) -> bool {
    spec.document().has_aliases() || !spec.references().below(schema.target()).is_empty()
}

struct Search<'g> {
    onward: &'g FxHashMap<NodeId, Vec<NodeId>>,
    /// When each node was met, and the earliest open one it leads to.
    seen: FxHashMap<NodeId, (u32, u32)>,
    circle: FxHashMap<NodeId, u32>,
    /// Nodes met whose circle is not yet known.
    open: Vec<NodeId>,
}

impl Search<'_> {
    fn from(&mut self, start: NodeId) {
        let onward = self.onward;
        let of = |node| onward.get(&node).map_or(&[][..], Vec::as_slice).iter();
        self.meet(start);
        let mut path = vec![(start, of(start))];
        while let Some((at, rest)) = path.last_mut() {
            let at = *at;
            match rest.next() {
                Some(next) if !self.seen.contains_key(next) => {
                    self.meet(*next);
                    path.push((*next, of(*next)));
                }
                Some(next) => self.reach(at, *next),
                None => {
                    path.pop();
                    self.leave(at);
                    if let Some((around, _)) = path.last() {
                        self.reach(*around, at);
                    }
                }
            }
        }
    }

    fn meet(&mut self, node: NodeId) {
        let time = self.seen.len() as u32;
        self.seen.insert(node, (time, time));
        self.open.push(node);
    }

    /// A node leads to another one, and with it to what that one leads to.
    fn reach(&mut self, node: NodeId, next: NodeId) {
        if !self.circle.contains_key(&next) {
            let (_, earliest) = self.seen[&next];
            self.seen
                .entry(node)
                .and_modify(|(_, own)| *own = earliest.min(*own));
        }
    }

    /// All that a node leads to is known: when nothing earlier is among it, a circle is complete.
    fn leave(&mut self, node: NodeId) {
        let (time, earliest) = self.seen[&node];
        if time != earliest {
            return;
        }
        while let Some(last) = self.open.pop() {
            self.circle.insert(last, time);
            if last == node {
                return;
            }
        }
    }
}
