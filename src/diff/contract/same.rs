//! What stands in both documents byte for byte, what it refers to included, needs no comparison.

use rustc_hash::FxHashMap;

use crate::document::{Kind, NodeId, NodeRef, key};
use crate::spec::{Operation, Spec};

type Pair<'d> = (NodeRef<'d>, NodeRef<'d>);

/// Pairs of nodes, each with whether it is the same in both documents.
pub(super) struct Same {
    known: FxHashMap<(NodeId, NodeId), usize>,
    differs: Vec<bool>,
}

/// The pairs, and which of them refer to which.
struct Search<'s, 'd> {
    old: &'s Spec<'d>,
    new: &'s Spec<'d>,
    same: Same,
    pairs: Vec<Pair<'d>>,
    /// For each pair those that refer to it.
    users: Vec<Vec<usize>>,
}

impl Same {
    /// Look at the operations and at everything that both documents share under one name.
    pub(super) fn of<'d>(
        old: &Spec<'d>,
        new: &Spec<'d>,
        operations: &[(Operation<'d>, Operation<'d>)],
    ) -> Self {
        let mut search = Search {
            old,
            new,
            same: Self {
                known: FxHashMap::default(),
                differs: Vec::new(),
            },
            pairs: Vec::new(),
            users: Vec::new(),
        };
        // the same bytes say other things in other versions and formats
        let alike =
            old.version() == new.version() && old.document().format() == new.document().format();
        if alike {
            for (old, new) in operations {
                search.pair((old.node, new.node));
                let lists = (old.path_item, new.path_item);
                search.members(lists, |entry| entry.key_symbol() == key::PARAMETERS);
            }
            search.shared();
            search.run();
        }
        search.same
    }

    /// True when a pair is known to be the same.
    pub(super) fn holds(&self, old: NodeRef<'_>, new: NodeRef<'_>) -> bool {
        let pair = (old.id(), new.id());
        self.known.get(&pair).is_some_and(|at| !self.differs[*at])
    }

    /// True when two operations are known to take and give the same.
    pub(super) fn operation(&self, old: &Operation<'_>, new: &Operation<'_>) -> bool {
        let lists = [old, new].map(|one| one.path_item.member(key::PARAMETERS));
        let direct = [old, new].iter().all(|one| one.entry == one.path_item);
        let around = match lists {
            [None, None] => true,
            [Some(old), Some(new)] => self.holds(old, new),
            _ => false,
        };
        direct && around && self.holds(old.node, new.node)
    }
}

impl<'d> Search<'_, 'd> {
    fn pair(&mut self, pair: Pair<'d>) -> usize {
        let next = self.pairs.len();
        let at = *self
            .same
            .known
            .entry((pair.0.id(), pair.1.id()))
            .or_insert(next);
        if at == next {
            self.pairs.push(pair);
            self.users.push(Vec::new());
            self.same.differs.push(false);
        }
        at
    }

    /// Pair the members of two objects that have one name and pass a test.
    fn members(&mut self, (old, new): Pair<'d>, test: impl Fn(NodeRef<'d>) -> bool) {
        let entries = new.entries().filter(|entry| test(*entry));
        let names: FxHashMap<&str, NodeRef<'d>> =
            entries.map(|entry| (entry.key(), entry)).collect();
        for was in old.entries().filter(|entry| test(*entry)) {
            if let Some(is) = names.get(was.key()) {
                self.pair((was, *is));
            }
        }
    }

    /// Pair what references lead to: the parts of `components`, or of 2.0's three lists.
    fn shared(&mut self) {
        let roots = (self.old.root(), self.new.root());
        let lists = [key::DEFINITIONS, key::PARAMETERS, key::RESPONSES];
        for symbol in lists {
            if let (Some(old), Some(new)) = (roots.0.member(symbol), roots.1.member(symbol)) {
                self.members((old, new), |_| true);
            }
        }
        let components = |root: NodeRef<'d>| root.member(key::COMPONENTS);
        let (Some(old), Some(new)) = (components(roots.0), components(roots.1)) else {
            return;
        };
        for list in old.entries() {
            if let Some(other) = new.get(list.key()) {
                self.members((list, other), |_| true);
            }
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        while at < self.pairs.len() {
            match references(self.pairs[at]) {
                Some(found) => found.into_iter().for_each(|pair| self.refers(at, pair)),
                None => self.same.differs[at] = true,
            }
            at += 1;
        }
        let all = 0..self.pairs.len();
        let mut different: Vec<usize> = all.filter(|at| self.same.differs[*at]).collect();
        while let Some(at) = different.pop() {
            for user in std::mem::take(&mut self.users[at]) {
                if !std::mem::replace(&mut self.same.differs[user], true) {
                    different.push(user);
                }
            }
        }
    }

    fn refers(&mut self, user: usize, (old, new): Pair<'d>) {
        match (self.old.follow(old), self.new.follow(new)) {
            (Some(old), Some(new)) => {
                let target = self.pair((old, new));
                self.users[target].push(user);
            }
            (None, None) => {}
            _ => self.same.differs[user] = true,
        }
    }
}

/// The objects with a `$ref` in two subtrees that are the same byte for byte; `None` when they are
/// not.
fn references((old, new): Pair<'_>) -> Option<Vec<Pair<'_>>> {
    if old.raw() != new.raw() {
        return None;
    }
    let (a, b) = (old.document(), new.document());
    let (a_nodes, b_nodes) = (a.nodes(), b.nodes());
    let (start, other) = (old.id().0, new.id().0);
    let end = a_nodes[start as usize].next.0;
    let mut out = Vec::new();
    for at in start..end {
        let is = at - start + other;
        let (was, now) = (&a_nodes[at as usize], b_nodes.get(is as usize)?);
        let alike = was.kind == now.kind && was.next.0 - at == now.next.0 - is;
        if !alike || was.kind == Kind::Alias {
            return None;
        }
        if was.key == key::REF && at > start {
            out.push((a.at(was.parent), b.at(now.parent)));
        }
    }
    Some(out)
}
