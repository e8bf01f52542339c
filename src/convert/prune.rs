//! Leaving out what nothing refers to.

use std::borrow::Cow;

use super::draft::{Draft, Shelf};
use rustc_hash::{FxHashMap, FxHashSet};

use super::members::Members;
use super::within;

/// Leave out the shared parts that neither the paths nor anything they refer to names.
pub(super) fn prune(root: &mut Members<'_>) {
    let mut used: FxHashSet<String> = FxHashSet::default();
    let mut open: Vec<String> = Vec::new();
    for (key, value) in root.keys().zip(root.values()) {
        if Shelf::ALL.iter().all(|shelf| shelf.key() != key) {
            references(value, &mut open);
        }
    }
    let parts = Parts::of(root);
    while let Some(reference) = open.pop() {
        if used.contains(&reference) {
            continue;
        }
        if let Some(part) = parts.0.get(&reference) {
            references(part, &mut open);
        }
        used.insert(reference);
    }
    for shelf in Shelf::ALL {
        let Some(Draft::Object(parts)) = root.get_mut(shelf.key()) else {
            continue;
        };
        parts.retain(|(name, _)| used.contains(&shelf.reference(name)));
        if parts.is_empty() {
            root.remove(shelf.key());
        }
    }
}

/// The shared parts of a result, by the references to them.
pub(super) struct Parts<'v, 'd>(pub(super) FxHashMap<String, &'v Draft<'d>>);

impl<'v, 'd> Parts<'v, 'd> {
    pub(super) fn of(root: &'v Members<'d>) -> Self {
        let mut parts = FxHashMap::default();
        for shelf in Shelf::ALL {
            if let Some(Draft::Object(members)) = root.get(shelf.key()) {
                let named = members
                    .iter()
                    .map(|(name, part)| (shelf.reference(name), part));
                parts.extend(named);
            }
        }
        Self(parts)
    }
}

/// Every reference in a value, without descending by recursion.
pub(super) fn references(value: &Draft<'_>, out: &mut Vec<String>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Draft::Array(items) => open.extend(items),
            Draft::Object(members) => {
                for (key, member) in members {
                    let text = (key == "$ref").then(|| member.as_str());
                    match text.flatten() {
                        Some(text) => out.push(text.into_owned()),
                        None => open.push(member),
                    }
                }
            }
            Draft::Source(node) => {
                let named = within::definitions(*node);
                out.extend(named.map(|name| Shelf::Definitions.reference(name)));
            }
            Draft::Reference(..) => out.extend(value.reference().map(Cow::into_owned)),
            _ => {}
        }
    }
}
