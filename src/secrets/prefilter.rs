//! Which patterns could match: one search for the literal parts of all of them. The texts are short
//! and the literals many, so a plain table is faster than looking ahead for rare bytes.

use std::sync::{LazyLock, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use regex::Regex;

use super::patterns::PATTERNS;

/// A set of patterns, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct PatternSet(u128);

impl PatternSet {
    /// The patterns that are found by an `@` behind `://`.
    pub(super) const fn of_user_parts() -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < PATTERNS.len() {
            if PATTERNS[at].literals.is_empty() {
                bits |= 1 << at;
            }
            at += 1;
        }
        Self(bits)
    }

    /// The patterns that have this literal.
    pub(super) fn of_literal(literal: &str) -> Self {
        let has = |index: &usize| PATTERNS[*index].literals.contains(&literal);
        let indices = (0..PATTERNS.len()).filter(has);
        Self(indices.fold(0, |bits, index| bits | 1 << index))
    }

    pub(super) const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// The indices of its patterns, ascending.
    pub(super) fn indices(self) -> impl Iterator<Item = usize> {
        (0..PATTERNS.len()).filter(move |index| self.0 & (1 << index) != 0)
    }
}

/// Characters that some writers escape, so that a literal of ours is not there to be found:
/// `\u002B` for `+`, `\u003d` for `=`.
const ESCAPES: [&str; 4] = ["u003d", "u003D", "u002b", "u002B"];

struct Literals {
    search: AhoCorasick,
    /// The patterns of each literal.
    patterns: Vec<PatternSet>,
}

static LITERALS: LazyLock<Literals> = LazyLock::new(|| {
    let mut texts: Vec<&str> = ESCAPES.to_vec();
    let mut patterns = vec![PatternSet::default(); ESCAPES.len()];
    for (index, pattern) in PATTERNS.iter().enumerate() {
        for literal in pattern.literals {
            let known = texts.iter().position(|text| text == literal);
            let at = known.unwrap_or_else(|| {
                texts.push(literal);
                patterns.push(PatternSet::default());
                texts.len() - 1
            });
            patterns[at].0 |= 1 << index;
        }
    }
    let search = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::DFA))
        .prefilter(false)
        .match_kind(MatchKind::LeftmostFirst)
        .build(&texts)
        .expect("the literals are few and short");
    Literals { search, patterns }
});

/// Every place of a literal: its offset and the patterns it belongs to. An escape belongs to none.
pub(super) fn hits(text: &str) -> impl Iterator<Item = (usize, PatternSet)> {
    let literals = &*LITERALS;
    let found = literals.search.find_iter(text);
    found.map(|hit| (hit.start(), literals.patterns[hit.pattern().as_usize()]))
}

/// The compiled form of a pattern.
pub(super) fn regex(index: usize) -> &'static Regex {
    static COMPILED: [OnceLock<Regex>; PATTERNS_LEN] = [const { OnceLock::new() }; PATTERNS_LEN];
    COMPILED[index]
        .get_or_init(|| Regex::new(PATTERNS[index].regex).expect("a test compiles every pattern"))
}

const PATTERNS_LEN: usize = PATTERNS.len();
const _: () = assert!(PATTERNS_LEN <= 128, "a set holds 128 patterns");
