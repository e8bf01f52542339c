//! Whether the items of an array are distinct, without copying them.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use crate::document::{Kind, NodeRef, Value};

/// The first item that equals an earlier one: JSON equality, members in any order.
pub(super) fn first_repeated(array: NodeRef<'_>) -> Option<NodeRef<'_>> {
    array.item(1)?;
    let mut items: Vec<_> = array
        .items()
        .map(|item| (fingerprint(item), item))
        .collect();
    items.sort_by_key(|(fingerprint, item)| (*fingerprint, item.id()));
    let alike = items.chunk_by(|a, b| a.0 == b.0);
    alike.filter_map(repeated).min_by_key(|item| item.id())
}

/// The first of these items that equals an earlier one.
fn repeated<'d>(alike: &[(u64, NodeRef<'d>)]) -> Option<NodeRef<'d>> {
    (1..alike.len())
        .map(|at| alike[at].1)
        .enumerate()
        .find_map(|(before, item)| {
            let same = |earlier: &(u64, NodeRef<'_>)| equal(earlier.1, item);
            alike[..=before].iter().any(same).then_some(item)
        })
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
