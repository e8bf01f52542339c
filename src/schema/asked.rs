//! What conditions and lists of a schema ask for.

use serde_json::{Map, Value};

use super::shape::More;

/// The member of an object that a condition asks for, and nothing else.
pub(super) fn member_asked(when: &Value) -> Option<&str> {
    let [name] = names(when.get("required"))?[..] else {
        return None;
    };
    let is_object = when.get("type").and_then(Value::as_str) == Some("object");
    (is_object && when.as_object()?.len() == 2).then_some(name)
}

/// Of `{if: {required: [key], properties: {key: {const: text}}}, then}`: key, text, and what then
/// holds.
pub(super) fn text_asked(condition: &Value) -> Option<(&str, &str, &Value)> {
    let (when, then) = (condition.get("if")?, condition.get("then")?);
    let [key] = names(when.get("required"))?[..] else {
        return None;
    };
    let properties = when.get("properties")?.as_object()?;
    let asked = properties.get(key)?;
    let text = asked.get("const")?.as_str()?;
    let sizes = [condition, when, asked].map(|it| it.as_object().map_or(0, Map::len));
    (sizes == [2, 2, 1] && properties.len() == 1).then_some((key, text, then))
}

/// What an `enum` or a `const` asks.
pub(super) fn one_of(values: &[Value]) -> More {
    let texts: Option<Vec<String>> = values
        .iter()
        .map(|it| it.as_str().map(str::to_owned))
        .collect();
    texts.map_or_else(|| More::OneOf(values.to_vec()), More::OneText)
}

/// A list of names.
pub(super) fn names(list: Option<&Value>) -> Option<Vec<&str>> {
    let all = list.and_then(Value::as_array).into_iter().flatten();
    all.map(Value::as_str).collect()
}
