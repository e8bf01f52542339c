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

use crate::convert::converter::Converter;
use crate::convert::loss::LossKind;
use crate::convert::members::Members;
use crate::document::{Kind, NodeRef, Value, key};

impl<'d> Converter<'d> {
    pub(super) fn properties(&mut self, entry: NodeRef<'d>, draft: &mut Members) {
        if !entry.is_object() {
            return self.lose_invalid(entry);
        }
        let mut properties = Members::like(entry);
        for property in entry.entries() {
            let mut value = self.schema(property);
            let place = self.place(property);
            if self.notification_urls.contains(&place)
                && let Value::Object(members) = &mut value
            {
                members.push(("x-ms-notification-url".into(), Value::Bool(true)));
                members.push(("x-ms-visibility".into(), "internal".into()));
            }
            properties.put_entry(property, value);
        }
        draft.put_entry(entry, properties.into_value());
    }

    pub(super) fn required(&mut self, entry: NodeRef<'d>, draft: &mut Members) {
        if !entry.is_array() {
            return self.lose_invalid(entry);
        }
        let mut names: Vec<Value> = Vec::new();
        for name in entry.items().filter_map(NodeRef::as_str) {
            let name = Value::from(name.into_owned());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            draft.put("required", Value::Array(names));
        }
    }

    /// Validators of Swagger 2.0 want every required property declared.
    pub(super) fn declare_required(&mut self, node: NodeRef<'d>, draft: &mut Members) {
        if draft.text("type") != Some("object") {
            return;
        }
        let Some(Value::Array(required)) = draft.get("required") else {
            return;
        };
        let declared = |name: &str| {
            draft
                .get("properties")
                .is_some_and(|p| p.get(name).is_some())
        };
        let names = required.iter().filter_map(Value::as_str);
        let mut missing: Vec<String> = names.filter(|n| !declared(n)).map(str::to_owned).collect();
        if !missing.is_empty() && node.member(key::ALL_OF).is_some() && !self.options.flatten_all_of
        {
            let flat = self.flat(node);
            missing.retain(|name| flat.property(name).is_none());
        }
        if missing.is_empty() {
            return;
        }
        let mut properties = Members::from(draft.get("properties").cloned().unwrap_or(Value::Null));
        let (kind, value, instead) = match draft.get("additionalProperties") {
            Some(Value::Bool(false)) => {
                let instead = "declared as properties that take anything: the source takes nothing";
                (LossKind::KeywordDropped, Value::Object(Vec::new()), instead)
            }
            Some(rest @ Value::Object(_)) => (
                LossKind::PropertyAdded,
                rest.clone(),
                "declared like the other properties",
            ),
            _ => {
                let instead = "declared as properties that take anything";
                (LossKind::PropertyAdded, Value::Object(Vec::new()), instead)
            }
        };
        for name in &missing {
            properties.put(name, value.clone());
        }
        draft.put("properties", properties.into_value());
        let what = format!("required but not declared: `{}`", missing.join("`, `"));
        let at = node.member(key::REQUIRED).unwrap_or(node);
        self.lose(kind, at, what, instead);
    }

    pub(super) fn additional_properties(&mut self, entry: NodeRef<'d>, draft: &mut Members) {
        let patterns = entry
            .parent()
            .and_then(|s| s.member(key::PATTERN_PROPERTIES));
        match entry.kind() {
            // settled by the patterns, which allow some names
            Kind::False if patterns.is_some_and(|p| !p.is_empty()) => {}
            Kind::True | Kind::False => {
                draft.put_entry(entry, Value::Bool(entry.kind() == Kind::True));
            }
            Kind::Object => {
                let value = self.schema(entry);
                draft.put_entry(entry, value);
            }
            _ => self.lose_invalid(entry),
        }
    }

    pub(super) fn unevaluated_properties(&mut self, entry: NodeRef<'d>, draft: &mut Members) {
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
            Some(flag) => Value::Bool(flag),
            None => self.schema(entry),
        };
        draft.put("additionalProperties", value);
    }

    pub(super) fn pattern_properties(&mut self, entry: NodeRef<'d>, draft: &mut Members) {
        let schema = entry.parent();
        let rest = schema.and_then(|s| s.member(key::ADDITIONAL_PROPERTIES));
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
            _ => Value::Bool(true),
        };
        draft.put("additionalProperties", value);
    }

    pub(super) fn items(&mut self, entry: NodeRef<'d>, draft: &mut Members) {
        let schema = entry.parent();
        let prefix = schema.and_then(|s| s.member(key::PREFIX_ITEMS));
        if entry.key() == "prefixItems" || prefix.is_some() || entry.is_array() {
            let tuple = prefix.unwrap_or(entry);
            let rest = schema
                .and_then(|s| s.member(key::ITEMS))
                .filter(|i| !i.is_array());
            return self.tuple(tuple, rest, draft);
        }
        let value = self.schema(entry);
        draft.put_entry(entry, value);
    }

    fn tuple(&mut self, tuple: NodeRef<'d>, rest: Option<NodeRef<'d>>, draft: &mut Members) {
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
            draft.put("maxItems", Value::Number(count.to_string()));
        }
    }

    /// A discriminator must be a declared property; the specification also wants it required.
    pub(super) fn discriminator(&mut self, node: NodeRef<'d>, draft: &mut Members) {
        let Some(entry) = node.member(key::DISCRIMINATOR) else {
            return;
        };
        let named = entry.get("propertyName").and_then(NodeRef::as_str);
        let Some(name) = named.or_else(|| entry.as_str()) else {
            let what = "a discriminator without `propertyName`";
            self.lose(LossKind::InvalidMember, entry, what, "left out");
            return;
        };
        let declared = draft
            .get("properties")
            .is_some_and(|p| p.get(&name).is_some());
        if !declared {
            let what = format!("the discriminator `{name}` is no property of this schema");
            self.lose(LossKind::DiscriminatorDropped, entry, what, "left out");
            return;
        }
        draft.put("discriminator", name.as_ref());
        require(draft, &name);
        self.discriminator_mapping(entry, draft);
    }

    fn discriminator_mapping(&mut self, entry: NodeRef<'d>, draft: &mut Members) {
        let Some(mapping) = entry.get("mapping").filter(|m| m.is_object()) else {
            return;
        };
        let mut kept = Members::new();
        let mut renames = false;
        for value in mapping.entries() {
            let text = value.text();
            let target = self.mapping_target(value, &text);
            renames |= target != value.key();
            kept.put_entry(value, Value::from(format!("#/definitions/{target}")));
        }
        if renames {
            let what = "values of the discriminator that are no names of definitions";
            let instead = "kept as `x-discriminator-mapping`";
            self.lose(LossKind::DiscriminatorDropped, mapping, what, instead);
            draft.put("x-discriminator-mapping", kept.into_value());
        }
    }

    /// A mapping names a component or is a reference to one.
    fn mapping_target(&mut self, value: NodeRef<'d>, text: &str) -> String {
        let reference = if text.contains(['/', '#']) {
            text.to_owned()
        } else {
            format!("#/components/schemas/{text}")
        };
        match self.locate(value, &reference) {
            Some(schema) => self.definition_of(schema),
            None => text.to_owned(),
        }
    }
}

fn require(draft: &mut Members, name: &str) {
    match draft.get_mut("required") {
        Some(Value::Array(names)) if names.iter().any(|n| n.as_str() == Some(name)) => {}
        Some(Value::Array(names)) => names.push(name.into()),
        _ => draft.put("required", Value::Array(vec![name.into()])),
    }
}
