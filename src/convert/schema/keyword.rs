//! The keywords of a schema, one by one.
//!
//! | keyword | decision |
//! |---|---|
//! | `title`, `description`, `default`, `format`, `pattern`, bounds, `uniqueItems`, `readOnly` | kept |
//! | `exclusiveMinimum`, `exclusiveMaximum` as numbers | bound and flag |
//! | `const` | `enum` of one |
//! | `enum` | kept, equal values once; `null` in it is `x-nullable` |
//! | `examples` | the first becomes `example`, the others are reported |
//! | `writeOnly`, `deprecated` | `x-writeOnly`, `x-deprecated` |
//! | `contentEncoding: base64` | `format: byte` |
//! | `contentMediaType` of a file | `format: binary`; otherwise reported |
//! | `$defs` | definitions |
//! | `xml.nodeType` (3.2) | `attribute` where it says so; otherwise reported |
//! | `not`, `if`, `contains`, `dependent…`, `propertyNames`, `unevaluated…`, … | left out, reported |
//! | unknown words | left out, reported |

use crate::convert::converter::Converter;
use crate::convert::draft::Draft;
use crate::convert::loss::LossKind;
use crate::convert::members::Members;
use crate::document::{Kind, NodeRef, key};

impl<'d> Converter<'d> {
    /// Write one keyword. Alternatives (`oneOf`, `anyOf`) and `nullable` are settled afterwards.
    pub(in crate::convert) fn keyword(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        match entry.key() {
            "nullable" if entry.as_bool().is_none() => self.lose_invalid(entry),
            "$ref" | "$dynamicRef" | "oneOf" | "anyOf" | "nullable" | "discriminator" => {}
            "type" => self.types(entry, draft),
            "format" => self.format(entry, draft),
            "enum" | "const" => self.allowed_values(entry, draft),
            "title" | "description" | "pattern" => self.keep(entry, draft, entry.is_string()),
            "default" | "example" => {
                let value = self.copy(entry);
                draft.put_entry(entry, value);
            }
            "examples" => self.first_example(entry, draft),
            "minimum" | "exclusiveMinimum" => {
                self.bound(entry, ["minimum", "exclusiveMinimum"], draft);
            }
            "maximum" | "exclusiveMaximum" => {
                self.bound(entry, ["maximum", "exclusiveMaximum"], draft);
            }
            "multipleOf" => self.keep(entry, draft, is_positive(entry)),
            "maxLength" | "minLength" | "maxItems" | "minItems" | "maxProperties"
            | "minProperties" => {
                self.keep(entry, draft, is_count(entry));
            }
            "uniqueItems" | "readOnly" => self.keep(entry, draft, entry.as_bool().is_some()),
            "writeOnly" | "deprecated" => self.carried_flag(entry, draft),
            "properties" => self.properties(entry, draft),
            "required" => self.required(entry, draft),
            "additionalProperties" => self.additional_properties(entry, draft),
            "unevaluatedProperties" => self.unevaluated_properties(entry, draft),
            "patternProperties" => self.pattern_properties(entry, draft),
            "items" | "prefixItems" => self.items(entry, draft),
            "allOf" => self.all_of(entry, draft),
            "xml" => self.xml(entry, draft),
            "externalDocs" => self.external_docs(entry, draft),
            "contentEncoding" | "contentMediaType" => self.content_words(entry, draft),
            "$defs" | "definitions" => self.inner_definitions(entry),
            key => self.other_keyword(entry, key, draft),
        }
    }

    fn other_keyword(&mut self, entry: NodeRef<'d>, key: &str, draft: &mut Members<'d>) {
        match key {
            _ if key.starts_with("x-") => {
                let value = self.copy(entry);
                draft.put_entry(entry, value);
            }
            "not" | "if" | "then" | "else" | "contains" | "minContains" | "maxContains"
            | "propertyNames" | "dependentSchemas" | "dependentRequired" | "dependencies"
            | "unevaluatedItems" | "additionalItems" | "contentSchema" => {
                let what = format!("`{key}` has no counterpart");
                self.lose(
                    LossKind::KeywordDropped,
                    entry,
                    what,
                    "left out: more is allowed",
                );
            }
            "$schema" | "$id" | "$anchor" | "$dynamicAnchor" | "$comment" | "$vocabulary"
            | "$recursiveAnchor" => {
                let what = format!("`{key}` has no counterpart");
                self.lose(LossKind::AnnotationDropped, entry, what, "left out");
            }
            _ => {
                let what = format!("`{key}` is no word of a schema");
                self.lose(LossKind::MemberDropped, entry, what, "left out");
            }
        }
    }

    /// Keep a member that is what it should be; report one that is not.
    pub(in crate::convert) fn keep(
        &mut self,
        entry: NodeRef<'d>,
        draft: &mut Members<'d>,
        fits: bool,
    ) {
        if fits {
            let value = self.copy(entry);
            draft.put_entry(entry, value);
        } else if matches!(entry.key(), "title" | "description" | "pattern")
            && entry.kind() < Kind::Array
            && !entry.is_null()
        {
            draft.put(entry.key(), Draft::from(entry.text()));
        } else {
            self.lose_invalid(entry);
        }
    }

    /// Report what should be an object and is none.
    pub(in crate::convert) fn lose_unless_object(&mut self, node: NodeRef<'d>) {
        if !node.is_object() {
            self.lose_invalid(node);
        }
    }

    /// Report a member that is not what the specification says it is.
    pub(in crate::convert) fn lose_invalid(&mut self, entry: NodeRef<'d>) {
        let empty = entry.kind() >= Kind::Array && entry.is_empty();
        let what = if empty {
            format!("`{}` is empty", entry.key())
        } else {
            format!("`{}` cannot be {}", entry.key(), entry.kind().name())
        };
        self.lose(LossKind::InvalidMember, entry, what, "left out");
    }

    fn format(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let known = |formats: &&[&str]| entry.as_str().is_some_and(|f| formats.contains(&&*f));
        if self.limits.formats.is_some_and(|formats| !known(&formats)) {
            let what = format!("the target does not know the format `{}`", entry.text());
            self.lose(LossKind::FormatDropped, entry, what, "left out");
            return;
        }
        self.keep(entry, draft, entry.is_string());
    }

    fn first_example(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let items: Vec<_> = entry.items().collect();
        let own = entry
            .parent()
            .and_then(|schema| schema.member(key::EXAMPLE));
        if own.is_none()
            && let Some(first) = items.first()
        {
            let value = self.copy(*first);
            draft.put("example", value);
        }
        if !entry.is_array() {
            self.lose_invalid(entry);
        } else if items.len() > usize::from(own.is_none()) {
            let what = format!("{} examples", items.len());
            self.lose(LossKind::ExampleDropped, entry, what, "one example is kept");
        }
    }

    fn carried_flag(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        match entry.as_bool() {
            Some(true) => {
                let name = format!("x-{}", entry.key());
                let what = format!("`{}` has no counterpart", entry.key());
                let instead = format!("kept as `{name}`");
                self.lose(LossKind::ExtensionCarried, entry, what, instead);
                draft.put(name, true);
            }
            Some(false) => {}
            None => self.lose_invalid(entry),
        }
    }

    fn xml(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let mut xml = Members::new();
        for member in entry.entries() {
            match member.key() {
                "name" | "namespace" | "prefix" => self.keep(member, &mut xml, member.is_string()),
                "attribute" | "wrapped" => self.keep(member, &mut xml, member.as_bool().is_some()),
                "nodeType" if member.is_str("attribute") => xml.put("attribute", true),
                key if key.starts_with("x-") => {
                    let value = self.copy(member);
                    xml.put_entry(member, value);
                }
                key => {
                    let what = format!("`xml.{key}` has no counterpart");
                    self.lose(LossKind::AnnotationDropped, member, what, "left out");
                }
            }
        }
        if entry.is_object() {
            draft.put_entry(entry, xml.into_value());
        } else {
            self.lose_invalid(entry);
        }
    }

    fn content_words(&mut self, entry: NodeRef<'d>, draft: &mut Members<'d>) {
        let schema = entry.parent();
        let has = |key: &str| schema.is_some_and(|s| s.get(key).is_some());
        let text = entry.text().to_ascii_lowercase();
        let encoded = entry.key() == "contentEncoding";
        if encoded && text.starts_with("base64") && !has("format") {
            draft.put("format", "byte");
        } else if !encoded && !has("contentEncoding") && !has("format") && is_file(&text) {
            draft.put("format", "binary");
        } else {
            let what = format!("`{}: {text}` has no counterpart", entry.key());
            self.lose(LossKind::AnnotationDropped, entry, what, "left out");
        }
    }

    fn inner_definitions(&mut self, entry: NodeRef<'d>) {
        if self.options.prune {
            return;
        }
        self.lose_unless_object(entry);
        for schema in entry.entries() {
            if schema.is_object() {
                self.definition_of(schema);
            } else {
                self.lose_odd_schema(schema);
            }
        }
    }
}

/// True for media types whose bytes are no text.
pub(in crate::convert) fn is_file(media_type: &str) -> bool {
    let families = ["image/", "audio/", "video/", "font/"];
    let types = [
        "application/octet-stream",
        "application/pdf",
        "application/zip",
        "application/gzip",
        "application/vnd.",
    ];
    let structured = media_type.contains("json") || media_type.contains("xml");
    !structured
        && families
            .iter()
            .chain(&types)
            .any(|start| media_type.starts_with(start))
}

fn is_count(entry: NodeRef<'_>) -> bool {
    entry.kind() == Kind::Integer && !entry.text().starts_with('-')
}

fn is_positive(entry: NodeRef<'_>) -> bool {
    let number = matches!(entry.kind(), Kind::Integer | Kind::Float);
    number && entry.text().parse::<f64>().is_ok_and(|value| value > 0.0)
}
