//! What stands in both documents byte for byte, what it refers to included, needs no comparison.

use rustc_hash::FxHashMap;

use crate::document::{Kind, NodeId, NodeRef, Symbol, key};
use crate::spec::{Operation, Spec};

type Pair<'d> = (NodeRef<'d>, NodeRef<'d>);

/// Pairs of subtrees that were compared byte for byte.
pub(super) struct Same {
    known: FxHashMap<(NodeId, NodeId), usize>,
    /// Whether the bytes of each pair differ.
    differs: Vec<bool>,
    /// Objects with a `$ref` that read the same and lead to something that differs: the old one and
    /// the new one, in the old document's order.
    leads: Vec<(NodeId, NodeId)>,
}

/// The pairs, and which of them refer to which.
struct Search<'s, 'd> {
    old: &'s Spec<'d>,
    new: &'s Spec<'d>,
    same: Same,
    pairs: Vec<Pair<'d>>,
    /// For each pair those that refer to it, and where.
    users: Vec<Vec<(usize, Pair<'d>)>>,
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
                leads: Vec::new(),
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

    /// True when a pair, or something around it, is known to be the same, and so is everything that
    /// the pair refers to.
    pub(super) fn holds(&self, old: NodeRef<'_>, new: NodeRef<'_>) -> bool {
        let mut around = (old, new);
        let at = loop {
            if let Some(at) = self.known.get(&(around.0.id(), around.1.id())) {
                break *at;
            }
            match (around.0.parent(), around.1.parent()) {
                (Some(old), Some(new)) => around = (old, new),
                _ => return false,
            }
        };
        let (was, is) = (old.id(), new.id());
        // in the same bytes the same node stands at the same distance
        if self.differs[at] || was.0 - around.0.id().0 != is.0 - around.1.id().0 {
            return false;
        }
        let first = self.leads.partition_point(|lead| lead.0 < was);
        let leads = self.leads[first..].iter();
        let mut inside = leads.take_while(|lead| lead.0 < old.node().next);
        inside.all(|lead| lead.1.0.wrapping_sub(is.0) != lead.0.0 - was.0)
    }

    /// True when two operations are known to take and give the same.
    pub(super) fn operation(&self, old: &Operation<'_>, new: &Operation<'_>) -> bool {
        self.around(old, new) && self.holds(old.node, new.node)
    }

    /// True when two operations are known to take the same.
    pub(super) fn inputs(&self, old: &Operation<'_>, new: &Operation<'_>) -> bool {
        let parts = [key::PARAMETERS, key::REQUEST_BODY];
        self.around(old, new)
            && parts
                .iter()
                .all(|part| self.member(*part, (old.node, new.node)))
    }

    /// True when two operations are known to give the same.
    pub(super) fn outputs(&self, old: &Operation<'_>, new: &Operation<'_>) -> bool {
        self.member(key::RESPONSES, (old.node, new.node))
    }

    /// True when the path items around two operations are known to add the same parameters.
    fn around(&self, old: &Operation<'_>, new: &Operation<'_>) -> bool {
        let direct = [old, new].iter().all(|one| one.entry == one.path_item);
        direct && self.member(key::PARAMETERS, (old.path_item, new.path_item))
    }

    /// True when a member is in neither of two objects, or is known to be the same in both.
    fn member(&self, symbol: Symbol, (old, new): (NodeRef<'_>, NodeRef<'_>)) -> bool {
        match (old.member(symbol), new.member(symbol)) {
            (None, None) => true,
            (Some(old), Some(new)) => self.holds(old, new),
            _ => false,
        }
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

    /// Pair what two nodes that differ are made of: most of it is the same.
    fn children(&mut self, (old, new): Pair<'d>) {
        match (old.node().kind, new.node().kind) {
            (Kind::Object, Kind::Object) => {
                let shows =
                    |entry: NodeRef<'d>| matches!(entry.key_symbol(), key::EXAMPLE | key::EXAMPLES);
                self.members((old, new), |entry| {
                    entry.node().is_container() && !shows(entry)
                });
            }
            (Kind::Array, Kind::Array) => {
                let pairs = old.items().zip(new.items());
                for pair in pairs.filter(|(was, _)| was.node().is_container()) {
                    self.pair(pair);
                }
            }
            _ => {}
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
            if let Some(found) = references(self.pairs[at]) {
                for pair in found {
                    self.refers(at, pair);
                }
            } else {
                self.same.differs[at] = true;
                self.children(self.pairs[at]);
            }
            at += 1;
        }
        let all = 0..self.pairs.len();
        let mut different: Vec<usize> = all.filter(|at| self.same.differs[*at]).collect();
        let mut tainted = self.same.differs.clone();
        while let Some(at) = different.pop() {
            for (user, (old, new)) in std::mem::take(&mut self.users[at]) {
                self.same.leads.push((old.id(), new.id()));
                if !std::mem::replace(&mut tainted[user], true) {
                    different.push(user);
                }
            }
        }
        self.same.leads.sort_unstable();
        self.same.leads.dedup();
    }

    fn refers(&mut self, user: usize, pair: Pair<'d>) {
        match (self.old.follow(pair.0), self.new.follow(pair.1)) {
            (Some(old), Some(new)) => {
                let target = self.pair((old, new));
                self.users[target].push((user, pair));
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
