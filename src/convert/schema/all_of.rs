//! `allOf`.
//!
//! | source | decision |
//! |---|---|
//! | `allOf` | kept |
//! | with `flatten_all_of` | one schema: all properties, all required; of a keyword said twice the outermost |
//! | a large property that came through a `$ref` | written once as a definition and referred to |
//! | inheritance in a circle | each schema counts once |

use crate::convert::converter::Converter;
use crate::convert::draft::Draft;
use crate::convert::loss::LossKind;
use crate::convert::members::Members;
use crate::document::{NodeRef, key};

use super::flat::Flat;

/// True for words about the schema they stand in, not about those that inherit from it.
fn describes(key: &str) -> bool {
    let words = [
        "title",
        "description",
        "example",
        "examples",
        "externalDocs",
        "xml",
        "default",
    ];
    words.contains(&key) || key.starts_with("x-") || key.starts_with('$')
}

impl<'d> Converter<'d> {
    pub(super) fn all_of(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let parts: Vec<_> = entry.items().collect();
        if parts.is_empty() {
            return self.lose_invalid(entry);
        }
        let parts = parts.into_iter().map(|part| self.schema(part)).collect();
        draft.put_entry(entry, Draft::Array(parts));
    }

    /// A schema and all it inherits, written as one.
    pub(super) fn flattened(&mut self, node: NodeRef<'d>) -> Members<'d> {
        if let Some(reference) = self.only_reference(node) {
            return reference;
        }
        if let Some(empty) = node.member(key::ALL_OF).filter(|list| list.is_empty()) {
            self.lose_invalid(empty);
        }
        let at = node.member(key::ALL_OF).unwrap_or(node);
        let what = "an inheritance is written as one schema";
        self.lose(
            LossKind::AllOfFlattened,
            at,
            what,
            "all properties stand here",
        );
        let flat = self.flat(node);
        let mut draft = Members::new();
        if let Some(kind) = flat.kind() {
            draft.put("type", kind);
        }
        self.flat_keywords(&flat, &mut draft);
        self.flat_properties(&flat, &mut draft);
        if !flat.required.is_empty() {
            let names = flat.required.iter().map(|n| Draft::from(n.clone()));
            draft.put("required", Draft::array(names));
        }
        for list in &flat.unions {
            self.union(*list, list.key(), &mut draft);
        }
        self.settle(node, &mut draft);
        if flat.nullable && !draft.has("x-nullable") {
            let what = "a part allows `null`, which Swagger 2.0 cannot say";
            self.lose(LossKind::NullableCarried, at, what, "kept as `x-nullable`");
            draft.put("x-nullable", true);
        }
        draft
    }

    fn flat_keywords(&mut self, flat: &Flat<'d>, draft: &mut Members<'d>) {
        let closed = flat
            .keyword("additionalProperties")
            .and_then(NodeRef::as_bool)
            == Some(false);
        let own = flat.own_keywords.unwrap_or(flat.keywords.len());
        for (at, keyword) in flat.keywords.iter().enumerate() {
            // closed parts of a composition never fitted together
            let closing = closed && keyword.key() == "additionalProperties";
            let about_another = at >= own && describes(keyword.key());
            if !closing && !about_another {
                self.keyword(*keyword, draft);
            }
        }
    }

    fn flat_properties(&mut self, flat: &Flat<'d>, draft: &mut Members<'d>) {
        let mut properties = Members::new();
        for property in &flat.properties {
            let value = if property.inherited {
                self.shared(property.schema)
            } else {
                self.schema(property.schema)
            };
            properties.put(property.name, value);
        }
        if !properties.is_empty() {
            draft.put("properties", properties.into_value());
        }
    }

    /// `allOf` of one reference and nothing that restricts beside it is that reference.
    fn only_reference(&mut self, node: NodeRef<'d>) -> Option<Members<'d>> {
        let parts = node.member(key::ALL_OF)?;
        let mut items = parts.items();
        let only = items
            .next()
            .filter(|part| part.member(key::REF).is_some())?;
        if items.next().is_some() || only.entries().count() > 1 {
            return None;
        }
        let words = [
            "allOf",
            "title",
            "description",
            "default",
            "example",
            "nullable",
            "readOnly",
        ];
        if !node
            .entries()
            .all(|e| words.contains(&e.key()) || e.key().starts_with("x-"))
        {
            return None;
        }
        if node.entries().count() > 1 {
            let what = "members beside the only part of an `allOf`";
            self.lose(LossKind::RefSiblings, node, what, "the reference alone");
        }
        Some(Members::from(self.schema(only)))
    }
}
