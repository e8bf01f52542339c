//! Which rules want to see a node, by the members it has: one look at each member for all rules.

use rustc_hash::FxHashMap;

use super::{Hook, Rule};
use crate::document::{Document, NodeRef, Symbol, Symbols};

/// The keys of a document by what they begin with, as far as rules asked.
pub(super) type Beginning = FxHashMap<&'static str, Vec<Symbol>>;

/// The rules of one hook, and which of them each key calls.
pub(super) struct ByMember<'r> {
    /// At most 64: each has a bit below. One more is an overflow, which every test would meet.
    rules: Vec<&'r dyn Rule>,
    /// A bit for each rule that wants to see every node.
    always: u64,
    /// By symbol, a bit for each rule that wants to see a node with this key.
    called: Vec<u64>,
    /// Merged members are not among a node's own: every rule looks for itself.
    merges: bool,
}

impl<'r> ByMember<'r> {
    /// The rules that asked for `hook`, ready for one document.
    pub(super) fn new(
        rules: &[&'r dyn Rule],
        hook: Hook,
        document: &Document,
        beginning: &mut Beginning,
    ) -> Self {
        let symbols = document.symbols();
        let mut by_member = Self {
            rules: Vec::new(),
            always: 0,
            called: vec![0; symbols.count()],
            merges: document.has_merges(),
        };
        for rule in rules {
            for asked in rule.meta().hooks.iter().filter(|asked| asked.hook == hook) {
                by_member.add(*rule, asked.members, (symbols, beginning));
            }
        }
        by_member
    }

    fn add(
        &mut self,
        rule: &'r dyn Rule,
        members: &'static [&'static str],
        (symbols, known): (&Symbols, &mut Beginning),
    ) {
        let bit = 1_u64 << self.rules.len();
        self.rules.push(rule);
        if members.is_empty() {
            self.always |= bit;
        }
        for member in members {
            if let Some(beginning) = member.strip_suffix('*') {
                let search = || symbols.beginning_with(beginning).collect();
                for symbol in known.entry(beginning).or_insert_with(search) {
                    self.called[symbol.index()] |= bit;
                }
            } else if let Some(symbol) = symbols.lookup(member) {
                self.called[symbol.index()] |= bit;
            }
        }
    }

    /// True when a key calls some rule by itself.
    pub(super) fn is_called(&self, key: Symbol) -> bool {
        self.called.get(key.index()).is_some_and(|bits| *bits != 0)
    }

    /// The rules that a key calls by itself, in their order.
    pub(super) fn of_key(&self, key: Symbol) -> impl Iterator<Item = &'r dyn Rule> {
        self.rules_of(self.called.get(key.index()).copied().unwrap_or(0))
    }

    /// The rules that the members of these objects call, in their order.
    pub(super) fn of<'d>(
        &self,
        objects: impl IntoIterator<Item = NodeRef<'d>>,
    ) -> impl Iterator<Item = &'r dyn Rule> {
        let members = objects.into_iter().flat_map(NodeRef::children);
        let usual = if self.merges { u64::MAX } else { self.always };
        let called = |member: NodeRef<'_>| self.called.get(member.key_symbol().index());
        let bits = members
            .filter_map(called)
            .fold(usual, |bits, more| bits | more);
        let all = u64::MAX.checked_shr(64 - self.rules.len() as u32);
        self.rules_of(bits & all.unwrap_or(0))
    }

    fn rules_of(&self, mut left: u64) -> impl Iterator<Item = &'r dyn Rule> {
        std::iter::from_fn(move || {
            let first = left.trailing_zeros();
            let rule = self.rules.get(first as usize)?;
            left &= left - 1;
            Some(*rule)
        })
    }
}
