//! Properties, items and what depends on them.
//!
//! | source | decision |
//! |---|---|
//! | `properties`, `additionalProperties` | kept |
//! | `unevaluatedProperties` without a composition beside it | `additionalProperties`: the same there |
//! | `patternProperties` with `additionalProperties: false` | `additionalProperties` of the pattern's schema; reported |
//! | `patternProperties` otherwise | left out, reported |
//! | `required` names a property nobody declares | the property is declared as `{}` |
//! | `items` | kept |
//! | `prefixItems` | `items` that take what any position takes; reported |
//! | `discriminator.propertyName` | `discriminator`, when the property is declared here |
//! | `discriminator.mapping` | `x-discriminator-mapping` where names differ |

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::convert::converter::Converter;
use crate::convert::draft::{Draft, Shelf};
use crate::convert::loss::LossKind;
use crate::convert::members::Members;
use crate::document::{Kind, NodeRef, key};

/// How often names are searched from the first one on.
const FEW: usize = 12;

impl<'d> Converter<'d> {
    pub(super) fn properties(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        if !entry.is_object() {
            return self.lose_invalid(entry);
        }
        let mut properties = Members::like(entry);
        for property in entry.entries() {
            let mut value = self.schema(property);
            let place = self.place(property);
            if self.notification_urls.contains(&place) {
                let mut members = Members::from(value);
                members.push_new("x-ms-notification-url", Draft::Bool(true));
                members.push_new("x-ms-visibility", "internal".into());
                value = members.into_value();
            }
            properties.put_entry(property, value);
        }
        draft.put_entry(entry, properties.into_value());
    }

    pub(super) fn required(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        if !entry.is_array() {
            return self.lose_invalid(entry);
        }
        if self.stays_as_texts(entry) {
            draft.put("required", Draft::Source(entry.target()));
            return;
        }
        let mut names: Vec<Draft<'d>> = Vec::new();
        let mut seen = FxHashSet::default();
        for item in entry.items() {
            let Some(name) = item.as_str() else {
                self.lose_odd_name(item);
                continue;
            };
            if seen.insert(name.clone()) {
                names.push(Draft::from(name));
            }
        }
        if !names.is_empty() {
            draft.put("required", Draft::Array(names));
        }
    }

    /// Report a required name that is none.
    pub(super) fn lose_odd_name(&mut self, item: NodeRef<'d>) {
        let what = "the name of a property is a text";
        self.lose(LossKind::InvalidMember, item, what, "left out");
    }

    /// Validators of Swagger 2.0 want every required property declared.
    pub(super) fn declare_required(&mut self, node: NodeRef<'d>, draft: &mut Members<'d>) {
        if !draft.is_text("type", "object") {
            return;
        }
        let mut missing = undeclared(draft);
        if !missing.is_empty() && node.member(key::ALL_OF).is_some() && !self.options.flatten_all_of
        {
            let flat = self.flat(node);
            missing.retain(|name| flat.property(name).is_none());
        }
        if missing.is_empty() {
            return;
        }
        let mut properties = Members::from(draft.take("properties"));
        let rest = draft.get("additionalProperties");
        let (kind, value, instead) = match rest.map(|rest| (rest, rest.as_bool())) {
            Some((_, Some(false))) => {
                let instead = "declared as properties that take anything: the source takes nothing";
                (LossKind::KeywordDropped, Draft::Object(Vec::new()), instead)
            }
            Some((rest, None)) => (
                LossKind::PropertyAdded,
                rest.clone(),
                "declared like the other properties",
            ),
            _ => {
                let instead = "declared as properties that take anything";
                (LossKind::PropertyAdded, Draft::Object(Vec::new()), instead)
            }
        };
        for name in &missing {
            properties.put(name.clone(), value.clone());
        }
        draft.put("properties", properties.into_value());
        let what = format!("required but not declared: `{}`", missing.join("`, `"));
        let at = node.member(key::REQUIRED).unwrap_or(node);
        self.lose(kind, at, what, instead);
    }

    pub(super) fn additional_properties(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let patterns = entry
            .parent()
            .and_then(|s| s.member(key::PATTERN_PROPERTIES));
        match entry.kind() {
            // settled by the patterns, which allow some names
            Kind::False if patterns.is_some_and(|p| !p.is_empty()) => {}
            Kind::True | Kind::False => {
                draft.put_entry(entry, Draft::Bool(entry.kind() == Kind::True));
            }
            Kind::Object => {
                let value = self.schema(entry);
                draft.put_entry(entry, value);
            }
            _ => self.lose_invalid(entry),
        }
    }

    pub(super) fn unevaluated_properties(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let beside = |key: &&str| entry.parent().is_some_and(|s| s.get(key).is_some());
        let composed = [
            "$ref",
            "$dynamicRef",
            "allOf",
            "oneOf",
            "anyOf",
            "if",
            "not",
            "dependentSchemas",
            "patternProperties",
            "additionalProperties",
        ];
        if composed.iter().any(beside) {
            let what = "`unevaluatedProperties` has no counterpart beside a composition";
            self.lose(
                LossKind::KeywordDropped,
                entry,
                what,
                "left out: more is allowed",
            );
            return;
        }
        let value = match entry.as_bool() {
            Some(flag) => Draft::Bool(flag),
            None => self.schema(entry),
        };
        draft.put("additionalProperties", value);
    }

    pub(super) fn pattern_properties(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let schema = entry.parent();
        let rest = schema.and_then(|s| s.member(key::ADDITIONAL_PROPERTIES));
        self.lose_unless_object(entry);
        let patterns: Vec<_> = entry.entries().collect();
        let closed = rest.and_then(NodeRef::as_bool) == Some(false);
        let what = "names given by patterns have no counterpart";
        if patterns.is_empty() {
            return;
        }
        if !closed {
            self.lose(
                LossKind::KeywordDropped,
                entry,
                what,
                "left out: more is allowed",
            );
            return;
        }
        self.lose(
            LossKind::KeywordDropped,
            entry,
            what,
            "any name may have such a value",
        );
        let value = match patterns[..] {
            [only] => self.schema(only),
            _ => Draft::Bool(true),
        };
        draft.put("additionalProperties", value);
    }

    pub(super) fn items(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let schema = entry.parent();
        let prefix = schema.and_then(|s| s.member(key::PREFIX_ITEMS));
        if entry.key() == "items" && entry.is_array() && prefix.is_some() {
            self.lose_invalid(entry);
        }
        if entry.key() == "prefixItems" || prefix.is_some() || entry.is_array() {
            let tuple = prefix.unwrap_or(entry);
            let rest = schema
                .and_then(|s| s.member(key::ITEMS))
                .filter(|i| !i.is_array());
            return self.tuple(tuple, rest, draft);
        }
        let value = self.schema(entry);
        // joined schemas may have made it of their `prefixItems` already
        draft.put(entry.key(), value);
    }

    fn tuple(&mut self, tuple: NodeRef<'d>, rest: Option<NodeRef<'d>>, draft: &mut Members<'d>) {
        if draft.has("items") {
            return;
        }
        let mut kinds: Vec<_> = tuple.items().collect();
        let count = kinds.len();
        let closed = rest.and_then(NodeRef::as_bool) == Some(false);
        if !closed {
            match rest {
                Some(rest) => kinds.push(rest),
                None => kinds.clear(),
            }
        }
        let what = "items that differ by position";
        self.lose(
            LossKind::TupleMerged,
            tuple,
            what,
            "every item takes what any position takes",
        );
        let items = self.merged(&kinds);
        draft.put("items", items);
        if closed && tuple.parent().is_none_or(|s| s.get("maxItems").is_none()) {
            draft.put("maxItems", Draft::Number(count.to_string()));
        }
    }

    /// A discriminator must be a declared property; the specification also wants it required.
    pub(super) fn discriminator(&mut self, node: NodeRef<'d>, draft: &mut Members<'d>) {
        let Some(entry) = node.member(key::DISCRIMINATOR) else {
            return;
        };
        let named = entry.get("propertyName").and_then(NodeRef::as_str);
        let Some(name) = named.or_else(|| entry.as_str()) else {
            let what = "a discriminator without `propertyName`";
            self.lose(LossKind::InvalidMember, entry, what, "left out");
            return;
        };
        let declared = draft.get("properties").is_some_and(|p| p.has(&name));
        if !declared {
            let what = format!("the discriminator `{name}` is no property of this schema");
            self.lose(LossKind::DiscriminatorDropped, entry, what, "left out");
            return;
        }
        draft.put("discriminator", name.clone());
        require(draft, &name);
        self.discriminator_mapping(entry, draft);
    }

    fn discriminator_mapping(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let Some(mapping) = entry.get("mapping") else {
            return;
        };
        if !mapping.is_object() {
            return self.lose_invalid(mapping);
        }
        let mut kept = Members::new();
        let mut renames = false;
        for value in mapping.entries() {
            let text = value.text();
            let target = self.mapping_target(value, &text);
            renames |= target != value.key();
            kept.put_entry(value, Draft::from(Shelf::Definitions.reference(&target)));
        }
        if renames {
            let what = "values of the discriminator that are no names of definitions";
            let instead = "kept as `x-discriminator-mapping`";
            self.lose(LossKind::DiscriminatorDropped, mapping, what, instead);
            draft.put("x-discriminator-mapping", kept.into_value());
        }
    }

    /// A mapping names a component or is a reference to one.
    fn mapping_target(&mut self, value: NodeRef<'d>, text: &str) -> Cow<'d, str> {
        let reference = if text.contains(['/', '#']) {
            text.to_owned()
        } else {
            format!("#/components/schemas/{text}")
        };
        if let Some(schema) = self.locate(value, &reference) {
            return self.definition_of(schema).into_text();
        }
        let what = format!("`{text}` names no schema");
        let instead = "the name is meant";
        self.lose(LossKind::ReferenceUnresolved, value, what, instead);
        text.to_owned().into()
    }
}

fn require(draft: &mut Members<'_>, name: &str) {
    let mut names = draft.list("required");
    if !names
        .iter()
        .any(|known| known.as_str().is_some_and(|known| known == name))
    {
        names.push(Draft::from(name.to_owned()));
        draft.put("required", Draft::Array(names));
    }
}

/// The required properties that a schema does not declare.
fn undeclared(schema: &Members<'_>) -> Vec<String> {
    let required = schema.get("required").map(Draft::texts).unwrap_or_default();
    if required.is_empty() {
        return Vec::new();
    }
    let declared = schema.get("properties").map(Draft::keys);
    let mut declared = Declared::new(declared.unwrap_or_default());
    let missing = required.into_iter().filter(|name| !declared.has(name));
    missing.map(Cow::into_owned).collect()
}

/// The names of declared properties. Required names follow their order as a rule: the search goes on
/// where the last one was found, and starts over a few times at most.
struct Declared<'v> {
    names: Vec<&'v str>,
    at: usize,
    restarts: usize,
    all: FxHashSet<&'v str>,
}

impl<'v> Declared<'v> {
    fn new(names: Vec<&'v str>) -> Self {
        Self {
            names,
            at: 0,
            restarts: 0,
            all: FxHashSet::default(),
        }
    }

    fn has(&mut self, name: &str) -> bool {
        if let Some(found) = self.names[self.at..].iter().position(|own| *own == name) {
            self.at += found + 1;
            return true;
        }
        self.restarts += 1;
        if self.restarts > FEW {
            if self.all.is_empty() {
                self.all.extend(&self.names);
            }
            return self.all.contains(name);
        }
        let found = self.names[..self.at].iter().position(|own| *own == name);
        self.at = found.map_or(self.at, |found| found + 1);
        found.is_some()
    }
}
