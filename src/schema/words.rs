//! What things are called in messages.

use jsonschema::JsonType;
use jsonschema::error::TypeKind;
use serde_json::Value;

use crate::document::NodeRef;

/// What a person calls a node: its key, or its number in a list.
pub(super) fn name_of(node: NodeRef<'_>) -> String {
    match node.parent() {
        None => "the document".to_owned(),
        Some(parent) if parent.is_array() => {
            let number = parent
                .items()
                .position(|item| item == node)
                .unwrap_or_default()
                + 1;
            let list = if parent.key().is_empty() {
                "the list".to_owned()
            } else {
                format!("`{}`", parent.key())
            };
            format!("item {number} of {list}")
        }
        Some(_) => format!("`{}`", node.key()),
    }
}

pub(super) fn wanted(kind: &TypeKind) -> String {
    let types: Vec<JsonType> = match kind {
        TypeKind::Single(single) => vec![*single],
        TypeKind::Multiple(several) => several.iter().collect(),
    };
    match types.as_slice() {
        [JsonType::Boolean] => "true or false".to_owned(),
        types => {
            let names: Vec<&str> = types.iter().map(|wanted| type_name(*wanted)).collect();
            names.join(" or ")
        }
    }
}

const fn type_name(wanted: JsonType) -> &'static str {
    match wanted {
        JsonType::Null => "null",
        JsonType::Boolean => "a boolean",
        JsonType::Integer => "a whole number",
        JsonType::Number => "a number",
        JsonType::String => "a string",
        JsonType::Array => "an array",
        JsonType::Object => "an object",
    }
}

pub(super) fn format_name(format: &str) -> &'static str {
    match format {
        "url" => "an absolute URL",
        "url-reference" => "a URL",
        "email" => "an email address",
        "host" => "a host name with an optional port, without scheme or path",
        "base-path" => "a path that starts with `/`",
        "regex" => "a regular expression as ECMA-262 has them",
        _ => "of another format",
    }
}

/// `` `a`, `b` or `c` ``.
pub(super) fn one_of(options: &Value) -> String {
    let names: Vec<String> = options
        .as_array()
        .into_iter()
        .flatten()
        .map(shown)
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "nothing".to_owned(),
    }
}

pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("`{text}`"),
        other => format!("`{other}`"),
    }
}
