//! The effective security of every operation, before and after.

use rustc_hash::FxHashMap;

use crate::spec::{Operation, Spec};

/// An operation whose effective security differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SecurityChange {
    /// `GET /pets`
    pub operation: String,
    /// What it required, in words; `None` when it was not there.
    pub before: Option<String>,
    /// What it requires; `None` when it is gone.
    pub after: Option<String>,
    /// True when it let everyone in before.
    pub was_public: bool,
    /// True when it lets everyone in now.
    pub is_public: bool,
}

/// The operations whose effective security differs, in the order of the old document; new ones
/// last.
pub fn security_changes(old: &Spec<'_>, new: &Spec<'_>) -> Vec<SecurityChange> {
    let after: FxHashMap<String, Facts> = facts(new).into_iter().collect();
    let before = facts(old);
    let mut out: Vec<SecurityChange> = Vec::new();
    for (title, was) in &before {
        let is = after.get(title);
        if is != Some(was) {
            out.push(change(title, Some(was), is));
        }
    }
    let known: FxHashMap<&String, &Facts> =
        before.iter().map(|(title, one)| (title, one)).collect();
    for (title, is) in facts(new) {
        if !known.contains_key(&title) {
            out.push(change(&title, None, Some(&is)));
        }
    }
    out
}

#[derive(PartialEq, Eq, Debug)]
struct Facts {
    required: String,
    public: bool,
    transport: &'static str,
}

fn facts(spec: &Spec<'_>) -> Vec<(String, Facts)> {
    let one = |operation: &Operation<'_>| {
        let protection = spec.protection(operation);
        let facts = Facts {
            required: protection.describe(),
            public: protection.is_public(),
            transport: spec.transport(operation).state.name(),
        };
        (operation.title(), facts)
    };
    spec.operations().iter().map(one).collect()
}

fn change(title: &str, was: Option<&Facts>, is: Option<&Facts>) -> SecurityChange {
    let words = |facts: &Facts| format!("{}, {}", facts.required, facts.transport);
    SecurityChange {
        operation: title.to_owned(),
        before: was.map(words),
        after: is.map(words),
        was_public: was.is_some_and(|facts| facts.public),
        is_public: is.is_some_and(|facts| facts.public),
    }
}
