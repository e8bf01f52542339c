//! Whether two large texts have lines in common that are worth a search.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

use super::text_hunks::lines;

/// One line in so many that both texts have once each makes them related.
const RELATED: usize = 1024;
/// So many such lines do whatever the size.
const ENOUGH: usize = 64;

/// True when hardly any line stands in each of two texts once: braces and the like are no reason to
/// align them.
pub(super) fn is_unrelated([old, new]: [&str; 2]) -> bool {
    let hashes = [old, new].map(|text| lines(text).map(hash).collect::<Vec<_>>());
    let enough = (hashes[0].len().min(hashes[1].len()) / RELATED).clamp(1, ENOUGH);
    let marks = hashes.each_ref().map(|hashes| Marks::of(hashes));
    // what has no mark in the other text is in it nowhere, and need not be counted
    let mut counts: FxHashMap<&str, [u32; 2]> = FxHashMap::default();
    for (line, hash) in lines(new).zip(&hashes[1]) {
        if marks[0].has(*hash) {
            counts.entry(line).or_default()[1] += 1;
        }
    }
    for (line, hash) in lines(old).zip(&hashes[0]) {
        if marks[1].has(*hash)
            && let Some(count) = counts.get_mut(line)
        {
            count[0] += 1;
        }
    }
    counts.values().filter(|count| **count == [1, 1]).count() <= enough
}

fn hash(line: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(line.as_bytes());
    (hasher.finish() >> u32::BITS) as u32
}

/// A bit for each hash, of few megabits: a set that may hold too much, never too little.
struct Marks(Vec<u64>);

impl Marks {
    const BITS: u32 = 22;

    fn of(hashes: &[u32]) -> Self {
        let mut words = vec![0; 1 << (Self::BITS - 6)];
        for hash in hashes {
            let (word, bit) = Self::place(*hash);
            words[word] |= bit;
        }
        Self(words)
    }

    fn has(&self, hash: u32) -> bool {
        let (word, bit) = Self::place(hash);
        self.0[word] & bit != 0
    }

    const fn place(hash: u32) -> (usize, u64) {
        let at = hash >> (u32::BITS - Self::BITS);
        ((at >> 6) as usize, 1 << (at & 63))
    }
}
