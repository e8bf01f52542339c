//! Types, `null` and fixed values.
//!
//! | source | decision |
//! |---|---|
//! | one type | kept |
//! | `[T, "null"]`, `nullable: true`, a branch that is only `null` | `T` and `x-nullable` |
//! | `[integer, number]` | `number` |
//! | several other types | no `type`: anything is allowed; reported |
//! | `"null"` alone | no `type`, `x-nullable`; reported |
//! | `type: array` without `items` | `items: {}` |

use crate::convert::converter::Converter;
use crate::convert::draft::Draft;
use crate::convert::loss::LossKind;
use crate::convert::members::Members;
use crate::convert::once::Once;
use crate::document::{NodeRef, key};

const TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "object"];

impl<'d> Converter<'d> {
    pub(super) fn types(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let (types, unknown) = types_of(entry);
        if unknown.is_some() {
            self.lose_odd_type(entry, unknown);
        } else if let [only] = types[..] {
            draft.put("type", only);
        } else if is_numeric(&types) {
            draft.put("type", "number");
        } else {
            let names = types.join(", ");
            let what = if types.is_empty() {
                "`null` is the only type".to_owned()
            } else {
                format!("the value has several types: {names}")
            };
            self.lose(LossKind::TypeUnion, entry, what, "any type is allowed");
        }
    }

    /// Report a word that is no type.
    pub(super) fn lose_odd_type(&mut self, entry: NodeRef<'d>, word: Option<String>) {
        if let Some(word) = word {
            let what = format!("`{word}` is no type");
            self.lose(LossKind::InvalidMember, entry, what, "any type is allowed");
        }
    }

    /// `enum` and `const`.
    pub(super) fn allowed_values(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let schema = entry.parent();
        let typed =
            schema.is_some_and(|s| s.member(key::TYPE).is_some()) || schema.is_some_and(nullable);
        let nodes: Vec<NodeRef<'d>> = match entry.key() {
            "const" => vec![entry],
            _ if !entry.is_array() => return self.lose_invalid(entry),
            _ => entry.items().collect(),
        };
        if entry.key() == "enum" && !draft.has("enum") && self.stays_as_texts(entry) {
            draft.put("enum", Draft::Source(entry.target()));
            return;
        }
        let mut values = Once::default();
        for node in nodes.iter().filter(|n| !(typed && n.is_null())) {
            values.add(self.copy(*node));
        }
        let values = values.into_values();
        if values.is_empty() {
            if nodes.is_empty() {
                self.lose_invalid(entry);
            }
        } else if !(entry.key() == "enum" && draft.has("enum")) {
            draft.put("enum", Draft::Array(values));
        }
    }

    /// What can only be said once all keywords are known.
    pub(super) fn settle(&mut self, node: NodeRef<'d>, draft: &mut Members<'d>) {
        if draft.is_text("type", "array") && !draft.has("items") {
            draft.put("items", Draft::Object(Vec::new()));
        }
        self.discriminator(node, draft);
        self.declare_required(node, draft);
        if let Some(reason) = nullable_reason(node) {
            self.carry_nullable(reason, draft);
        }
    }

    pub(super) fn carry_nullable(&mut self, reason: NodeRef<'d>, draft: &mut Members<'d>) {
        if draft.len() == 1 && draft.has("$ref") {
            let reference = draft.clone().into_value();
            if !self.limits.wraps_references {
                let what = "`null` is allowed beside what is referred to";
                self.lose(LossKind::RefSiblings, reason, what, "the reference alone");
                return;
            }
            draft.remove("$ref");
            draft.put("allOf", Draft::Array(vec![reference]));
        }
        let what = "`null` is allowed, which Swagger 2.0 cannot say";
        self.lose(
            LossKind::NullableCarried,
            reason,
            what,
            "kept as `x-nullable`",
        );
        draft.put("x-nullable", true);
    }
}

/// The types a `type` names without `null`, each once, and the first word that is no type.
pub(super) fn types_of(entry: NodeRef<'_>) -> (Vec<&'static str>, Option<String>) {
    let only = (!entry.is_array()).then_some(entry);
    let mut types = Vec::new();
    let mut unknown = None;
    for word in only.into_iter().chain(entry.items()) {
        let text = word.text();
        match TYPES.iter().find(|name| word.is_string() && **name == text) {
            Some(name) if !types.contains(name) => types.push(*name),
            Some(_) => {}
            None if text == "null" => {}
            None => unknown = unknown.or(Some(text.into_owned())),
        }
    }
    (types, unknown)
}

pub(super) fn is_numeric(types: &[&str]) -> bool {
    !types.is_empty() && types.iter().all(|t| matches!(*t, "integer" | "number"))
}

/// True when a schema says itself that `null` is allowed.
pub(super) fn nullable(schema: NodeRef<'_>) -> bool {
    nullable_reason(schema).is_some()
}

/// The member that allows `null`.
pub(super) fn nullable_reason(schema: NodeRef<'_>) -> Option<NodeRef<'_>> {
    if let Some(flag) = schema.member(key::NULLABLE)
        && flag.as_bool() == Some(true)
    {
        return Some(flag);
    }
    if let Some(types) = schema.member(key::TYPE)
        && (types.is_str("null") || types.items().any(|t| t.is_str("null")))
    {
        return Some(types);
    }
    if let Some(value) = schema.member(key::CONST)
        && value.is_null()
    {
        return Some(value);
    }
    [key::ONE_OF, key::ANY_OF]
        .into_iter()
        .filter_map(|key| schema.member(key))
        .find(|list| list.items().any(is_null_schema))
}

/// True for a schema that allows `null` and nothing else.
pub(super) fn is_null_schema(schema: NodeRef<'_>) -> bool {
    let only_null =
        |list: NodeRef<'_>| list.items().count() == 1 && list.items().all(NodeRef::is_null);
    if schema.member(key::TYPE).is_some_and(|t| t.is_str("null")) {
        return true;
    }
    if let Some(values) = schema.member(key::ENUM) {
        return only_null(values);
    }
    schema.member(key::CONST).is_some_and(NodeRef::is_null)
        || (schema.entries().count() == 1
            && schema.member(key::NULLABLE).and_then(NodeRef::as_bool) == Some(true))
}
