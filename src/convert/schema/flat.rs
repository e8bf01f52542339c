//! A schema seen as one: its own keywords, those of its `$ref`, of its `allOf`, and of an
//! alternative that is the only one.

use crate::convert::draft::Draft;
use rustc_hash::FxHashSet;

use crate::convert::converter::{Converter, Place};
use crate::convert::index::Index;
use crate::document::{Kind, NodeRef, key};

use super::types::{is_null_schema, is_numeric, nullable, types_of};

/// Places that are searched one by one.
const FEW: usize = 16;

/// Most branches looked at together.
const MAX_BRANCHES: usize = 256;

/// A schema and all it inherits, as one.
#[derive(Default)]
pub(in crate::convert) struct Flat<'d> {
    /// Types it declares; the first declaration wins.
    pub(in crate::convert) types: Vec<&'static str>,
    /// Its properties, each with the places that declare it.
    pub(in crate::convert) properties: Vec<Property<'d>>,
    /// Required properties.
    pub(in crate::convert) required: Vec<String>,
    /// Every other keyword; the first declaration wins.
    pub(in crate::convert) keywords: Vec<NodeRef<'d>>,
    /// How many of the keywords were found before the first `$ref` was followed.
    pub(in crate::convert) own_keywords: Option<usize>,
    /// Lists of alternatives, two or more each.
    pub(in crate::convert) unions: Vec<NodeRef<'d>>,
    /// `null` is allowed.
    pub(in crate::convert) nullable: bool,
    visited: Visited,
    index: Indices,
}

/// Places that were visited; few are searched one by one.
#[derive(Default)]
struct Visited {
    first: Vec<Place>,
    further: FxHashSet<Place>,
}

impl Visited {
    /// Note a place; true when it was not visited before.
    fn insert(&mut self, place: Place) -> bool {
        if self.first.contains(&place) {
            return false;
        }
        if self.first.len() < FEW {
            self.first.push(place);
            return true;
        }
        self.further.insert(place)
    }
}

/// Where properties, required ones and keywords stand.
#[derive(Default)]
struct Indices {
    properties: Index,
    required: Index,
    keywords: Index,
}

/// A property of a flat schema.
pub(in crate::convert) struct Property<'d> {
    /// Its name.
    pub(in crate::convert) name: &'d str,
    /// Its schema.
    pub(in crate::convert) schema: NodeRef<'d>,
    /// It is declared where a `$ref` led, so that its schema is written elsewhere too.
    pub(in crate::convert) inherited: bool,
}

impl<'d> Flat<'d> {
    pub(in crate::convert) fn property(&self, name: &str) -> Option<&Property<'d>> {
        self.properties.iter().find(|p| p.name == name)
    }

    pub(in crate::convert) fn required_names(&self) -> FxHashSet<&str> {
        self.required.iter().map(String::as_str).collect()
    }

    pub(in crate::convert) fn keyword(&self, key: &str) -> Option<NodeRef<'d>> {
        self.keywords.iter().copied().find(|node| node.key() == key)
    }

    /// The one type its values have, declared or implied by its keywords.
    pub(in crate::convert) fn kind(&self) -> Option<&'static str> {
        match self.types[..] {
            [only] => return Some(only),
            [] => {}
            _ => return is_numeric(&self.types).then_some("number"),
        }
        let has = |keys: &[&str]| keys.iter().any(|key| self.keyword(key).is_some());
        if !self.properties.is_empty() || !self.required.is_empty() {
            return Some("object");
        }
        if has(&[
            "additionalProperties",
            "minProperties",
            "maxProperties",
            "patternProperties",
        ]) {
            return Some("object");
        }
        if has(&["items", "prefixItems", "minItems", "maxItems"]) {
            return Some("array");
        }
        if has(&["pattern", "minLength", "maxLength"]) {
            return Some("string");
        }
        let values = self.keyword("enum").or_else(|| self.keyword("const"))?;
        kind_of_values(values)
    }
}

fn kind_of_values(values: NodeRef<'_>) -> Option<&'static str> {
    let kind = |node: NodeRef<'_>| match node.kind() {
        Kind::String => Some("string"),
        Kind::Integer => Some("integer"),
        Kind::Float => Some("number"),
        Kind::True | Kind::False => Some("boolean"),
        _ => None,
    };
    if values.key() == "const" {
        return kind(values);
    }
    let mut kinds = values.items().filter(|n| !n.is_null()).map(kind);
    let first = kinds.next()??;
    kinds.all(|k| k == Some(first)).then_some(first)
}

impl<'d> Converter<'d> {
    /// A schema and all it inherits.
    pub(in crate::convert) fn flat(&mut self, node: NodeRef<'d>) -> Flat<'d> {
        let mut flat = Flat::default();
        let mut open = vec![(node, false)];
        while let Some((node, inherited)) = open.pop() {
            let place = self.place(node);
            if !node.is_object() {
                self.lose_odd_schema(node);
            } else if flat.visited.insert(place) && self.spend(node, 1) {
                let from = open.len();
                self.gather(node, inherited, &mut flat, &mut open);
                open[from..].reverse();
            }
        }
        flat
    }

    /// Add a schema's own keywords, and note what it inherits from, nearest first.
    fn gather(
        &mut self,
        node: NodeRef<'d>,
        inherited: bool,
        flat: &mut Flat<'d>,
        open: &mut Vec<(NodeRef<'d>, bool)>,
    ) {
        flat.nullable |= nullable(node);
        for entry in node.entries() {
            self.lose_odd_word(entry);
            match entry.key() {
                "type" => {
                    let (types, unknown) = types_of(entry);
                    self.lose_odd_type(entry, unknown);
                    if flat.types.is_empty() {
                        flat.types = types;
                    }
                }
                "$ref" | "allOf" | "oneOf" | "anyOf" | "nullable" => {}
                "properties" => gather_properties(entry, inherited, flat),
                "required" => gather_required(entry, flat),
                key => {
                    let known = &mut flat.index.keywords;
                    if known
                        .place(&flat.keywords, key, |node| node.key())
                        .is_none()
                    {
                        flat.keywords.push(entry);
                    }
                }
            }
        }
        if node.member(key::REF).is_some()
            && let Some(target) = self.follow(node)
        {
            let known = flat.keywords.len();
            flat.own_keywords.get_or_insert(known);
            open.push((target, true));
        }
        for part in node
            .member(key::ALL_OF)
            .into_iter()
            .flat_map(NodeRef::items)
        {
            open.push((part, inherited));
        }
        for list in ["oneOf", "anyOf"].iter().filter_map(|key| node.get(key)) {
            let branches: Vec<_> = list.items().filter(|b| !is_null_schema(*b)).collect();
            match branches[..] {
                [only] => open.push((only, inherited)),
                [] => {}
                _ => flat.unions.push(list),
            }
        }
    }

    /// Report a keyword that is not what it should be.
    fn lose_odd_word(&mut self, entry: NodeRef<'d>) {
        let fits = match entry.key() {
            "required" | "enum" | "allOf" | "oneOf" | "anyOf" => entry.is_array(),
            "format" | "contentEncoding" | "contentMediaType" => entry.is_string(),
            "title" | "description" | "pattern" => entry.kind() < Kind::Array && !entry.is_null(),
            "nullable" => entry.as_bool().is_some(),
            "properties" => entry.is_object(),
            _ => true,
        };
        if !fits {
            self.lose_invalid(entry);
        }
        if entry.key() == "required" {
            for odd in entry.items().filter(|name| !name.is_string()) {
                self.lose_odd_name(odd);
            }
        }
    }

    /// The alternatives of a list; one that is only a list of alternatives itself is taken apart.
    pub(super) fn branches(&mut self, list: NodeRef<'d>) -> Vec<Flat<'d>> {
        let mut out = Vec::new();
        let mut seen = Vec::new();
        let mut open: Vec<NodeRef<'d>> = list.items().collect();
        open.reverse();
        while let Some(branch) = open.pop() {
            let place = self.place(branch);
            if is_null_schema(branch) || seen.contains(&place) {
                continue;
            }
            seen.push(place);
            let flat = self.flat(branch);
            match flat.unions[..] {
                [inner] if flat.kind().is_none() => {
                    let from = open.len();
                    open.extend(inner.items());
                    open[from..].reverse();
                }
                _ => out.push(flat),
            }
            if out.len() + open.len() > MAX_BRANCHES || self.is_stopped() {
                out.push(Flat::default());
                break;
            }
        }
        out
    }

    /// A schema that is written in a second place: a small one again, a large one by reference.
    pub(super) fn shared(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        if node.member(key::REF).is_some() || is_leaf(node) {
            self.schema(node)
        } else {
            self.reference_to(node)
        }
    }
}

/// True for a schema of a scalar, or of a list of such.
pub(super) fn is_leaf(node: NodeRef<'_>) -> bool {
    let mut at = node;
    for _ in 0..4 {
        let nests = [
            "properties",
            "allOf",
            "oneOf",
            "anyOf",
            "patternProperties",
            "$defs",
            "prefixItems",
        ];
        if nests.iter().any(|key| at.get(key).is_some())
            || at
                .get("additionalProperties")
                .is_some_and(NodeRef::is_object)
        {
            return false;
        }
        match at.member(key::ITEMS) {
            None => return true,
            Some(items) if items.get("$ref").is_some() => return true,
            Some(items) => at = items,
        }
    }
    false
}

fn gather_properties<'d>(entry: NodeRef<'d>, inherited: bool, flat: &mut Flat<'d>) {
    let known = flat.properties.len();
    for property in entry.entries() {
        let name = property.key();
        let places = &mut flat.index.properties;
        let old = (known > 0 || property.is_duplicate())
            .then(|| places.place(&flat.properties, name, |p| p.name));
        match old.flatten() {
            None => flat.properties.push(Property {
                name,
                schema: property,
                inherited,
            }),
            Some(at) if at >= known => flat.properties[at].schema = property,
            Some(_) => {}
        }
    }
}

fn gather_required(entry: NodeRef<'_>, flat: &mut Flat<'_>) {
    for name in entry.items().filter_map(NodeRef::as_str) {
        let known = &mut flat.index.required;
        if known.place(&flat.required, &name, String::as_str).is_none() {
            flat.required.push(name.into_owned());
        }
    }
}
