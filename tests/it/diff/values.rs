//! Finding one's way in a value that is being edited.

use oneauth::document::Value;

use super::properties::Dice;

pub(super) fn member<'v>(value: &'v mut Value, key: &str) -> Option<&'v mut Value> {
    match value {
        Value::Object(members) => {
            let mut found = members.iter_mut().filter(|(name, _)| name == key);
            found.next().map(|(_, value)| value)
        }
        _ => None,
    }
}

pub(super) fn set(value: &mut Value, key: &str, new: Value) {
    if let Some(old) = member(value, key) {
        *old = new;
    } else if let Value::Object(members) = value {
        members.push((key.to_owned(), new));
    }
}

pub(super) fn remove(value: &mut Value, key: &str) -> bool {
    let Value::Object(members) = value else {
        return false;
    };
    let before = members.len();
    members.retain(|(name, _)| name != key);
    members.len() < before
}

pub(super) fn entries(value: Option<&mut Value>) -> Vec<(String, &mut Value)> {
    match value {
        Some(Value::Object(members)) => members
            .iter_mut()
            .map(|(name, value)| (name.clone(), value))
            .collect(),
        _ => Vec::new(),
    }
}

pub(super) const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

pub(super) fn operations(document: &mut Value) -> Vec<&mut Value> {
    let paths = entries(member(document, "paths"));
    let items = paths.into_iter().flat_map(|(_, item)| entries(Some(item)));
    items
        .filter(|(name, value)| METHODS.contains(&name.as_str()) && value.has_members())
        .map(|(_, value)| value)
        .collect()
}

pub(super) fn picked<T>(mut all: Vec<T>, dice: &mut Dice) -> Option<T> {
    if all.is_empty() {
        return None;
    }
    let at = dice.below(all.len());
    Some(all.swap_remove(at))
}
