//! Readers that are not ours must see what we see, before and after.

use super::broken::Broken;
use crate::document::{Document, Flags, Format, Node, NodeRef, Value, key};

/// Each reader that understood the source as we do understands the new text as we do.
pub(super) fn check(old: &Document, new: &Document) -> Result<(), Broken> {
    let name = match old.format() {
        Format::Json => "serde_json",
        Format::Yaml => "serde_yaml",
    };
    let read = |document: &Document| match document.format() {
        Format::Json => json_agrees(document),
        Format::Yaml => yaml_agrees(document),
    };
    if read(old).is_ok() {
        read(new).map_err(|reason| Broken::Reader {
            reader: name,
            reason,
        })?;
    }
    if is_3_0(new) && model(old).is_ok() {
        model(new).map_err(|reason| Broken::Reader {
            reader: "openapiv3",
            reason,
        })?;
    }
    Ok(())
}

/// The text without its byte order mark.
fn bare(document: &Document) -> &str {
    document.text().trim_start_matches('\u{feff}')
}

fn value(document: &Document) -> Result<Value, String> {
    document
        .value()
        .map_err(|_| "it expands too far".to_owned())
}

fn json_agrees(document: &Document) -> Result<(), String> {
    let theirs: serde_json::Value =
        serde_json::from_str(bare(document)).map_err(|e| e.to_string())?;
    agree(&value(document)?, &theirs, true)
}

fn yaml_agrees(document: &Document) -> Result<(), String> {
    let mut theirs: serde_yaml::Value =
        serde_yaml::from_str(bare(document)).map_err(|e| e.to_string())?;
    // `serde_yaml` merges quoted keys too, and moves members when it merges
    let merges = document.nodes().iter().any(is_merge);
    if merges && theirs.apply_merge().is_err() {
        // to `serde_yaml` a `<<` with anything but a mapping is an error, to us a member
        return Ok(());
    }
    let theirs = serde_json::to_value(&theirs).map_err(|e| e.to_string())?;
    agree(&value(document)?, &theirs, !merges)
}

fn is_merge(node: &Node) -> bool {
    node.key == key::MERGE && !node.flags.has(Flags::KEY_QUOTED)
}

fn is_3_0(document: &Document) -> bool {
    let version = document.root().get("openapi");
    let version = version.and_then(NodeRef::as_str);
    version.is_some_and(|version| version.starts_with("3.0"))
}

/// The typed OpenAPI 3.0 model reads the document.
fn model(document: &Document) -> Result<(), String> {
    if !is_3_0(document) {
        return Err("not OpenAPI 3.0".to_owned());
    }
    let read =
        match document.format() {
            Format::Json => serde_json::from_str::<openapiv3::OpenAPI>(bare(document))
                .map_err(|e| e.to_string()),
            Format::Yaml => serde_yaml::from_str::<openapiv3::OpenAPI>(bare(document))
                .map_err(|e| e.to_string()),
        };
    read.map(|_| ())
}

/// Two values are the same, members in the same order where that is `ordered`.
fn agree(ours: &Value, theirs: &serde_json::Value, ordered: bool) -> Result<(), String> {
    use serde_json::Value as Json;
    let same = match (ours, theirs) {
        (Value::Null, Json::Null) => true,
        (Value::Bool(a), Json::Bool(b)) => a == b,
        (Value::String(a), Json::String(b)) => a == b,
        (Value::Number(a), Json::Number(b)) => same_number(a, &b.to_string()),
        (Value::Array(a), Json::Array(b)) if a.len() == b.len() => {
            let mut pairs = a.iter().zip(b);
            return pairs.try_for_each(|(a, b)| agree(a, b, ordered));
        }
        (Value::Object(a), Json::Object(b)) if a.len() == b.len() => {
            return members_agree(a, b, ordered);
        }
        _ => false,
    };
    if same {
        Ok(())
    } else {
        Err("another value".to_owned())
    }
}

fn members_agree(
    ours: &[(String, Value)],
    theirs: &serde_json::Map<String, serde_json::Value>,
    ordered: bool,
) -> Result<(), String> {
    if ordered && let Some(((a, _), b)) = ours.iter().zip(theirs.keys()).find(|((a, _), b)| a != *b)
    {
        return Err(format!("`{b}` stands where `{a}` should"));
    }
    ours.iter().try_for_each(|(key, value)| {
        let other = theirs.get(key).ok_or_else(|| format!("no `{key}`"))?;
        agree(value, other, ordered).map_err(|reason| format!("{reason} in `{key}`"))
    })
}

fn same_number(ours: &str, theirs: &str) -> bool {
    ours == theirs
        || matches!((ours.parse::<f64>(), theirs.parse::<f64>()), (Ok(a), Ok(b)) if a.to_bits() == b.to_bits())
}
