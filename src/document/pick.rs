//! Nodes of some kind, out of many.

use super::NodeId;

/// How many nodes are picked from in one step.
pub const PICK: usize = 64;

/// The nodes that are wanted, of at most [`PICK`] from `first` on. What kind of node comes next is
/// what a processor guesses badly: so all are asked about before one is looked at.
#[inline]
pub fn picked(first: NodeId, wanted: impl Iterator<Item = bool>) -> impl Iterator<Item = NodeId> {
    let bits = wanted
        .zip(0..)
        .map(|(is_wanted, at)| u64::from(is_wanted) << at);
    let mut left = bits.fold(0, |all, bit| all | bit);
    std::iter::from_fn(move || {
        let at = (left != 0).then(|| left.trailing_zeros())?;
        left &= left - 1;
        Some(NodeId(first.0 + at))
    })
}
