//! Which patterns could match: one search for the literal parts of all of them.

use std::sync::{LazyLock, OnceLock};

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

/// The literals by their second and third byte: no literal is shorter. Where these stand in none,
/// none begins here, nor at the next byte when they begin none: most text is passed over by one
/// look at every other pair. The table is made faster than an automaton would be.
struct Literals {
    /// By [`pair`]: how far to go on, or [`ALIKE`] and the index of the literals that have it.
    pairs: Box<[u8; PAIRS]>,
    /// The literals that are alike in these two bytes, with the patterns they belong to.
    alike: Vec<Vec<(&'static [u8], PatternSet)>>,
}

/// No literal begins here, nor at the next byte.
const NONE: u8 = 0;
/// No literal begins here.
const NOT_HERE: u8 = 1;
/// Some literals may begin here.
const ALIKE: u8 = 2;

static LITERALS: LazyLock<Literals> = LazyLock::new(|| {
    let mut literals = Literals {
        pairs: Box::new([NONE; PAIRS]),
        alike: Vec::new(),
    };
    for escape in ESCAPES {
        literals.add(escape.as_bytes(), PatternSet::default());
    }
    for (index, pattern) in PATTERNS.iter().enumerate() {
        for literal in pattern.literals {
            literals.add(literal.as_bytes(), PatternSet(1 << index));
        }
    }
    literals
});

impl Literals {
    fn add(&mut self, literal: &'static [u8], patterns: PatternSet) {
        let begins = &mut self.pairs[pair(literal[0], literal[1])];
        *begins = (*begins).max(NOT_HERE);
        let inside = &mut self.pairs[pair(literal[1], literal[2])];
        if *inside < ALIKE {
            let next = u8::try_from(self.alike.len()).expect("a test adds every literal");
            *inside = ALIKE + next;
            self.alike.push(Vec::new());
        }
        self.alike[usize::from(*inside - ALIKE)].push((literal, patterns));
    }
}

/// How many pairs of bytes there are.
const PAIRS: usize = 1 << 16;

const fn pair(first: u8, second: u8) -> usize {
    u16::from_le_bytes([first, second]) as usize
}

/// The patterns of all literals in a text; `None` when there is no literal. An escape is a literal
/// of no pattern.
pub(super) fn patterns_of(text: &[u8]) -> Option<PatternSet> {
    let literals = &*LITERALS;
    let mut found = None;
    let mut rest = text;
    while let [_, second, third, ..] = rest {
        let step = match literals.pairs[pair(*second, *third)] {
            NONE => 2,
            NOT_HERE => 1,
            alike => {
                for (literal, patterns) in &literals.alike[usize::from(alike - ALIKE)] {
                    if rest.starts_with(literal) {
                        found.get_or_insert_with(PatternSet::default).add(*patterns);
                    }
                }
                1
            }
        };
        rest = &rest[step..];
    }
    found
}

/// The compiled form of a pattern.
pub(super) fn regex(index: usize) -> &'static Regex {
    static COMPILED: [OnceLock<Regex>; PATTERNS_LEN] = [const { OnceLock::new() }; PATTERNS_LEN];
    COMPILED[index]
        .get_or_init(|| Regex::new(PATTERNS[index].regex).expect("a test compiles every pattern"))
}

const PATTERNS_LEN: usize = PATTERNS.len();
const _: () = assert!(PATTERNS_LEN <= 128, "a set holds 128 patterns");
