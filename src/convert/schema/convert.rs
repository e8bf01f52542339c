//! One schema, wherever it stands.
//!
//! | source | decision |
//! |---|---|
//! | `true`, `{}` | `{}` |
//! | `false` | `{}`, reported: Swagger 2.0 cannot forbid a value |
//! | `$ref` | `$ref` to a definition; a schema that is no component becomes one |
//! | `$ref` with siblings, 3.0 | the siblings mean nothing there: left out, reported |
//! | `$ref` with siblings, 3.1 and 3.2 | `allOf` of the reference, and the siblings beside it |
//! | … annotations only, target without `allOf` | the reference alone, reported |
//! | `$dynamicRef` | the anchor it names where it stands; reported |

use std::sync::Arc;

use crate::convert::converter::{Converter, Version};
use crate::convert::draft::{Draft, Shelf};
use crate::convert::loss::LossKind;
use crate::convert::members::Members;
use crate::convert::names::{Name, name_of_place};
use crate::document::{Kind, NodeRef, key};

/// Keywords that describe and do not restrict.
const ANNOTATIONS: &[&str] = &[
    "title",
    "description",
    "summary",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "xml",
    "nullable",
    "$comment",
    "$id",
    "$anchor",
    "$schema",
    "$dynamicAnchor",
    "x-nullable",
];

impl<'d> Converter<'d> {
    /// A schema as Swagger 2.0 writes it.
    pub(in crate::convert) fn schema(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        if self.schema_stays(node) {
            return Draft::Source(node.target());
        }
        self.nested(node, |this| this.schema_here(node))
            .unwrap_or_else(any)
    }

    fn schema_here(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        match node.kind() {
            Kind::True => any(),
            Kind::False => {
                let what = "a schema that allows nothing";
                self.lose(LossKind::NothingSchema, node, what, "anything is allowed");
                any()
            }
            Kind::Object if node.member(key::REF).is_some() => self.reference(node),
            Kind::Object if node.get("$dynamicRef").is_some() => self.dynamic_reference(node),
            Kind::Object => self.body_of(node).into_value(),
            _ => {
                self.lose_odd_schema(node);
                any()
            }
        }
    }

    /// Report a schema that is neither an object nor a boolean.
    pub(super) fn lose_odd_schema(&mut self, node: NodeRef<'d>) {
        if node.as_bool().is_none() {
            let what = format!("a schema is an object, this is {}", node.kind().name());
            self.lose(LossKind::InvalidMember, node, what, "anything is allowed");
        }
    }

    /// The name of the definition that describes a schema; it is written when it was not planned.
    pub(in crate::convert) fn definition_of(&mut self, schema: NodeRef<'d>) -> Name<'d> {
        let place = self.place(schema);
        if let Some(name) = self.definitions.get(place) {
            return Name::Given(name.clone());
        }
        if let Some(promise) = self.promised.get(&place) {
            return Name::Promised(Arc::clone(promise));
        }
        let pointer = schema.target().pointer();
        let mut wish = name_of_place(pointer.segments());
        if wish.is_empty() {
            wish = self.library.stem(place.0);
        }
        self.hoisted.push_back(schema.target());
        if self.is_part() {
            self.promise(place, wish)
        } else {
            Name::Given(self.definitions.give(place, wish))
        }
    }

    /// The reference to a schema; a chain of references is followed where the target wants that.
    pub(super) fn reference_to(&mut self, schema: NodeRef<'d>) -> Draft<'d> {
        let mut end = schema;
        if !self.limits.reference_chains {
            match self.resolved(schema) {
                Some(node) => end = node,
                None => return any(),
            }
        }
        Draft::Reference(Shelf::Definitions, self.definition_of(end))
    }

    fn reference(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        let Some(target) = self.follow(node) else {
            return any();
        };
        let reference = self.reference_to(target);
        let siblings: Vec<_> = node.entries().filter(|e| e.key() != "$ref").collect();
        if siblings.is_empty() {
            return reference;
        }
        if self.version == Version::V30 {
            self.lose_siblings(node, &siblings, "3.0 ignores what stands beside `$ref`");
            return reference;
        }
        let only_words = siblings.iter().all(|e| ANNOTATIONS.contains(&e.key()));
        if only_words && !self.limits.wraps_references {
            self.lose_siblings(node, &siblings, "the target refuses members beside `$ref`");
            return reference;
        }
        if self.options.flatten_all_of {
            return self.flattened(node).into_value();
        }
        let body = self.body_of(node);
        with_reference(body, reference)
    }

    fn lose_siblings(&mut self, node: NodeRef<'d>, siblings: &[NodeRef<'d>], why: &str) {
        let names: Vec<_> = siblings.iter().map(|e| format!("`{}`", e.key())).collect();
        let what = format!("{} beside `$ref`", names.join(", "));
        self.lose(
            LossKind::RefSiblings,
            node,
            what,
            format!("left out: {why}"),
        );
    }

    fn dynamic_reference(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        let reference = node.get("$dynamicRef").expect("the caller looked");
        let text = reference.text();
        let found = self.locate(reference, &text);
        let what = format!("`$dynamicRef` to `{text}`");
        let Some(target) = found else {
            self.lose(
                LossKind::ReferenceUnresolved,
                reference,
                what,
                "anything is allowed",
            );
            return self.body_of(node).into_value();
        };
        self.lose(
            LossKind::KeywordDropped,
            reference,
            what,
            "the anchor in this file is meant",
        );
        let reference = self.reference_to(target);
        with_reference(self.body_of(node), reference)
    }

    /// The members of a schema that is no reference, or of what stands beside one.
    pub(super) fn body_of(&mut self, node: NodeRef<'d>) -> Members<'d> {
        if self.options.flatten_all_of && node.member(key::ALL_OF).is_some() {
            return self.flattened(node);
        }
        let mut draft = Members::like(node);
        for entry in node.entries() {
            self.keyword(entry, &mut draft);
        }
        for symbol in [key::ONE_OF, key::ANY_OF] {
            if let Some(list) = node.member(symbol) {
                self.union(list, list.key(), &mut draft);
            }
        }
        self.settle(node, &mut draft);
        draft
    }
}

/// A reference and what stands beside it.
fn with_reference<'d>(mut body: Members<'d>, reference: Draft<'d>) -> Draft<'d> {
    if body.is_empty() {
        return reference;
    }
    let mut all = vec![reference];
    all.extend(
        body.remove("allOf")
            .and_then(Draft::into_items)
            .into_iter()
            .flatten(),
    );
    let mut out = Members::new();
    out.put("allOf", Draft::Array(all));
    out.append(body);
    out.into_value()
}

/// The schema that allows anything.
pub(in crate::convert) fn any<'d>() -> Draft<'d> {
    Draft::Object(Vec::new())
}
