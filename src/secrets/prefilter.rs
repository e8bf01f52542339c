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

/// The literals by two pairs of bytes in each, one right behind the other one's first byte: whoever
/// looks at every other byte of a text and the one behind it meets one of the two. A look is a look
/// into a table, which is faster than an automaton would be.
struct Literals {
    /// By [`pair`]: 0, or 1 and the index of the literals that have it.
    pairs: Box<[u8; PAIRS]>,
    having: Vec<Vec<Literal>>,
}

/// A literal that has a pair of bytes, where it has them, and the patterns it belongs to.
struct Literal {
    text: &'static [u8],
    at: usize,
    patterns: PatternSet,
}

static LITERALS: LazyLock<Literals> = LazyLock::new(|| {
    let mut literals = Literals {
        pairs: Box::new([0; PAIRS]),
        having: Vec::new(),
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
    fn add(&mut self, text: &'static [u8], patterns: PatternSet) {
        let first = rarest(text);
        for at in [first, first + 1] {
            let having = &mut self.pairs[pair([text[at], text[at + 1]])];
            if *having == 0 {
                self.having.push(Vec::new());
                *having = u8::try_from(self.having.len()).expect("a test adds every literal");
            }
            let having = &mut self.having[usize::from(*having - 1)];
            having.push(Literal { text, at, patterns });
        }
    }

    /// The patterns of the literals that stand in a text around a pair of bytes they have. Apart
    /// from the look at each pair, which has all registers for itself.
    #[cold]
    #[inline(never)]
    fn met(&self, having: u8, text: &[u8], at: usize, found: &mut Option<PatternSet>) {
        let having = &self.having[usize::from(having - 1)];
        for literal in having.iter().filter(|literal| literal.is_at(text, at)) {
            found
                .get_or_insert_with(PatternSet::default)
                .add(literal.patterns);
        }
    }
}

/// Where in a literal the three bytes stand that are met least. Most text is lower case, so that
/// a pair is rare by what is not.
fn rarest(literal: &[u8]) -> usize {
    let is_rare = |pair: &[u8]| pair.iter().any(|byte| !byte.is_ascii_lowercase());
    let count = |three: &[u8]| three.windows(2).filter(|pair| is_rare(pair)).count();
    let best = literal.windows(3).enumerate().rev();
    best.max_by_key(|(_, three)| count(three))
        .map_or(0, |(at, _)| at)
}

/// How many pairs of bytes there are.
const PAIRS: usize = 1 << 16;

const fn pair(bytes: [u8; 2]) -> usize {
    u16::from_le_bytes(bytes) as usize
}

/// The patterns of all literals in a text; `None` when there is no literal. An escape is a literal
/// of no pattern.
pub(super) fn patterns_of(text: &[u8]) -> Option<PatternSet> {
    let (literals, mut found) = (&*LITERALS, None);
    let pairs = &*literals.pairs;
    let (every_other, _) = text.as_chunks();
    for (number, bytes) in every_other.iter().enumerate() {
        let having = pairs[pair(*bytes)];
        if having != 0 {
            literals.met(having, text, 2 * number, &mut found);
        }
    }
    found
}

impl Literal {
    /// True when the literal stands in a text that has the pair at some place.
    fn is_at(&self, text: &[u8], pair: usize) -> bool {
        let rest = pair
            .checked_sub(self.at)
            .map_or(&[][..], |start| &text[start..]);
        // the first byte tells most apart, without a call
        rest.first() == self.text.first() && rest.starts_with(self.text)
    }
}

/// The compiled form of a pattern.
pub(super) fn regex(index: usize) -> &'static Regex {
    static COMPILED: [OnceLock<Regex>; PATTERNS_LEN] = [const { OnceLock::new() }; PATTERNS_LEN];
    COMPILED[index]
        .get_or_init(|| Regex::new(PATTERNS[index].regex).expect("a test compiles every pattern"))
}

const PATTERNS_LEN: usize = PATTERNS.len();
const _: () = assert!(PATTERNS_LEN <= 128, "a set holds 128 patterns");

#[cfg(test)]
mod tests {
    use super::{ESCAPES, PATTERNS, PatternSet, patterns_of};

    #[test]
    fn every_literal_is_found_wherever_it_stands() {
        for (index, pattern) in PATTERNS.iter().enumerate() {
            for literal in pattern.literals {
                for (before, behind) in [(0, 0), (0, 1), (1, 0), (1, 1), (4, 3)] {
                    let text = format!("{}{literal}{}", "|".repeat(before), "|".repeat(behind));
                    let found = patterns_of(text.as_bytes()).expect(&text);
                    assert!(found.indices().any(|one| one == index), "{text}");
                }
                let cut = &literal.as_bytes()[1..];
                let has = |found: PatternSet| found.indices().any(|one| one == index);
                let shorter = pattern
                    .literals
                    .iter()
                    .any(|one| literal[1..].contains(one));
                assert!(shorter || !patterns_of(cut).is_some_and(has), "{literal}");
            }
        }
        for escape in ESCAPES {
            assert_eq!(patterns_of(escape.as_bytes()), Some(PatternSet::default()));
        }
        assert_eq!(patterns_of(b"parcels of the day"), None);
    }
}
