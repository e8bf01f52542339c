//! Forms: `multipart/form-data` and `application/x-www-form-urlencoded`.
//!
//! | source | decision |
//! |---|---|
//! | a property | one `in: formData` parameter |
//! | bytes | `type: file` |
//! | a list of bytes | one `type: file`, reported |
//! | a list | `collectionFormat: multi`; `csv` where `encoding` says not exploded or the target refuses `multi` |
//! | an object | `type: string`, reported |
//! | `required` | kept; a body that may be left out altogether is reported |
//! | `encoding`: `style`, `explode` of lists | `collectionFormat` |
//! | `encoding`: `contentType`, `headers`, `allowReserved` | reported |
//! | no properties | a body with the schema, reported |
//! | `additionalProperties` beside properties | reported |

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::converter::Converter;
use super::draft::Draft;
use super::loss::LossKind;
use super::media_type::essence;
use super::members::Members;
use super::parameter::Sent;
use super::schema::Flat;
use crate::document::{NodeRef, key};

impl<'d> Converter<'d> {
    /// The fields of a form; `None` when they are not known.
    pub(super) fn form_fields(&mut self, media: NodeRef<'d>) -> Option<Flat<'d>> {
        let flat = self.flat(media.get("schema")?);
        (!flat.properties.is_empty()).then_some(flat)
    }

    /// The parameters of a form; `None` when its fields are not known.
    pub(super) fn form(&mut self, body: NodeRef<'d>, media: NodeRef<'d>) -> Option<Vec<Sent<'d>>> {
        let Some(flat) = self.form_fields(media) else {
            let what = "a form whose fields are not named";
            self.lose(
                LossKind::FormOpen,
                media,
                what,
                "one body parameter with its schema",
            );
            return None;
        };
        self.lose_form_words(body, media, &flat);
        let mut out: Vec<Sent<'d>> = Vec::new();
        let all_required = flat.required_names();
        let encodings = media.get("encoding").into_iter();
        let mut encodings: FxHashMap<_, _> = encodings
            .flat_map(NodeRef::entries)
            .map(|encoding| (encoding.key(), encoding))
            .collect();
        for property in &flat.properties {
            let required = all_required.contains(property.name);
            let encoding = encodings.remove(property.name);
            out.push(self.field(property.schema, media, encoding, required));
            if let Some(last) = out.last_mut() {
                last.name = Cow::Borrowed(property.name);
                let mut members = Members::from(std::mem::replace(&mut last.value, Draft::Null));
                members.push_first("name", property.name.into());
                last.value = members.into_value();
            }
        }
        self.lose_undeclared(media, &flat);
        for encoding in encodings.into_values() {
            self.lose_member(encoding);
        }
        Some(out)
    }

    /// Report required fields that are not declared.
    fn lose_undeclared(&mut self, media: NodeRef<'d>, flat: &Flat<'d>) {
        let declared: FxHashSet<_> = flat.properties.iter().map(|field| field.name).collect();
        let mut names = flat.required.iter();
        if let Some(name) = names.find(|name| !declared.contains(name.as_str())) {
            let schema = media.member(key::SCHEMA).unwrap_or(media);
            let at = schema.member(key::REQUIRED).unwrap_or(schema);
            let what = format!("the form requires `{name}`, which is no field of it");
            self.lose(LossKind::KeywordDropped, at, what, "left out");
        }
    }

    fn lose_form_words(&mut self, body: NodeRef<'d>, media: NodeRef<'d>, flat: &Flat<'d>) {
        for entry in body.entries() {
            match entry.key() {
                "content" => {}
                "required" if entry.as_bool().is_some() => {}
                "required" => self.lose_invalid(entry),
                _ => self.lose_member(entry),
            }
        }
        if let Some(encoding) = media.get("encoding") {
            self.lose_unless_object(encoding);
        }
        for word in &flat.keywords {
            if word.key() != "additionalProperties" {
                let what = format!("`{}` of a form has no counterpart", word.key());
                self.lose(LossKind::AnnotationDropped, *word, what, "left out");
            }
        }
        let needed = body.get("required").and_then(NodeRef::as_bool) == Some(true);
        if !needed && !flat.required.is_empty() {
            let what = "the whole form may be left out";
            self.lose(
                LossKind::FormOptional,
                body,
                what,
                "its required fields stay required",
            );
        }
        for key in ["example", "examples"] {
            if let Some(entry) = media.get(key) {
                self.lose(
                    LossKind::ExampleDropped,
                    entry,
                    "an example of a form",
                    "left out",
                );
            }
        }
        let open = flat
            .keyword("additionalProperties")
            .filter(|a| a.as_bool() != Some(false));
        if let Some(entry) = open {
            let what = "fields whose names are not known";
            self.lose(LossKind::FormOpen, entry, what, "the named fields only");
        }
        for list in &flat.unions {
            let what = "alternatives of a form";
            self.lose(LossKind::UnionMerged, *list, what, "the fields they share");
        }
    }

    fn field(
        &mut self,
        schema: NodeRef<'d>,
        media: NodeRef<'d>,
        encoding: Option<NodeRef<'d>>,
        required: bool,
    ) -> Sent<'d> {
        let mut out = Members::new();
        out.put("in", "formData");
        if required {
            out.put("required", true);
        }
        let flat = self.flat(schema);
        self.words_of_schema(&flat, &mut out);
        let multipart = essence(media.key()) == "multipart/form-data";
        if multipart && self.is_file_field(&flat, encoding) {
            self.file_field(schema, &flat, &mut out);
        } else {
            self.primitive(schema, &flat, &mut out);
        }
        if out.is_text("type", "array") {
            let format = self.field_format(schema, encoding);
            out.put("collectionFormat", format);
        }
        if let Some(encoding) = encoding {
            self.lose_encoding(encoding);
        }
        Sent {
            name: Cow::Borrowed(""),
            place: "formData".into(),
            value: out.into_value(),
        }
    }

    fn file_field(&mut self, schema: NodeRef<'d>, flat: &Flat<'d>, out: &mut Members<'d>) {
        if flat.kind() == Some("array") {
            let what = "several files in one field";
            self.lose(LossKind::ParameterType, schema, what, "one file");
        }
        for word in flat.keywords.iter().filter(|word| !is_of_file(word.key())) {
            let what = format!("`{}` of a file has no counterpart", word.key());
            self.lose(LossKind::AnnotationDropped, *word, what, "left out");
        }
        out.put("type", "file");
    }

    fn is_file_field(&mut self, flat: &Flat<'d>, encoding: Option<NodeRef<'d>>) -> bool {
        let word = |flat: &Flat<'d>, key: &str| flat.keyword(key).and_then(NodeRef::as_str);
        let binary = |flat: &Flat<'d>| {
            let media = word(flat, "contentMediaType");
            word(flat, "format").as_deref() == Some("binary")
                || (media.is_some_and(|m| super::schema::is_file(&essence(&m)))
                    && flat.keyword("contentEncoding").is_none())
        };
        let typed = encoding
            .and_then(|e| e.get("contentType"))
            .map(NodeRef::text);
        let by_encoding = typed.is_some_and(|t| super::schema::is_file(&essence(&t)));
        let text = flat.kind().is_none_or(|kind| kind == "string");
        if binary(flat) || (by_encoding && text && flat.keyword("format").is_none()) {
            return true;
        }
        let items = flat
            .keyword("items")
            .filter(|_| flat.kind() == Some("array"));
        items.is_some_and(|items| {
            let items = self.flat(items);
            binary(&items)
        })
    }

    fn field_format(&mut self, schema: NodeRef<'d>, encoding: Option<NodeRef<'d>>) -> &'static str {
        let style = encoding.and_then(|e| e.get("style")).map(NodeRef::text);
        let explode = encoding
            .and_then(|e| e.get("explode"))
            .and_then(NodeRef::as_bool);
        match style.as_deref() {
            Some("spaceDelimited") => "ssv",
            Some("pipeDelimited") => "pipes",
            _ if explode == Some(false) => "csv",
            _ if self.limits.multi => "multi",
            _ => {
                let what = "the target refuses a list as repeated fields";
                self.lose(
                    LossKind::ParameterStyle,
                    schema,
                    what,
                    "`collectionFormat: csv`",
                );
                "csv"
            }
        }
    }

    fn lose_encoding(&mut self, encoding: NodeRef<'d>) {
        self.lose_unless_object(encoding);
        for entry in encoding.entries() {
            match entry.key() {
                "style" => self.lose_odd_style(entry),
                "explode" if entry.as_bool().is_some() => {}
                "explode" => self.lose_invalid(entry),
                _ => {
                    let what = format!("`{}` of a form field", entry.key());
                    self.lose(LossKind::EncodingDropped, entry, what, "left out");
                }
            }
        }
    }
}

/// True for words that say that a value is a file, or that are written with it.
pub(super) fn is_of_file(key: &str) -> bool {
    let words = [
        "format",
        "contentMediaType",
        "contentEncoding",
        "items",
        "description",
        "example",
        "examples",
    ];
    words.contains(&key)
}
