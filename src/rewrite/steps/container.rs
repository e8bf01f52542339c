//! The container of schemes holds exactly the chosen one.

use super::shape::step;
use crate::document::{NodeRef, Value};
use crate::edit::{Change, Position};
use crate::rewrite::Step;
use crate::rewrite::choice::Pick;
use crate::spec::{SecurityScheme, Spec};

/// Members that say what a scheme is; a description and extensions are not among them.
const PARTICULARS: [&str; 11] = [
    "type",
    "in",
    "name",
    "scheme",
    "bearerFormat",
    "flow",
    "flows",
    "authorizationUrl",
    "tokenUrl",
    "scopes",
    "openIdConnectUrl",
];

/// Steps on `securityDefinitions` or `components.securitySchemes`.
pub(in crate::rewrite) fn container(spec: &Spec<'_>, pick: &Pick<'_, '_>) -> Vec<Step> {
    let mut steps = Vec::new();
    match pick {
        Pick::Nothing => {}
        Pick::Keep(scheme) => steps.extend(inline(scheme)),
        Pick::Remake(scheme, value) => steps.extend(remake(scheme, value)),
        Pick::Create(name, value) => steps.push(create(spec, name, value)),
    }
    let kept = match pick {
        Pick::Keep(scheme) | Pick::Remake(scheme, _) => Some(scheme.entry.id()),
        _ => None,
    };
    for scheme in spec.schemes() {
        let entry = scheme.entry;
        if Some(entry.id()) != kept {
            let change = Change::RemoveEntry { entry: entry.id() };
            let what = scheme.describe(spec.version());
            let title = format!("remove the scheme `{}`: {what}", scheme.name);
            steps.push(step(title, entry, vec![change]));
        }
    }
    steps
}

/// A scheme that refers to another one gets its own object: the other one goes.
fn inline(scheme: &SecurityScheme<'_>) -> Option<Step> {
    if scheme.entry == scheme.node || scheme.entry.get("$ref").is_none() {
        return None;
    }
    let value = Value::of(scheme.node, 10_000).ok()?;
    let node = scheme.entry.id();
    let title = format!("write out `{}` instead of referring to it", scheme.name);
    Some(step(
        title,
        scheme.entry,
        vec![Change::Replace { node, value }],
    ))
}

/// Change the particulars of a scheme, member by member.
fn remake(scheme: &SecurityScheme<'_>, value: &Value) -> Option<Step> {
    let title = format!("change what `{}` is", scheme.name);
    let object = scheme.node;
    let node = scheme.entry.id();
    let Value::Object(members) = value else {
        return None;
    };
    if scheme.entry != object || !object.is_object() {
        let value = value.clone();
        return Some(step(
            title,
            scheme.entry,
            vec![Change::Replace { node, value }],
        ));
    }
    let mut changes: Vec<Change> = members
        .iter()
        .filter_map(|(key, wanted)| change_member(object, key, wanted))
        .collect();
    for entry in object.children() {
        let stays = value.get(entry.key()).is_some() || !PARTICULARS.contains(&entry.key());
        if !stays {
            changes.push(Change::RemoveEntry { entry: entry.id() });
        }
    }
    (!changes.is_empty()).then(|| step(title, scheme.entry, changes))
}

fn change_member(object: NodeRef<'_>, key: &str, wanted: &Value) -> Option<Change> {
    match object.get(key) {
        Some(own) if Value::of(own, 10_000).as_ref() == Ok(wanted) => None,
        Some(own) => Some(Change::Replace {
            node: own.id(),
            value: wanted.clone(),
        }),
        None => Some(Change::InsertEntry {
            object: object.id(),
            position: Position::Last,
            key: key.to_owned(),
            value: wanted.clone(),
        }),
    }
}

fn create(spec: &Spec<'_>, name: &str, value: &Value) -> Step {
    let title = format!("define the scheme `{name}`");
    if let Some(container) = spec.scheme_container() {
        return step(
            title,
            container,
            vec![into_container(container, name, value)],
        );
    }
    let schemes = Value::object([(name, value.clone())]);
    let root = spec.root();
    if !spec.version().is_3() {
        let position = place_in_root(root);
        return step(
            title,
            root,
            vec![insert(root, position, "securityDefinitions", schemes)],
        );
    }
    let change = match root.get("components") {
        Some(components) if components.is_object() => {
            insert(components, Position::Last, "securitySchemes", schemes)
        }
        Some(components) => Change::Replace {
            node: components.id(),
            value: Value::object([("securitySchemes", schemes)]),
        },
        None => {
            let value = Value::object([("securitySchemes", schemes)]);
            insert(root, Position::Last, "components", value)
        }
    };
    step(title, root, vec![change])
}

fn into_container(container: NodeRef<'_>, name: &str, value: &Value) -> Change {
    if container.is_object() {
        insert(container, Position::Last, name, value.clone())
    } else {
        Change::Replace {
            node: container.id(),
            value: Value::object([(name, value.clone())]),
        }
    }
}

fn insert(object: NodeRef<'_>, position: Position, key: &str, value: Value) -> Change {
    Change::InsertEntry {
        object: object.target().id(),
        position,
        key: key.to_owned(),
        value,
    }
}

/// Where Swagger 2.0 security goes in a root that has none: before `security`, else after the
/// members that say where the API is.
pub(super) fn place_in_root(root: NodeRef<'_>) -> Position {
    let mut before = None;
    for member in root.children() {
        if member.key() == "security" {
            return before.map_or(Position::First, Position::After);
        }
        before = Some(member.id());
    }
    let head = ["schemes", "basePath", "host", "info"];
    let after = head.iter().find_map(|key| root.get(key));
    after.map_or(Position::Last, |member| Position::After(member.id()))
}
