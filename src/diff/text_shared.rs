//! Whether two large texts have lines in common that are worth a search.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

use super::text_hunks::lines;

/// One line in so many that both texts have once each makes them related.
const RELATED: usize = 1024;
/// Bytes of a usual line.
const LINE: usize = 24;
/// So many such lines do whatever the size.
const ENOUGH: usize = 64;

/// How many lines each of two texts has, when hardly any line stands in each of them once: braces
/// and the like are no reason to align them.
pub(super) fn unrelated(texts: [&str; 2]) -> Option<[usize; 2]> {
    let hashes = texts.map(|text| {
        let mut hashes = Vec::with_capacity(text.len() / LINE);
        hashes.extend(lines(text).map(hash));
        hashes
    });
    let lines = hashes.each_ref().map(Vec::len);
    let enough = (lines[0].min(lines[1]) / RELATED).clamp(1, ENOUGH);
    let marks = hashes.each_ref().map(|hashes| Marks::of(hashes));
    // what has no mark in the other text is in it nowhere, and need not be counted
    let mut counts: FxHashMap<u64, [u32; 2]> = FxHashMap::default();
    for hash in hashes[1].iter().filter(|hash| marks[0].has(**hash)) {
        counts.entry(*hash).or_default()[1] += 1;
    }
    for hash in hashes[0].iter().filter(|hash| marks[1].has(**hash)) {
        if let Some(count) = counts.get_mut(hash) {
            count[0] += 1;
        }
    }
    let shared = counts.values().filter(|count| **count == [1, 1]).count();
    (shared <= enough).then_some(lines)
}

/// What stands for a line: two lines in millions with one hash do no harm.
fn hash(line: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(line.as_bytes());
    hasher.finish()
}

/// A bit for each hash, of few megabits: a set that may hold too much, never too little.
struct Marks(Vec<u64>);

impl Marks {
    const BITS: u32 = 22;

    fn of(hashes: &[u64]) -> Self {
        let mut words = vec![0; 1 << (Self::BITS - 6)];
        for hash in hashes {
            let (word, bit) = Self::place(*hash);
            words[word] |= bit;
        }
        Self(words)
    }

    fn has(&self, hash: u64) -> bool {
        let (word, bit) = Self::place(hash);
        self.0[word] & bit != 0
    }

    const fn place(hash: u64) -> (usize, u64) {
        let at = hash >> (u64::BITS - Self::BITS);
        ((at >> 6) as usize, 1 << (at & 63))
    }
}
