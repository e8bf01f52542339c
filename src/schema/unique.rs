//! Whether the items of an array are distinct, without copying them.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::{FxHashMap, FxHasher};

use crate::document::{Kind, NodeRef, Value};

/// The first item that equals an earlier one: JSON equality, members in any order.
pub(super) fn first_repeated(array: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let mut seen: FxHashMap<u64, Vec<NodeRef<'_>>> = FxHashMap::default();
    for item in array.items() {
        let alike = seen.entry(fingerprint(item)).or_default();
        if alike.iter().any(|earlier| equal(*earlier, item)) {
            return Some(item);
        }
        alike.push(item);
    }
    None
}

/// A number that equal values share.
fn fingerprint(node: NodeRef<'_>) -> u64 {
    let mut hasher = FxHasher::default();
    match node.kind() {
        Kind::Integer | Kind::Float => node
            .text()
            .parse::<f64>()
            .map_or(0, f64::to_bits)
            .hash(&mut hasher),
        Kind::Array => node
            .items()
            .for_each(|item| fingerprint(item).hash(&mut hasher)),
        Kind::Object => return object_fingerprint(node),
        kind => (kind as u8, node.text()).hash(&mut hasher),
    }
    hasher.finish()
}

/// The sum over the members: their order does not matter.
fn object_fingerprint(object: NodeRef<'_>) -> u64 {
    let members = object.entries().map(|entry| {
        let mut hasher = FxHasher::default();
        (entry.key(), fingerprint(entry)).hash(&mut hasher);
        hasher.finish()
    });
    members.fold(1, u64::wrapping_add)
}

fn equal(a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    match (Value::of(a, usize::MAX), Value::of(b, usize::MAX)) {
        (Ok(a), Ok(b)) => sorted(a) == sorted(b),
        _ => false,
    }
}

/// The value with the members of its objects in the order of their keys.
fn sorted(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::array(items.into_iter().map(sorted)),
        Value::Object(members) => {
            let members = members.into_iter().map(|(key, value)| (key, sorted(value)));
            let mut members: Vec<_> = members.collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members)
        }
        other => other,
    }
}
