//! What changes mean, said a second time and simply: applied to values, not to bytes.

use oneauth::document::{Document, Kind, NodeId, NodeRef, Value};
use oneauth::edit::{Change, Position};

/// The value of a document after these changes.
pub(crate) fn applied(document: &Document, changes: &[Change]) -> Value {
    value(document.root(), changes)
}

fn value(node: NodeRef<'_>, changes: &[Change]) -> Value {
    for change in changes {
        if let Change::Replace { node: id, value } = change
            && *id == node.id()
        {
            return value.clone();
        }
    }
    match node.kind() {
        Kind::Object => object(node, changes),
        Kind::Array => array(node, changes),
        _ => Value::of(node, 10).expect("a scalar is one node"),
    }
}

fn object(node: NodeRef<'_>, changes: &[Change]) -> Value {
    let mut members = Vec::new();
    inserted(node.id(), Position::First, changes, &mut members);
    for entry in node.entries() {
        let gone = changes
            .iter()
            .any(|change| matches!(change, Change::RemoveEntry { entry: id } if *id == entry.id()));
        if !gone {
            let renamed = changes.iter().find_map(|change| match change {
                Change::RenameKey { entry: id, key } if *id == entry.id() => Some(key.clone()),
                _ => None,
            });
            let key = renamed.unwrap_or_else(|| entry.key().to_owned());
            members.push((key, value(entry, changes)));
        }
        inserted(
            node.id(),
            Position::After(entry.id()),
            changes,
            &mut members,
        );
    }
    inserted(node.id(), Position::Last, changes, &mut members);
    let mut keys: Vec<_> = members.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(
        keys.len(),
        members.len(),
        "a change makes a duplicate key: {keys:?}"
    );
    Value::Object(members)
}

fn inserted(object: NodeId, at: Position, changes: &[Change], out: &mut Vec<(String, Value)>) {
    for change in changes {
        if let Change::InsertEntry {
            object: id,
            position,
            key,
            value,
        } = change
            && (*id, *position) == (object, at)
        {
            out.push((key.clone(), value.clone()));
        }
    }
}

fn array(node: NodeRef<'_>, changes: &[Change]) -> Value {
    let added = |at: Position| {
        changes.iter().filter_map(move |change| match change {
            Change::InsertItem {
                array,
                position,
                value,
            } if (*array, *position) == (node.id(), at) => Some(value.clone()),
            _ => None,
        })
    };
    let mut items: Vec<Value> = added(Position::First).collect();
    for item in node.items() {
        let gone = changes
            .iter()
            .any(|change| matches!(change, Change::RemoveItem { item: id } if *id == item.id()));
        if !gone {
            items.push(value(item, changes));
        }
        items.extend(added(Position::After(item.id())));
    }
    items.extend(added(Position::Last));
    Value::Array(items)
}
