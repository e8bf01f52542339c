//! Which operation of the new document is which of the old one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::normalized;
use crate::spec::{Operation, Spec};

/// Pairs of operations, in the old document's order, and old ones without a partner.
pub(super) struct Matched<'o, 'n> {
    pub(super) pairs: Vec<(Operation<'o>, Operation<'n>)>,
    pub(super) lost: Vec<Operation<'o>>,
}

/// By path and method, then by a path that differs in names and letter case only, then by id, then
/// by id as an export writes it. A key that two operations share decides nothing.
pub(super) fn matched<'o, 'n>(old: &Spec<'o>, new: &Spec<'n>) -> Matched<'o, 'n> {
    let mut partner: Vec<Option<usize>> = vec![None; old.operations().len()];
    let mut taken = FxHashSet::default();
    let keys: [Key; 4] = [
        |o| Some(exact(o)),
        |o| Some(shaped(o)),
        by_id,
        by_normalized_id,
    ];
    for key in keys {
        let index = unique(new.operations(), &taken, key);
        let wanted = unique_old(old.operations(), &partner, key);
        for (text, at) in wanted {
            if let Some(hit) = index.get(&text) {
                partner[at] = Some(*hit);
                taken.insert(*hit);
            }
        }
    }
    let mut out = Matched {
        pairs: Vec::new(),
        lost: Vec::new(),
    };
    for (operation, hit) in old.operations().iter().zip(partner) {
        match hit {
            Some(at) => out.pairs.push((*operation, new.operations()[at])),
            None => out.lost.push(*operation),
        }
    }
    out
}

/// True when both documents have operations, and no operation of one is an operation of the other:
/// the new one is no newer export of the same API.
pub fn is_another_api(old: &Spec<'_>, new: &Spec<'_>) -> bool {
    let both = !old.operations().is_empty() && !new.operations().is_empty();
    both && matched(old, new).pairs.is_empty()
}

/// What operations are told apart by; nothing when an operation lacks it.
type Key = fn(&Operation<'_>) -> Option<String>;

fn unique(
    operations: &[Operation<'_>],
    taken: &FxHashSet<usize>,
    key: Key,
) -> FxHashMap<String, usize> {
    let free = operations
        .iter()
        .enumerate()
        .filter(|(at, _)| !taken.contains(at));
    only_once(free, key)
}

fn unique_old(
    operations: &[Operation<'_>],
    partner: &[Option<usize>],
    key: Key,
) -> FxHashMap<String, usize> {
    let free = operations
        .iter()
        .enumerate()
        .filter(|(at, _)| partner[*at].is_none());
    only_once(free, key)
}

fn only_once<'a, 'd: 'a>(
    operations: impl Iterator<Item = (usize, &'a Operation<'d>)>,
    key: Key,
) -> FxHashMap<String, usize> {
    let mut found: FxHashMap<String, Option<usize>> = FxHashMap::default();
    for (at, operation) in operations {
        if let Some(text) = key(operation) {
            found
                .entry(text)
                .and_modify(|once| *once = None)
                .or_insert(Some(at));
        }
    }
    found
        .into_iter()
        .filter_map(|(text, once)| Some((text, once?)))
        .collect()
}

fn exact(operation: &Operation<'_>) -> String {
    format!("{:?} {}", operation.origin, operation.title())
}

fn shaped(operation: &Operation<'_>) -> String {
    let shape = shape(operation.path);
    let method = operation.method_name();
    format!("{:?} {method} {shape}", operation.origin)
}

/// Ids tell operations apart, whatever their method; a method that changed makes another operation.
fn by_id(operation: &Operation<'_>) -> Option<String> {
    let id = operation.operation_id()?.as_str()?;
    Some(format!("{} {id}", operation.method_name()))
}

fn by_normalized_id(operation: &Operation<'_>) -> Option<String> {
    let id = operation.operation_id()?.as_str()?;
    Some(format!("{} {}", operation.method_name(), normalized(&id)))
}

/// A path without what an export may change in it: parameter names, letter case, the query that
/// required parameters become, a slash at the end.
fn shape(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let mut out = String::new();
    let mut inside = false;
    for c in path.trim_end_matches('/').chars() {
        match c {
            '{' => {
                inside = true;
                out.push_str("{}");
            }
            '}' => inside = false,
            c if !inside => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
    out
}

/// The names between braces, in order.
pub(super) fn template_names(path: &str) -> Vec<&str> {
    let parts = path.split('{').skip(1);
    parts
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}
