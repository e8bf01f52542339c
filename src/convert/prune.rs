//! Leaving out what nothing refers to.

use rustc_hash::FxHashSet;

use super::members::Members;
use crate::document::Value;

/// The members of the root that hold shared parts.
const SHARED: &[&str] = &["definitions", "parameters", "responses"];

/// Leave out the shared parts that neither the paths nor anything they refer to names.
pub(super) fn prune(root: &mut Members) {
    let mut used: FxHashSet<String> = FxHashSet::default();
    let mut open: Vec<String> = Vec::new();
    for key in root.keys().filter(|key| !SHARED.contains(key)) {
        if let Some(value) = root.get(key) {
            references(value, &mut open);
        }
    }
    while let Some(reference) = open.pop() {
        if !used.insert(reference.clone()) {
            continue;
        }
        if let Some(part) = find(root, &reference) {
            references(part, &mut open);
        }
    }
    for kind in SHARED {
        let Some(Value::Object(parts)) = root.get_mut(kind) else {
            continue;
        };
        parts.retain(|(name, _)| used.contains(&format!("#/{kind}/{name}")));
        if parts.is_empty() {
            root.remove(kind);
        }
    }
}

fn find<'v>(root: &'v Members, reference: &str) -> Option<&'v Value> {
    let (kind, name) = reference.strip_prefix("#/")?.split_once('/')?;
    root.get(kind)?.get(name)
}

/// Every reference in a value, without descending by recursion.
pub(super) fn references(value: &Value, out: &mut Vec<String>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => {
                for (key, member) in members {
                    match member {
                        Value::String(text) if key == "$ref" => out.push(text.clone()),
                        _ => open.push(member),
                    }
                }
            }
            _ => {}
        }
    }
}
