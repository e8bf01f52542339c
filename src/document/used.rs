//! Which of the keys that every document knows a document has.

use super::{Symbol, WELL_KNOWN_COUNT};

/// A bit for each of those keys.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Used([u64; WELL_KNOWN_COUNT.div_ceil(64)]);

impl Used {
    /// The keys that some object has: a reader marks their symbols.
    pub(super) fn of(seen: &[u32]) -> Self {
        let mut used = Self::default();
        let marks = seen.iter().take(WELL_KNOWN_COUNT).enumerate();
        for (at, _) in marks.filter(|(_, mark)| **mark != 0) {
            used.0[at / 64] |= 1 << (at % 64);
        }
        used
    }

    /// Take over what a part of the document has.
    pub(super) fn add(&mut self, part: Self) {
        for (own, bits) in self.0.iter_mut().zip(part.0) {
            *own |= bits;
        }
    }

    /// False for a key that every document knows and this one does not have.
    pub(super) const fn may_have(self, key: Symbol) -> bool {
        let at = key.index();
        !key.is_well_known() || self.0[at / 64] & 1 << (at % 64) != 0
    }
}
