//! What of one list belongs to what of another.

use std::collections::VecDeque;
use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Take out of both lists what has one key, the first with the first. What has no key stays.
pub(super) fn matched<A, B, K: Hash + Eq>(
    (before, after): (&mut Vec<A>, &mut Vec<B>),
    old: impl Fn(&A) -> Option<K>,
    new: impl Fn(&B) -> Option<K>,
) -> Vec<(A, B)> {
    let mut free: FxHashMap<K, VecDeque<usize>> = FxHashMap::default();
    for (at, one) in after.iter().enumerate() {
        if let Some(key) = new(one) {
            free.entry(key).or_default().push_back(at);
        }
    }
    let mut slots: Vec<Option<B>> = std::mem::take(after).into_iter().map(Some).collect();
    let mut out = Vec::new();
    for was in std::mem::take(before) {
        let at = old(&was).and_then(|key| free.get_mut(&key)?.pop_front());
        match at.and_then(|at| slots[at].take()) {
            Some(is) => out.push((was, is)),
            None => before.push(was),
        }
    }
    *after = slots.into_iter().flatten().collect();
    out
}
