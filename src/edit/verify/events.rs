//! What the changes mean for each node, in document order.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::document::{Document, Kind, NodeId, Value};
use crate::edit::{Change, Position};

/// What happens to one old node.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fate<'c> {
    /// It goes.
    pub(super) gone: bool,
    /// Its new key.
    pub(super) key: Option<&'c str>,
    /// Its new value.
    pub(super) value: Option<&'c Value>,
    /// It was empty and becomes a collection of this kind.
    pub(super) filled: Option<Kind>,
}

/// A member that comes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrival<'c> {
    /// It comes before this old node in document order.
    pub(super) before: NodeId,
    /// The old container it comes into.
    pub(super) container: NodeId,
    /// Its key, in an object.
    pub(super) key: Option<&'c str>,
    /// Its value.
    pub(super) value: &'c Value,
}

/// All changes, by node.
pub(super) struct Plan<'c> {
    /// What happens to old nodes, in document order.
    pub(super) fates: BTreeMap<NodeId, Fate<'c>>,
    /// What comes, in document order.
    pub(super) arrivals: Vec<Arrival<'c>>,
}

impl<'c> Plan<'c> {
    pub(super) fn of(document: &Document, changes: &'c [Change]) -> Self {
        let mut plan = Self {
            fates: BTreeMap::new(),
            arrivals: Vec::new(),
        };
        for change in changes {
            plan.add(document, change);
        }
        // at the end of several containers: the innermost first; before a member: after all ends
        plan.arrivals.sort_by_key(|arrival| {
            let inside = document.node(arrival.container).next > arrival.before;
            (arrival.before, inside, Reverse(arrival.container))
        });
        plan
    }

    fn add(&mut self, document: &Document, change: &'c Change) {
        match change {
            Change::RemoveEntry { entry: id } | Change::RemoveItem { item: id } => {
                self.fates.entry(*id).or_default().gone = true;
            }
            Change::Replace { node, value } => {
                self.fates.entry(*node).or_default().value = Some(value);
            }
            Change::RenameKey { entry, key } => {
                self.fates.entry(*entry).or_default().key = Some(key);
            }
            Change::InsertEntry {
                object,
                position,
                key,
                value,
            } => {
                self.fill(document, *object, Kind::Object);
                self.arrivals.push(Arrival {
                    before: before(document, *object, *position),
                    container: *object,
                    key: Some(key),
                    value,
                });
            }
            Change::InsertItem {
                array,
                position,
                value,
            } => {
                self.fill(document, *array, Kind::Array);
                self.arrivals.push(Arrival {
                    before: before(document, *array, *position),
                    container: *array,
                    key: None,
                    value,
                });
            }
        }
    }

    /// An empty YAML value becomes a collection when it gets a member.
    fn fill(&mut self, document: &Document, container: NodeId, kind: Kind) {
        if document.node(container).kind == Kind::Null {
            self.fates.entry(container).or_default().filled = Some(kind);
        }
    }
}

/// The old node that a member at `position` comes before; the one after the container at its end.
fn before(document: &Document, container: NodeId, position: Position) -> NodeId {
    let node = document.node(container);
    match position {
        Position::First => NodeId(container.0 + 1),
        Position::After(member) => document.node(member).next,
        Position::Last => node.next,
    }
}
