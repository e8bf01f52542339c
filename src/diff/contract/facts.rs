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

/// A schema and the members of its `allOf`, references followed, each once. An only alternative is
/// a part too.
pub(super) fn parts<'d>(spec: &Spec<'d>, schema: NodeRef<'d>) -> Vec<NodeRef<'d>> {
    let mut out = Parts {
        spec,
        with_only: true,
        found: Vec::new(),
    };
    out.collect(schema, 0);
    out.found
}

/// The parts of two schemas that are compared, and whether either has several alternatives: beside
/// those an only one is no part.
pub(super) fn parts_of_both<'d>(
    schemas: [(&Spec<'d>, NodeRef<'d>); 2],
) -> ([Vec<NodeRef<'d>>; 2], bool) {
    let several = schemas.iter().any(|(spec, schema)| {
        let lists = |schema| UNIONS.iter().any(|name| listed(schema, name).len() > 1);
        spec.follow(*schema).is_some_and(lists)
    });
    let parts = schemas.map(|(spec, schema)| {
        let mut out = Parts {
            spec,
            with_only: !several,
            found: Vec::new(),
        };
        out.collect(schema, 0);
        out.found
    });
    (parts, several)
}

struct Parts<'s, 'd> {
    spec: &'s Spec<'d>,
    with_only: bool,
    found: Vec<NodeRef<'d>>,
}

impl<'d> Parts<'_, 'd> {
    fn collect(&mut self, schema: NodeRef<'d>, depth: usize) {
        let Some(schema) = self.spec.follow(schema).map(NodeRef::target) else {
            return;
        };
        if depth > MAX_ALL_OF || self.found.len() > MAX_PARTS || self.found.contains(&schema) {
            return;
        }
        self.found.push(schema);
        let members = schema.member(key::ALL_OF).into_iter();
        for member in members.flat_map(NodeRef::items) {
            self.collect(member, depth + 1);
        }
        for name in UNIONS {
            if self.with_only
                && let [only] = listed(schema, name).as_slice()
            {
                self.collect(*only, depth + 1);
            }
        }
    }
}

/// The members that list alternatives.
const UNIONS: [&str; 2] = ["oneOf", "anyOf"];

/// The alternatives that a schema lists, `null` left out.
fn listed<'d>(schema: NodeRef<'d>, name: &str) -> Vec<NodeRef<'d>> {
    let list = schema.get(name).into_iter().flat_map(NodeRef::items);
    list.filter(|one| !is_null(*one)).collect()
}

/// True for the schema of `null` and nothing else.
pub(super) fn is_null(schema: NodeRef<'_>) -> bool {
    let types = schema.member(key::TYPE);
    types.is_some_and(|types| types.is_str("null"))
}

/// The alternatives of the first part that lists so many.
pub(super) fn alternatives<'d>(
    parts: &[NodeRef<'d>],
    name: &str,
    least: usize,
) -> Vec<NodeRef<'d>> {
    let mut all = parts.iter().map(|part| listed(*part, name));
    all.find(|list| list.len() >= least).unwrap_or_default()
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
