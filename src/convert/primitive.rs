//! Schemas of parameters, headers and form fields: type, format, items and rules only.
//!
//! | source | decision |
//! |---|---|
//! | a scalar | kept with its rules |
//! | a list | `items`, likewise |
//! | alternatives of one scalar type | that type, `enum` of all when all have one |
//! | an object, several types, no type | `string`; reported unless there was no schema at all |
//! | `title`, `xml`, … | left out, reported |

use std::borrow::Cow;

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::members::Members;
use super::schema::Flat;
use crate::document::NodeRef;

/// Most lists in each other in one parameter.
const MAX_LISTS: usize = 6;

/// Rules a value without schema object can have.
const RULES: &[&str] = &[
    "format",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "const",
    "multipleOf",
    "contentEncoding",
];

/// Words that say nothing about the value that is sent.
const SILENT: &[&str] = &[
    "description",
    "example",
    "examples",
    "additionalProperties",
    "properties",
    "required",
    "readOnly",
    "writeOnly",
    "items",
    "deprecated",
    "maxProperties",
    "minProperties",
    "contentMediaType",
];

impl<'d> Converter<'d> {
    /// Write type and rules of a value that is sent as text.
    pub(super) fn primitive(
        &mut self,
        schema: NodeRef<'d>,
        flat: &Flat<'d>,
        out: &mut Members<'d>,
    ) {
        let kind = self.primitive_kind(schema, flat, out);
        out.put("type", kind);
        for keyword in &flat.keywords {
            let key = keyword.key();
            if RULES.contains(&key) && fits(key, kind) {
                self.keyword(*keyword, out);
            } else if key.starts_with("x-") {
                let value = self.copy(*keyword);
                out.put_new(key, value);
            } else if !SILENT.contains(&key) {
                let what = format!("`{key}` of a value without schema has no counterpart");
                self.lose(LossKind::AnnotationDropped, *keyword, what, "left out");
            }
        }
        if kind == "array" {
            let items = match flat.keyword("items") {
                Some(items) => self.primitive_items(items),
                None => Draft::object([("type", Draft::from("string"))]),
            };
            out.put("items", items);
        }
        if flat.nullable {
            out.put("x-nullable", true);
            let what = "`null` is allowed, which Swagger 2.0 cannot say";
            self.lose(
                LossKind::NullableCarried,
                schema,
                what,
                "kept as `x-nullable`",
            );
        }
    }

    fn primitive_items(&mut self, items: NodeRef<'d>) -> Draft<'d> {
        if self.list_depth >= MAX_LISTS {
            let what = "lists of lists without end";
            self.lose(LossKind::ParameterType, items, what, "`type: string`");
            return Draft::object([("type", Draft::from("string"))]);
        }
        let mut out = Members::new();
        self.list_depth += 1;
        let flat = self.flat(items);
        self.primitive(items, &flat, &mut out);
        self.list_depth -= 1;
        out.into_value()
    }

    fn primitive_kind(
        &mut self,
        schema: NodeRef<'d>,
        flat: &Flat<'d>,
        out: &mut Members<'d>,
    ) -> &'static str {
        let kind = match flat.unions[..] {
            [] => flat.kind(),
            [list, ..] => self.union_kind(list, flat, out),
        };
        match kind {
            Some("object") => {
                let what = "an object as one text";
                self.lose(LossKind::ParameterType, schema, what, "`type: string`");
                "string"
            }
            Some(kind) => kind,
            None if flat.types.len() > 1 || !flat.unions.is_empty() => {
                let what = "a value of several types";
                self.lose(LossKind::ParameterType, schema, what, "`type: string`");
                "string"
            }
            None => "string",
        }
    }

    fn union_kind(
        &mut self,
        list: NodeRef<'d>,
        flat: &Flat<'d>,
        out: &mut Members<'d>,
    ) -> Option<&'static str> {
        let mut draft = Members::new();
        self.merge_union(list, &mut draft);
        let merged = draft.text("type").map(Cow::into_owned);
        if merged.as_deref() == Some("object") || merged.as_deref() == Some("array") {
            return flat.kind();
        }
        let exact = draft.has("enum") && draft.len() == 2;
        for key in ["format", "pattern", "enum"] {
            if let Some(value) = draft.remove(key) {
                out.put(key, value);
            }
        }
        if !exact && merged.is_some() {
            let what = "alternatives of one type";
            self.lose(
                LossKind::UnionMerged,
                list,
                what,
                "one type that takes them all",
            );
        }
        let known = ["string", "integer", "number", "boolean"];
        known
            .into_iter()
            .find(|k| Some(*k) == merged.as_deref())
            .or_else(|| flat.kind())
    }
}

/// True when a rule says something about values of a type.
fn fits(key: &str, kind: &str) -> bool {
    match key {
        "maxItems" | "minItems" | "uniqueItems" => kind == "array",
        "maxLength" | "minLength" | "pattern" | "contentEncoding" => kind == "string",
        "maximum" | "minimum" | "exclusiveMaximum" | "exclusiveMinimum" | "multipleOf" => {
            matches!(kind, "integer" | "number")
        }
        _ => true,
    }
}
