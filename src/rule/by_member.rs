//! Which rules want to see a node, by the members it has: one look at each member for all rules.

use rustc_hash::FxHashMap;

use super::rule_set::{Active, Conditional};
use crate::document::{Document, NodeRef, Symbol};

/// The keys of a document by what they begin with, as far as rules asked.
pub(super) type Beginning = FxHashMap<&'static str, Vec<Symbol>>;

/// The rules of one hook, and the members that call them.
pub(super) struct Asking<'r> {
    /// At most 64: each has a bit below. One more is an overflow, which every test would meet.
    rules: Vec<Active<'r>>,
    /// A bit for each rule that wants to see every node.
    always: u64,
    /// Each name once, with a bit for each rule that named it.
    names: Vec<(&'static str, u64)>,
    /// What names begin with.
    beginnings: Vec<(&'static str, u64)>,
}

impl<'r> Asking<'r> {
    /// Of these rules, with the members each named.
    pub(super) fn new(rules: Vec<Conditional<'r>>) -> Self {
        let mut asking = Self {
            rules: Vec::new(),
            always: 0,
            names: Vec::new(),
            beginnings: Vec::new(),
        };
        for (rule, members) in rules {
            let bit = 1_u64 << asking.rules.len();
            asking.rules.push(rule);
            if members.is_empty() {
                asking.always |= bit;
            }
            for member in members {
                let (list, name) = match member.strip_suffix('*') {
                    Some(beginning) => (&mut asking.beginnings, beginning),
                    None => (&mut asking.names, *member),
                };
                match list.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, bits)) => *bits |= bit,
                    None => list.push((name, bit)),
                }
            }
        }
        asking
    }
}

/// The rules of one hook, and which of them each key of a document calls.
pub(super) struct ByMember<'s, 'r> {
    asking: &'s Asking<'r>,
    /// By symbol, a bit for each rule that wants to see a node with this key.
    called: Vec<u64>,
    /// Merged members are not among a node's own: every rule looks for itself.
    merges: bool,
}

impl<'s, 'r> ByMember<'s, 'r> {
    /// Ready for one document.
    pub(super) fn new(asking: &'s Asking<'r>, document: &Document, known: &mut Beginning) -> Self {
        let symbols = document.symbols();
        let mut called = vec![0; symbols.count()];
        for (name, bits) in &asking.names {
            if let Some(symbol) = symbols.lookup(name) {
                called[symbol.index()] |= bits;
            }
        }
        for (beginning, bits) in &asking.beginnings {
            let search = || symbols.beginning_with(beginning).collect();
            for symbol in known.entry(beginning).or_insert_with(search) {
                called[symbol.index()] |= bits;
            }
        }
        Self {
            asking,
            called,
            merges: document.has_merges(),
        }
    }

    /// By symbol: true when a key calls some rule by itself.
    pub(super) fn called(&self) -> Vec<bool> {
        self.called.iter().map(|bits| *bits != 0).collect()
    }

    /// The rules that a key calls by itself, in their order.
    pub(super) fn of_key(&self, key: Symbol) -> impl Iterator<Item = Active<'r>> {
        self.rules_of(self.called.get(key.index()).copied().unwrap_or(0))
    }

    /// The rules that the members of these objects call, in their order.
    pub(super) fn of<'d>(
        &self,
        objects: impl IntoIterator<Item = NodeRef<'d>>,
    ) -> impl Iterator<Item = Active<'r>> {
        let members = objects.into_iter().flat_map(NodeRef::children);
        let usual = if self.merges {
            u64::MAX
        } else {
            self.asking.always
        };
        let called = |member: NodeRef<'_>| self.called.get(member.key_symbol().index());
        let bits = members
            .filter_map(called)
            .fold(usual, |bits, more| bits | more);
        let all = u64::MAX.checked_shr(64 - self.asking.rules.len() as u32);
        self.rules_of(bits & all.unwrap_or(0))
    }

    fn rules_of(&self, mut left: u64) -> impl Iterator<Item = Active<'r>> {
        std::iter::from_fn(move || {
            let first = left.trailing_zeros();
            let rule = self.asking.rules.get(first as usize)?;
            left &= left - 1;
            Some(*rule)
        })
    }
}
