//! The Parameter Object.
//!
//! | source | decision |
//! |---|---|
//! | `in: path`, `query`, `header` | kept; `required` of a path parameter is always true |
//! | `in: cookie`, `querystring` (3.2) | left out, reported |
//! | a scalar | type and rules |
//! | a list, `style: form`, exploded | `collectionFormat: multi`; `csv` where the target refuses `multi`, reported |
//! | a list, `form` or `simple`, not exploded | `collectionFormat: csv` |
//! | a list, `spaceDelimited`, `pipeDelimited` | `ssv`, `pipes` |
//! | a list, `label`, `matrix`, `deepObject` | `csv`, reported |
//! | an object in the query, `form` exploded | one parameter for each property: the same query |
//! | an object, `deepObject` | one parameter `name[property]` for each property: the same query |
//! | any other object | `type: string`, reported |
//! | `content` | `type: string`, reported |
//! | `allowReserved` | left out, reported |
//! | `example`, `examples` | `x-example` of the first |
//! | `deprecated` | `x-deprecated` |
//! | headers the target reserves | left out, reported |

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::converter::Converter;
use super::draft::{Draft, Shelf};
use super::loss::LossKind;
use super::members::Members;
use super::names::Name;
use super::plain::Keep;
use super::schema::Flat;
use crate::document::{NodeRef, key};

/// A parameter as it is sent.
#[derive(Clone, Debug)]
pub(super) struct Sent<'d> {
    /// Its name.
    pub(super) name: Cow<'d, str>,
    /// `path`, `query`, `header`, `formData` or `body`.
    pub(super) place: Cow<'d, str>,
    /// Its description, or the reference to it.
    pub(super) value: Draft<'d>,
}

const STYLES: &[&str] = &[
    "form",
    "simple",
    "label",
    "matrix",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
    "cookie",
];

/// Members every parameter has; the others are written by hand.
const PLAIN: &[(&str, Keep)] = &[
    ("description", Keep::Text),
    ("name", Keep::Elsewhere),
    ("in", Keep::Elsewhere),
    ("required", Keep::Elsewhere),
    ("schema", Keep::Elsewhere),
    ("content", Keep::Elsewhere),
    ("style", Keep::Elsewhere),
    ("explode", Keep::Elsewhere),
    ("allowEmptyValue", Keep::Elsewhere),
    ("allowReserved", Keep::Elsewhere),
    ("deprecated", Keep::Elsewhere),
    ("example", Keep::Elsewhere),
    ("examples", Keep::Elsewhere),
];

impl<'d> Converter<'d> {
    /// A list of parameters as Swagger 2.0 sends them.
    pub(super) fn parameters(&mut self, list: NodeRef<'d>) -> Vec<Sent<'d>> {
        if !list.is_array() {
            self.lose_invalid(list);
        }
        let mut out: Vec<Sent<'d>> = Vec::new();
        let mut seen = FxHashSet::default();
        for node in list.items() {
            for sent in self.parameter_use(node) {
                if seen.insert((sent.name.clone(), sent.place.clone())) {
                    out.push(sent);
                } else {
                    let what = format!("the {} parameter `{}` again", sent.place, sent.name);
                    self.lose(LossKind::InvalidMember, node, what, "left out");
                }
            }
        }
        out
    }

    /// A parameter where it is used: a reference when it is shared.
    fn parameter_use(&mut self, node: NodeRef<'d>) -> Vec<Sent<'d>> {
        let Some(target) = self.resolved(node) else {
            return Vec::new();
        };
        let shared = self.parameters.get(self.place(target));
        match shared.filter(|_| target != node.target()) {
            // what has a name is sent as exactly one parameter
            Some(shared) => {
                let text = |symbol| target.member(symbol).map(NodeRef::text);
                vec![Sent {
                    name: text(key::NAME).unwrap_or_default(),
                    place: text(key::IN).unwrap_or_default(),
                    value: Draft::Reference(Shelf::Parameters, Name::Given(shared.clone())),
                }]
            }
            None => self.parameter(target),
        }
    }

    /// A parameter that is no reference, as Swagger 2.0 sends it: none, one or several.
    pub(super) fn parameter(&mut self, node: NodeRef<'d>) -> Vec<Sent<'d>> {
        let text = |key: &str| node.get(key).and_then(NodeRef::as_str);
        let (Some(name), Some(place)) = (text("name"), text("in")) else {
            let what = "a parameter without `name` and `in`";
            self.lose(LossKind::InvalidMember, node, what, "left out");
            return Vec::new();
        };
        if !matches!(place.as_ref(), "path" | "query" | "header") {
            let what = format!("the {place} parameter `{name}`");
            self.lose(LossKind::ParameterDropped, node, what, "left out");
            return Vec::new();
        }
        let reserved = self.limits.reserved_headers.iter();
        if place == "header" && reserved.clone().any(|r| r.eq_ignore_ascii_case(&name)) {
            let what = format!("the target sends the header `{name}` itself");
            self.lose(LossKind::HeaderReserved, node, what, "left out");
            return Vec::new();
        }
        let base = Sent {
            name,
            place,
            value: Draft::Null,
        };
        match self.expanded(node, &base) {
            Some(parts) => parts,
            None => vec![self.single(node, base)],
        }
    }

    fn single(&mut self, node: NodeRef<'d>, base: Sent<'d>) -> Sent<'d> {
        let mut out = Members::new();
        out.put("name", base.name.clone());
        out.put("in", base.place.clone());
        self.parameter_words(node, &base, &mut out);
        self.parameter_value(node, &base.place, &mut out);
        Sent {
            value: out.into_value(),
            ..base
        }
    }

    /// Everything but the value: description, `required`, extensions, examples.
    fn parameter_words(&mut self, node: NodeRef<'d>, base: &Sent<'d>, out: &mut Members<'d>) {
        out.append(self.plain(node, PLAIN));
        self.lose_odd_flags(node);
        let required = node.member(key::REQUIRED).and_then(NodeRef::as_bool);
        match (base.place.as_ref(), required) {
            ("path", _) => out.put("required", true),
            (_, Some(flag)) => out.put("required", flag),
            _ => {}
        }
        if base.place == "query"
            && let Some(flag) = node.get("allowEmptyValue").and_then(NodeRef::as_bool)
        {
            out.put("allowEmptyValue", flag);
        }
        if let Some(entry) = node
            .get("allowReserved")
            .filter(|e| e.as_bool() == Some(true))
        {
            let what = "`allowReserved` has no counterpart";
            self.lose(
                LossKind::ParameterStyle,
                entry,
                what,
                "reserved characters are escaped",
            );
        }
        if let Some(entry) = node.member(key::DEPRECATED) {
            self.deprecated(entry, out);
        }
        self.parameter_example(node, out);
    }

    /// Report a style that is none.
    pub(super) fn lose_odd_style(&mut self, style: NodeRef<'d>) {
        match style.as_str() {
            None => self.lose_invalid(style),
            Some(word) if STYLES.contains(&&*word) => {}
            Some(word) => {
                let what = format!("`{word}` is no style");
                self.lose(LossKind::ParameterStyle, style, what, "left out");
            }
        }
    }

    /// Report members of a parameter that should be flags and are none, and a style that is none.
    fn lose_odd_flags(&mut self, node: NodeRef<'d>) {
        if let Some(style) = node.member(key::STYLE) {
            self.lose_odd_style(style);
        }
        for entry in node.entries() {
            let fits = match entry.key() {
                "required" | "explode" | "allowEmptyValue" | "allowReserved" => {
                    entry.as_bool().is_some()
                }
                _ => true,
            };
            if !fits {
                self.lose_invalid(entry);
            }
        }
    }

    pub(super) fn deprecated(&mut self, entry: NodeRef<'d>, out: &mut Members<'d>) {
        if entry.as_bool().is_none() {
            self.lose_invalid(entry);
        }
        if entry.as_bool() == Some(true) {
            let what = "`deprecated` has no counterpart here";
            self.lose(
                LossKind::ExtensionCarried,
                entry,
                what,
                "kept as `x-deprecated`",
            );
            out.put("x-deprecated", true);
        }
    }

    /// Type and rules, from `schema` or `content`.
    pub(super) fn parameter_value(
        &mut self,
        node: NodeRef<'d>,
        place: &str,
        out: &mut Members<'d>,
    ) {
        let content = node.member(key::CONTENT);
        if let Some(odd) = content.filter(|content| !content.is_object()) {
            self.lose_invalid(odd);
        }
        let content = content.filter(|content| !content.is_empty());
        if let Some(content) = content.filter(|_| node.member(key::SCHEMA).is_none()) {
            let media_type = content.entries().next().map_or("", NodeRef::key).to_owned();
            let what = format!("a value written as `{media_type}`");
            self.lose(LossKind::ParameterType, content, what, "`type: string`");
            out.put("type", "string");
            return;
        }
        let Some(schema) = node.member(key::SCHEMA) else {
            out.put("type", "string");
            return;
        };
        let flat = self.flat(schema);
        self.words_of_schema(&flat, out);
        self.primitive(schema, &flat, out);
        if out.is_text("type", "array") {
            self.collection_format(node, place, out);
        }
    }

    /// What the schema of a parameter tells and the parameter does not.
    pub(super) fn words_of_schema(&mut self, flat: &Flat<'d>, out: &mut Members<'d>) {
        if let Some(text) = flat.keyword("description").and_then(NodeRef::as_str) {
            out.put_new("description", text);
        }
        if let Some(example) = flat.keyword("example") {
            let value = self.copy(example);
            out.put_new("x-example", value);
        } else if let Some(first) = flat.keyword("examples").and_then(|e| e.item(0)) {
            let value = self.copy(first);
            out.put_new("x-example", value);
        }
    }

    fn collection_format(&mut self, node: NodeRef<'d>, place: &str, out: &mut Members<'d>) {
        let usual = if matches!(place, "query" | "formData") {
            "form"
        } else {
            "simple"
        };
        let style = node.member(key::STYLE).and_then(NodeRef::as_str);
        let style = style.as_deref().unwrap_or(usual);
        let explode = node.member(key::EXPLODE).and_then(NodeRef::as_bool);
        let explode = explode.unwrap_or(style == "form");
        let at = node.member(key::STYLE).unwrap_or(node);
        let format = match (style, explode) {
            ("form", true) if self.limits.multi && usual == "form" => "multi",
            ("form", true) => {
                let what = "the target refuses a list as repeated parameters";
                self.lose(
                    LossKind::ParameterStyle,
                    at,
                    what,
                    "`collectionFormat: csv`",
                );
                "csv"
            }
            ("form" | "simple", _) => "csv",
            ("spaceDelimited", _) => "ssv",
            ("pipeDelimited", _) => "pipes",
            (other, _) => {
                let what = format!("a list in style `{other}`");
                self.lose(
                    LossKind::ParameterStyle,
                    at,
                    what,
                    "`collectionFormat: csv`",
                );
                "csv"
            }
        };
        out.put("collectionFormat", format);
    }

    /// An object in the query that is sent as one parameter for each of its properties.
    fn expanded(&mut self, node: NodeRef<'d>, base: &Sent<'d>) -> Option<Vec<Sent<'d>>> {
        let schema = node.member(key::SCHEMA).filter(|_| base.place == "query")?;
        let style = node.member(key::STYLE).and_then(NodeRef::as_str);
        let deep = match style.as_deref() {
            Some("deepObject") => true,
            None | Some("form") => false,
            Some(_) => return None,
        };
        let flat = self.flat(schema);
        let exploded = node
            .get("explode")
            .and_then(NodeRef::as_bool)
            .unwrap_or(true);
        let object = flat.kind() == Some("object") && !flat.properties.is_empty();
        if !object || (!deep && !exploded) {
            return None;
        }
        let what = format!("the object `{}` in the query", base.name);
        let instead = "one parameter for each of its properties";
        self.lose(LossKind::ParameterExpanded, node, what, instead);
        let needed = node.member(key::REQUIRED).and_then(NodeRef::as_bool) == Some(true);
        let all_required = flat.required_names();
        let parts = flat.properties.iter().map(|property| {
            let name = if deep {
                format!("{}[{}]", base.name, property.name)
            } else {
                property.name.to_owned()
            };
            let required = needed && all_required.contains(property.name);
            self.property_parameter(property.schema, name, required)
        });
        Some(parts.collect())
    }

    fn property_parameter(
        &mut self,
        schema: NodeRef<'d>,
        name: String,
        required: bool,
    ) -> Sent<'d> {
        let mut out = Members::new();
        out.put("name", name.clone());
        out.put("in", "query");
        if required {
            out.put("required", true);
        }
        let flat = self.flat(schema);
        self.words_of_schema(&flat, &mut out);
        self.primitive(schema, &flat, &mut out);
        if out.is_text("type", "array") {
            self.collection_format(schema, "query", &mut out);
        }
        Sent {
            name: name.into(),
            place: "query".into(),
            value: out.into_value(),
        }
    }
}
