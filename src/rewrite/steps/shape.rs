//! What the steps have in common: a step, a requirement, a trimmed requirement.

use crate::document::{NodeRef, Value};
use crate::edit::Change;
use crate::spec::{Requirements, SchemeUse};

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

/// Changes that leave of a `security` member one requirement that names only `name`, with these
/// scopes besides its own. `None` when no requirement names it: then it has to be written anew.
pub(super) fn trim_to(
    requirements: &Requirements<'_>,
    name: &str,
    scopes: &[String],
) -> Option<Vec<Change>> {
    let listed = requirements.node.items().count();
    if listed != requirements.alternatives.len() {
        return None;
    }
    let names = |one: &&crate::spec::SecurityRequirement<'_>| {
        one.schemes.iter().any(|used| used.name == name)
    };
    let stays = requirements.alternatives.iter().find(names)?;
    let mut changes = Vec::new();
    for other in &requirements.alternatives {
        if other.node != stays.node {
            let item = other.node.id();
            changes.push(Change::RemoveItem { item });
        }
    }
    for used in &stays.schemes {
        if used.name == name {
            changes.extend(widen(used, scopes)?);
        } else {
            let entry = used.entry.id();
            changes.push(Change::RemoveEntry { entry });
        }
    }
    Some(changes)
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
