//! What should change, in the document's terms: nodes, never offsets.

use crate::document::{NodeId, Value};

/// One change to a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Take a member out of its object, key and value.
    RemoveEntry {
        /// The member.
        entry: NodeId,
    },
    /// Take an item out of its array.
    RemoveItem {
        /// The item.
        item: NodeId,
    },
    /// Put a new member into an object.
    InsertEntry {
        /// The object.
        object: NodeId,
        /// Where in it.
        position: Position,
        /// The new key; the object must not have it.
        key: String,
        /// The new value.
        value: Value,
    },
    /// Put a new item into an array.
    InsertItem {
        /// The array.
        array: NodeId,
        /// Where in it.
        position: Position,
        /// The new value.
        value: Value,
    },
    /// Give a node another value; its key stays.
    Replace {
        /// The node.
        node: NodeId,
        /// Its new value.
        value: Value,
    },
    /// Give a member another key; its value stays.
    RenameKey {
        /// The member.
        entry: NodeId,
        /// Its new key.
        key: String,
    },
}

/// A place among the members of a container. Several inserts at one place keep their order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Position {
    /// Before all members.
    First,
    /// After all members.
    Last,
    /// After this member, or after the nearest one before it that stays.
    After(NodeId),
}
