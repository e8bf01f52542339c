//! Finding entries of a growing list by their keys.

use rustc_hash::FxHashMap;

/// Entries that are searched one by one.
const FEW: usize = 32;

/// Where the entries of a list stand. It comes after the list, once there are many and one is
/// looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Index(FxHashMap<Box<str>, usize>);

impl Index {
    /// Where the entry with a key stands, in the list this index is for; its keys are unique.
    pub(super) fn place<T>(
        &mut self,
        list: &[T],
        key: &str,
        key_of: impl Fn(&T) -> &str,
    ) -> Option<usize> {
        if list.len() <= FEW {
            return list.iter().position(|entry| key_of(entry) == key);
        }
        let known = self.0.len();
        let new = list[known..].iter().zip(known..);
        self.0
            .extend(new.map(|(entry, at)| (key_of(entry).into(), at)));
        self.0.get(key).copied()
    }

    /// Entries have moved.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }
}
