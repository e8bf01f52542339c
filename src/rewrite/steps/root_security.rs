//! The root `security` is exactly one requirement that names the chosen scheme.

use super::container::place_in_root;
use super::shape::{require, requirement_value, step};
use crate::document::Value;
use crate::edit::{Change, Position};
use crate::rewrite::Step;
use crate::spec::Spec;
use crate::target::SecurityLevel;

/// The step on the root `security`. `scheme` is the chosen scheme's name, `scopes` what its
/// requirement must ask for besides what it asks for already. Without a scheme a target that
/// refuses security gets no member at all.
pub(in crate::rewrite) fn root_security(
    spec: &Spec<'_>,
    scheme: Option<&str>,
    scopes: &[String],
    level: SecurityLevel,
) -> Option<Step> {
    let root = spec.root();
    let Some(name) = scheme else {
        return clear(spec, level);
    };
    let title = format!("require `{name}` for the whole document");
    let Some(member) = root.get("security") else {
        let change = Change::InsertEntry {
            object: root.id(),
            position: place(spec),
            key: "security".into(),
            value: requirement_value(name, scopes),
        };
        return Some(step(title, root, vec![change]));
    };
    let changes = require(&spec.requirements_at(member), name, scopes);
    (!changes.is_empty()).then(|| step(title, member, changes))
}

/// No scheme: nothing is required. An absent member says so already.
fn clear(spec: &Spec<'_>, level: SecurityLevel) -> Option<Step> {
    let member = spec.root_security()?;
    let node = member.id();
    let change = if level == SecurityLevel::Refused {
        Change::RemoveEntry { entry: node }
    } else if member.is_array() && member.is_empty() {
        return None;
    } else {
        let value = Value::Array(Vec::new());
        Change::Replace { node, value }
    };
    Some(step(
        "require nothing for the whole document",
        member,
        vec![change],
    ))
}

fn place(spec: &Spec<'_>) -> Position {
    let root = spec.root();
    if spec.version().is_3() {
        let components = root.get("components");
        return components.map_or(Position::Last, |member| Position::After(member.id()));
    }
    match spec.scheme_container() {
        Some(container) => Position::After(container.id()),
        None => place_in_root(root),
    }
}
