//! The root `security` is exactly one requirement that names the chosen scheme.

use super::container::place_in_root;
use super::shape::{requirement_value, step, trim_to};
use crate::document::Value;
use crate::edit::{Change, Position};
use crate::rewrite::Step;
use crate::spec::Spec;

/// The step on the root `security`. `scheme` is the chosen scheme's name, `scopes` what its
/// requirement must ask for besides what it asks for already.
pub(in crate::rewrite) fn root_security(
    spec: &Spec<'_>,
    scheme: Option<&str>,
    scopes: &[String],
) -> Option<Step> {
    let root = spec.root();
    let Some(name) = scheme else {
        return clear(spec);
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
    let trimmed = spec
        .requirements()
        .and_then(|requirements| trim_to(requirements, name, scopes));
    let changes = trimmed.unwrap_or_else(|| {
        let node = member.id();
        let value = requirement_value(name, scopes);
        vec![Change::Replace { node, value }]
    });
    (!changes.is_empty()).then(|| step(title, member, changes))
}

/// No scheme: nothing is required. An absent member says so already.
fn clear(spec: &Spec<'_>) -> Option<Step> {
    let member = spec.root_security()?;
    if member.is_array() && member.is_empty() {
        return None;
    }
    let node = member.id();
    let value = Value::Array(Vec::new());
    let change = Change::Replace { node, value };
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
