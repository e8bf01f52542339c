//! Several schemas as one that takes what any of them takes.

use crate::convert::converter::Converter;
use crate::convert::draft::Draft;
use crate::convert::members::Members;
use crate::convert::once::Once;
use crate::document::{NodeRef, key};

use super::flat::{Flat, is_leaf};
use super::types::is_numeric;

/// Most properties of a merged object; past it only the type is kept.
const MAX_PROPERTIES: usize = 300;

/// Rules of scalars that stay when all alternatives agree on them.
const SCALAR_RULES: &[&str] = &[
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];

/// A merge under way.
pub(super) struct Merge<'m, 'd> {
    draft: &'m mut Members<'d>,
    /// The result takes no more than the alternatives did.
    pub(super) exact: bool,
    typed: bool,
    /// The alternatives exclude each other (`oneOf`).
    exclusive: bool,
}

impl<'m, 'd> Merge<'m, 'd> {
    pub(super) fn new(draft: &'m mut Members<'d>, exclusive: bool) -> Self {
        Self {
            draft,
            exact: false,
            typed: true,
            exclusive,
        }
    }

    /// What the merge came to.
    pub(super) fn words(&self) -> &'static str {
        match (self.draft.text("type").as_deref(), self.typed) {
            (_, false) => "any of their types is allowed",
            (Some("object"), _) => "one object with the properties of all",
            (Some("array"), _) => "one list",
            _ => "one schema that takes them all",
        }
    }
}

impl<'d> Converter<'d> {
    pub(super) fn merge_flats(&mut self, flats: &[Flat<'d>], merge: &mut Merge<'_, 'd>) {
        let kinds: Option<Vec<_>> = flats.iter().map(Flat::kind).collect();
        let Some(kinds) = kinds.filter(|_| flats.iter().all(|f| f.unions.is_empty())) else {
            merge.typed = false;
            return;
        };
        let first = kinds.first().copied().unwrap_or("object");
        let same = kinds.iter().all(|kind| *kind == first);
        let kind = match () {
            () if same => first,
            () if is_numeric(&kinds) => "number",
            () => {
                merge.typed = false;
                return;
            }
        };
        if merge.draft.text("type").is_some_and(|own| own != kind) {
            return;
        }
        merge.draft.put_new("type", kind);
        match kind {
            "object" => self.merge_objects(flats, merge.draft),
            "array" => self.merge_lists(flats, merge.draft),
            _ => {
                let agreed = self.merge_scalars(flats, merge.draft);
                merge.exact = agreed && same && !(merge.exclusive && self.overlap(flats));
            }
        }
    }

    /// True when nothing but allowed values was told apart.
    fn merge_scalars(&mut self, flats: &[Flat<'d>], draft: &mut Members<'d>) -> bool {
        let mut exact = true;
        for key in SCALAR_RULES {
            let rules: Vec<_> = flats.iter().map(|f| f.keyword(key)).collect();
            if rules.iter().all(Option::is_none) {
                continue;
            }
            let texts: Option<Vec<_>> = rules.iter().map(|r| r.map(NodeRef::text)).collect();
            let agreed = texts.is_some_and(|t| t.windows(2).all(|w| w[0] == w[1]));
            match rules[0] {
                Some(rule) if agreed && !draft.has(key) => self.keyword(rule, draft),
                _ => exact &= agreed,
            }
        }
        exact & self.merge_values(flats, draft)
    }

    fn merge_values(&mut self, flats: &[Flat<'d>], draft: &mut Members<'d>) -> bool {
        let mut values = Once::default();
        let mut open = 0;
        for flat in flats {
            let rule = flat.keyword("enum").or_else(|| flat.keyword("const"));
            let nodes: Vec<_> = match rule {
                None => {
                    open += 1;
                    continue;
                }
                Some(rule) if rule.key() == "const" => vec![rule],
                Some(rule) => rule.items().filter(|n| !n.is_null()).collect(),
            };
            for node in nodes {
                values.add(self.copy(node));
            }
        }
        let values = values.into_values();
        if open == 0 && !values.is_empty() {
            draft.put_new("enum", Draft::Array(values));
        }
        open == 0 || open == flats.len()
    }

    /// True when two alternatives take the same value.
    fn overlap(&mut self, flats: &[Flat<'d>]) -> bool {
        let mut values = Once::default();
        for flat in flats {
            let Some(rule) = flat.keyword("enum").or_else(|| flat.keyword("const")) else {
                return true;
            };
            let nodes: Vec<_> = match rule.key() {
                "const" => vec![rule],
                _ => rule.items().collect(),
            };
            let own: Vec<_> = nodes.into_iter().map(|node| self.copy(node)).collect();
            if own.iter().any(|value| values.has(value)) {
                return true;
            }
            for value in own {
                values.add(value);
            }
        }
        false
    }

    fn merge_lists(&mut self, flats: &[Flat<'d>], draft: &mut Members<'d>) {
        let items: Option<Vec<_>> = flats.iter().map(|f| f.keyword("items")).collect();
        let value = match items {
            Some(items) => self.merge_places(&items),
            None => Draft::Object(Vec::new()),
        };
        draft.put_new("items", value);
    }

    fn merge_objects(&mut self, flats: &[Flat<'d>], draft: &mut Members<'d>) {
        let names = property_names(flats);
        let own_closed = draft.get("additionalProperties").and_then(Draft::as_bool) == Some(false);
        if names.len() > MAX_PROPERTIES || own_closed {
            return;
        }
        let mut properties = draft.object("properties");
        for name in &names {
            let places: Vec<_> = flats
                .iter()
                .filter_map(|f| f.property(name).map(|p| p.schema))
                .collect();
            // a branch without the property may leave it open
            if !properties.has(name) {
                let value = self.merge_places(&places);
                properties.put(*name, value);
            }
        }
        if !properties.is_empty() {
            draft.put("properties", properties.into_value());
        }
        let shared: Vec<_> = flats[0]
            .required
            .iter()
            .filter(|name| flats.iter().all(|f| f.required.contains(name)))
            .collect();
        let mut required = draft.list("required");
        required.extend(shared.into_iter().map(|n| Draft::from(n.clone())));
        if !required.is_empty() {
            let mut once = Once::default();
            for name in required {
                once.add(name);
            }
            draft.put("required", Draft::Array(once.into_values()));
        }
        let closed = |f: &Flat<'_>| {
            f.keyword("additionalProperties").and_then(NodeRef::as_bool) == Some(false)
        };
        if flats.iter().all(closed) {
            draft.put_new("additionalProperties", false);
        }
    }

    /// One schema for what stands at the same place of several alternatives.
    fn merge_places(&mut self, places: &[NodeRef<'d>]) -> Draft<'d> {
        let first = places[0];
        let reference = |n: &NodeRef<'d>| {
            n.member(key::REF)
                .map(|r| (self.library.index_of(*n), r.text()))
        };
        let same_node = places.iter().all(|p| p.target() == first.target());
        let same_reference =
            reference(&first).is_some() && places.iter().all(|p| reference(p) == reference(&first));
        if same_node || same_reference {
            return self.shared(first);
        }
        let leaves = places
            .iter()
            .all(|p| p.get("$ref").is_none() && is_leaf(*p));
        if !leaves {
            return Draft::Object(Vec::new());
        }
        let values: Vec<_> = places.iter().map(|p| self.schema(*p)).collect();
        if values.windows(2).all(|w| w[0] == w[1]) {
            return values.into_iter().next().unwrap_or(Draft::Null);
        }
        self.merged(places)
    }
}

fn property_names<'d>(flats: &[Flat<'d>]) -> Vec<&'d str> {
    let mut seen = rustc_hash::FxHashSet::default();
    let names = flats
        .iter()
        .flat_map(|f| f.properties.iter().map(|p| p.name));
    names.filter(|name| seen.insert(*name)).collect()
}
