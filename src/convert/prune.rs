//! Leaving out what nothing refers to.

use super::draft::Draft;
use rustc_hash::FxHashSet;

use super::members::Members;

/// The members of the root that hold shared parts.
const SHARED: &[&str] = &["definitions", "parameters", "responses"];

/// Leave out the shared parts that neither the paths nor anything they refer to names.
pub(super) fn prune(root: &mut Members<'_>) {
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
        let Some(Draft::Object(parts)) = root.get_mut(kind) else {
            continue;
        };
        parts.retain(|(name, _)| used.contains(&format!("#/{kind}/{name}")));
        if parts.is_empty() {
            root.remove(kind);
        }
    }
}

fn find<'v, 'd>(root: &'v Members<'d>, reference: &str) -> Option<&'v Draft<'d>> {
    let (kind, name) = reference.strip_prefix("#/")?.split_once('/')?;
    root.get(kind)?.get(name)
}

/// Every reference in a value, without descending by recursion. What stands as in the source has
/// none.
pub(super) fn references(value: &Draft<'_>, out: &mut Vec<String>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Draft::Array(items) => open.extend(items),
            Draft::Object(members) => {
                for (key, member) in members {
                    match member.as_str().filter(|_| key == "$ref") {
                        Some(text) => out.push(text.into_owned()),
                        None => open.push(member),
                    }
                }
            }
            _ => {}
        }
    }
}
