//! Changes of one container's members, ordered into the gaps between the members that stay.

use std::ops::Range;

use crate::document::{Document, NodeId, NodeRef, Value};
use crate::edit::Position;

/// A member to be put in.
#[derive(Clone, Copy, Debug)]
pub(super) struct New<'c> {
    /// Its key, in an object.
    pub(super) key: Option<&'c str>,
    /// Its value.
    pub(super) value: &'c Value,
}

/// What changes among the members of one container.
#[derive(Debug, Default)]
pub(super) struct Group<'c> {
    /// Members that go.
    pub(super) gone: Vec<NodeId>,
    /// Members that come, with their places, in the order they were asked for.
    pub(super) new: Vec<(Position, New<'c>)>,
}

/// The room between two members that stay, when something changes in it.
#[derive(Debug)]
pub(super) struct Gap<'c> {
    /// The member before it.
    pub(super) before: Option<usize>,
    /// The members that go.
    pub(super) gone: Range<usize>,
    /// The member after it.
    pub(super) after: Option<usize>,
    /// The members that come, in order.
    pub(super) new: Vec<New<'c>>,
}

/// How many members stand before a position; `None` when it names no member of this container.
pub(in crate::edit) fn rank(position: Position, members: &[NodeId]) -> Option<usize> {
    match position {
        Position::First => Some(0),
        Position::Last => Some(members.len()),
        Position::After(id) => members.binary_search(&id).ok().map(|order| order + 1),
    }
}

/// The members of a container, by order.
pub(super) fn members(document: &Document, container: NodeId) -> Vec<NodeId> {
    let node = document.node(container);
    if !node.is_container() {
        return Vec::new();
    }
    document.at(container).children().map(NodeRef::id).collect()
}

impl<'c> Group<'c> {
    /// The gaps something changes in, in order.
    pub(super) fn gaps(&self, members: &[NodeId]) -> Vec<Gap<'c>> {
        let mut new: Vec<(usize, New<'c>)> = self
            .new
            .iter()
            .map(|(position, new)| (rank(*position, members).unwrap_or(members.len()), *new))
            .collect();
        new.sort_by_key(|(rank, _)| *rank);
        let mut new = new.into_iter().peekable();
        let mut gaps = Vec::new();
        let mut gone = vec![false; members.len()];
        for id in &self.gone {
            if let Ok(order) = members.binary_search(id) {
                gone[order] = true;
            }
        }
        let mut start = 0_usize;
        for end in 0..=members.len() {
            if gone.get(end) == Some(&true) {
                continue;
            }
            let fresh = std::iter::from_fn(|| new.next_if(|(rank, _)| *rank <= end));
            let gap = Gap {
                before: start.checked_sub(1),
                gone: start..end,
                after: (end < members.len()).then_some(end),
                new: fresh.map(|(_, new)| new).collect(),
            };
            start = end + 1;
            if !gap.gone.is_empty() || !gap.new.is_empty() {
                gaps.push(gap);
            }
        }
        gaps
    }
}
