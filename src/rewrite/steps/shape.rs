//! What the steps have in common: a step, a requirement, a trimmed requirement.

use crate::document::{NodeRef, Value};
use crate::edit::Change;
use crate::spec::{Requirements, SchemeUse, SecurityRequirement};

use crate::rewrite::Step;

/// A step of one part of the document.
pub(super) fn step(title: impl Into<String>, at: NodeRef<'_>, changes: Vec<Change>) -> Step {
    Step {
        title: title.into(),
        pointer: at.pointer(),
        changes,
    }
}

/// `[{name: scopes}]`
pub(super) fn requirement_value(name: &str, scopes: &[String]) -> Value {
    let scopes = Value::array(scopes.iter().map(|scope| Value::from(scope.as_str())));
    Value::array([Value::object([(name, scopes)])])
}

/// Changes that make of a `security` member one requirement that names only `name`, with these
/// scopes besides its own: what can stay of it stays, the rest is written anew.
pub(super) fn require(
    requirements: &Requirements<'_>,
    name: &str,
    scopes: &[String],
) -> Vec<Change> {
    let trimmed = trim_to(requirements, name, scopes);
    if requirements.node.is_alias() {
        // what an alias repeats belongs to its anchor: the alias itself makes room
        return match trimmed {
            Some(changes) if changes.is_empty() => changes,
            _ => anew(requirements, name, scopes),
        };
    }
    trimmed
        .or_else(|| rename(requirements, name, scopes))
        .unwrap_or_else(|| anew(requirements, name, scopes))
}

fn anew(requirements: &Requirements<'_>, name: &str, scopes: &[String]) -> Vec<Change> {
    let uses = requirements.uses().filter(|used| used.name == name);
    let own = uses.flat_map(|used| &used.scopes);
    let mut all: Vec<String> = own.map(|scope| scope.text().into_owned()).collect();
    all.extend(scopes.iter().cloned());
    let mut seen = Vec::new();
    all.retain(|scope| {
        !seen.contains(scope) && {
            seen.push(scope.clone());
            true
        }
    });
    vec![Change::Replace {
        node: requirements.node.id(),
        value: requirement_value(name, &all),
    }]
}

/// Give the first scheme that is required another name: the layout stays as the author has it.
fn rename(requirements: &Requirements<'_>, name: &str, scopes: &[String]) -> Option<Vec<Change>> {
    let every_item = requirements.node.items().count() == requirements.alternatives.len();
    let first = requirements
        .alternatives
        .iter()
        .find(|one| !one.schemes.is_empty() && !one.node.is_alias())?;
    let used = &first.schemes[0];
    let bare = used.entry.is_array() && used.entry.is_empty() && !used.entry.is_alias();
    if !every_item || !bare || !scopes.is_empty() || used.entry.parent() != Some(first.node) {
        return None;
    }
    let mut changes = alone(requirements, first);
    let others = first.schemes[1..].iter();
    changes.extend(others.map(|other| Change::RemoveEntry {
        entry: other.entry.id(),
    }));
    changes.push(Change::RenameKey {
        entry: used.entry.id(),
        key: name.to_owned(),
    });
    Some(changes)
}

/// Changes that remove every alternative but this one.
fn alone(requirements: &Requirements<'_>, stays: &SecurityRequirement<'_>) -> Vec<Change> {
    let others = requirements.alternatives.iter();
    others
        .filter(|other| other.node != stays.node)
        .map(|other| Change::RemoveItem {
            item: other.node.id(),
        })
        .collect()
}

/// Changes that leave of a `security` member the requirement that names `name`. `None` when none
/// names it, or it cannot be changed where it stands.
fn trim_to(requirements: &Requirements<'_>, name: &str, scopes: &[String]) -> Option<Vec<Change>> {
    let listed = requirements.node.items().count();
    if listed != requirements.alternatives.len() {
        return None;
    }
    let names = |one: &&SecurityRequirement<'_>| one.schemes.iter().any(|used| used.name == name);
    let stays = requirements.alternatives.iter().find(names)?;
    let mut changes = alone(requirements, stays);
    let around = changes.len();
    for used in &stays.schemes {
        if used.name == name {
            changes.extend(widen(used, scopes)?);
        } else {
            let entry = used.entry.id();
            changes.push(Change::RemoveEntry { entry });
        }
    }
    (!stays.node.is_alias() || changes.len() == around).then_some(changes)
}

/// Add the scopes that a use does not ask for yet.
fn widen(used: &SchemeUse<'_>, scopes: &[String]) -> Option<Vec<Change>> {
    if !used.entry.is_array() {
        return None;
    }
    let missing = scopes
        .iter()
        .filter(|scope| !used.scopes.iter().any(|own| own.is_str(scope)));
    let insert = |scope: &String| Change::InsertItem {
        array: used.entry.id(),
        position: crate::edit::Position::Last,
        value: scope.as_str().into(),
    };
    Some(missing.map(insert).collect())
}
