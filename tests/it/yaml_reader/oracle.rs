//! Independent readers.

use oneauth::document::Value;
use serde_json::Value as Json;

/// Our value as serde's, numbers compared by value.
pub(super) fn to_serde(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(yes) => Json::Bool(*yes),
        Value::Number(text) => number(text),
        Value::String(text) => Json::String(text.clone()),
        Value::Array(items) => Json::Array(items.iter().map(to_serde).collect()),
        Value::Object(members) => {
            let members = members.iter().map(|(k, v)| (k.clone(), to_serde(v)));
            Json::Object(members.collect())
        }
    }
}

/// Numbers are equal when their values are, however they are written.
fn number(text: &str) -> Json {
    if let Ok(whole) = text.parse::<i64>() {
        return Json::from(whole);
    }
    let value: f64 = text
        .parse()
        .unwrap_or_else(|_| panic!("{text} is no number"));
    match value {
        whole if whole.fract() == 0.0 && whole.abs() < 1e15 => Json::from(whole as i64),
        other => Json::from(other),
    }
}

/// A JSON value with its numbers made comparable.
pub(super) fn plain(value: &Json) -> Json {
    match value {
        Json::Number(text) => number(&text.to_string()),
        Json::Array(items) => Json::Array(items.iter().map(plain).collect()),
        Json::Object(members) => {
            Json::Object(members.iter().map(|(k, v)| (k.clone(), plain(v))).collect())
        }
        other => other.clone(),
    }
}

/// What the successor of `serde_yaml` reads, merge keys applied; nothing where it refuses or where
/// a value is not one JSON has.
pub(super) fn serde_yaml(text: &str) -> Option<Json> {
    let mut value: serde_yaml::Value = serde_yaml::from_str(text).ok()?;
    value.apply_merge().ok()?;
    from_yaml(&value)
}

fn from_yaml(value: &serde_yaml::Value) -> Option<Json> {
    use serde_yaml::Value as Yaml;
    Some(match value {
        Yaml::Null => Json::Null,
        Yaml::Bool(yes) => Json::Bool(*yes),
        Yaml::Number(text) => {
            let text = text.to_string();
            text.parse::<f64>().ok().filter(|value| value.is_finite())?;
            number(&text)
        }
        Yaml::String(text) => Json::String(text.clone()),
        Yaml::Sequence(items) => Json::Array(items.iter().map(from_yaml).collect::<Option<_>>()?),
        Yaml::Mapping(members) => {
            let members = members
                .iter()
                .map(|(k, v)| Some((k.as_str()?.to_owned(), from_yaml(v)?)));
            Json::Object(members.collect::<Option<_>>()?)
        }
        Yaml::Tagged(_) => return None,
    })
}
