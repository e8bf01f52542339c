//! What a schema says, the same for all versions.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Kind, NodeRef, key};
use crate::spec::Spec;

/// How many levels of `allOf` are united.
const MAX_ALL_OF: usize = 16;
/// How many members of `allOf` are united in all.
const MAX_PARTS: usize = 256;

/// The members of an object schema, those of its `allOf` included.
#[derive(Default)]
pub(super) struct Object<'d> {
    pub(super) properties: BTreeMap<&'d str, NodeRef<'d>>,
    pub(super) required: BTreeSet<String>,
}

/// A schema and the members of its `allOf`, references followed, each once.
pub(super) fn parts<'d>(spec: &Spec<'d>, schema: NodeRef<'d>) -> Vec<NodeRef<'d>> {
    let mut out = Vec::new();
    collect(spec, schema, 0, &mut out);
    out
}

fn collect<'d>(spec: &Spec<'d>, schema: NodeRef<'d>, depth: usize, out: &mut Vec<NodeRef<'d>>) {
    let Some(schema) = spec.follow(schema).map(NodeRef::target) else {
        return;
    };
    if depth > MAX_ALL_OF || out.len() > MAX_PARTS || out.contains(&schema) {
        return;
    }
    out.push(schema);
    let members = schema.member(key::ALL_OF).into_iter();
    for member in members.flat_map(NodeRef::items) {
        collect(spec, member, depth + 1, out);
    }
}

/// The members of an object schema.
pub(super) fn object<'d>(spec: &Spec<'d>, schema: NodeRef<'d>) -> Object<'d> {
    object_of(&parts(spec, schema))
}

pub(super) fn object_of<'d>(parts: &[NodeRef<'d>]) -> Object<'d> {
    let mut out = Object::default();
    for part in parts {
        let properties = part.member(key::PROPERTIES).into_iter();
        for property in properties.flat_map(NodeRef::entries) {
            if property.is_object() {
                out.properties.insert(property.key(), property);
            }
        }
        let required = part.member(key::REQUIRED).into_iter();
        let names = required.flat_map(NodeRef::items);
        out.required
            .extend(names.map(|name| name.text().into_owned()));
    }
    out
}

/// The types a schema allows, `null` left out, each in a word; empty when it does not say.
pub(super) fn types(parts: &[NodeRef<'_>]) -> BTreeSet<String> {
    for part in parts {
        let Some(said) = part.member(key::TYPE) else {
            continue;
        };
        let words: Vec<String> = if said.is_array() {
            said.items().map(|word| word.text().into_owned()).collect()
        } else {
            vec![said.text().into_owned()]
        };
        return words
            .into_iter()
            .filter(|word| word != "null")
            .map(plain)
            .collect();
    }
    implied(parts).map(str::to_owned).into_iter().collect()
}

/// A file (2.0) is a string of bytes.
fn plain(word: String) -> String {
    if word == "file" {
        "string".into()
    } else {
        word
    }
}

fn implied(parts: &[NodeRef<'_>]) -> Option<&'static str> {
    let has = |symbol| parts.iter().any(|part| part.member(symbol).is_some());
    if has(key::PROPERTIES) || has(key::ADDITIONAL_PROPERTIES) {
        Some("object")
    } else if has(key::ITEMS) {
        Some("array")
    } else {
        None
    }
}

/// The format, when there is one.
pub(super) fn format(parts: &[NodeRef<'_>]) -> Option<String> {
    let said = parts.iter().find_map(|part| part.member(key::FORMAT));
    let file = || {
        let mut types = parts.iter().filter_map(|part| part.member(key::TYPE));
        types
            .any(|word| word.is_str("file"))
            .then(|| "binary".to_owned())
    };
    said.map(|format| format.text().into_owned()).or_else(file)
}

/// The values allowed, with their places; `null` left out. `None` when every value is.
pub(super) fn values<'d>(parts: &[NodeRef<'d>]) -> Option<BTreeMap<String, NodeRef<'d>>> {
    let found = parts.iter().find_map(|part| {
        let list = part.member(key::ENUM).filter(|list| list.is_array());
        list.or_else(|| part.member(key::CONST))
    })?;
    let all: Vec<NodeRef<'d>> = if found.key_symbol() == key::ENUM {
        found.items().collect()
    } else {
        vec![found]
    };
    let shown = all.into_iter().filter(|value| value.kind() != Kind::Null);
    Some(
        shown
            .map(|value| (value.text().into_owned(), value))
            .collect(),
    )
}

/// The first part that has a member, and the member.
pub(super) fn member<'d>(parts: &[NodeRef<'d>], name: &str) -> Option<NodeRef<'d>> {
    parts.iter().find_map(|part| part.get(name))
}
