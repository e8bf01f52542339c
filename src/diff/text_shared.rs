//! Whether two large texts have lines in common that are worth a search.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

/// One line in so many that both texts have once each makes them related.
const RELATED: usize = 1024;
/// So many such lines do whatever the size.
const ENOUGH: usize = 64;

/// True when hardly any line stands in each of two texts once: braces and the like are no reason to
/// align them.
pub(super) fn is_unrelated(old: &[&str], new: &[&str]) -> bool {
    let enough = (old.len().min(new.len()) / RELATED).clamp(1, ENOUGH);
    let hashes = [old, new].map(|lines| lines.iter().map(|line| hash(line)).collect::<Vec<_>>());
    let marks = hashes.each_ref().map(|hashes| Marks::of(hashes));
    // what has no mark in the other text is in it nowhere, and need not be counted
    let mut counts: FxHashMap<&str, [u32; 2]> = FxHashMap::default();
    for (line, hash) in new.iter().zip(&hashes[1]) {
        if marks[0].has(*hash) {
            counts.entry(line).or_default()[1] += 1;
        }
    }
    for (line, hash) in old.iter().zip(&hashes[0]) {
        if marks[1].has(*hash)
            && let Some(count) = counts.get_mut(line)
        {
            count[0] += 1;
        }
    }
    counts.values().filter(|count| **count == [1, 1]).count() <= enough
}

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
