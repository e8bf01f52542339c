//! The Request Body Object.
//!
//! | source | decision |
//! |---|---|
//! | a body of any media type but a form | one `in: body` parameter named `body`, after the other parameters |
//! | media types with the same schema | all in `consumes` |
//! | media types with another schema | one is kept in the order of `media_type`; the others reported |
//! | a form | `in: formData` parameters, see `form` |
//! | a component that is used | a shared body parameter; a form is written in place |
//! | bytes (`format: binary`, `image/png`, …) | `type: string, format: binary` |
//! | `itemSchema` (3.2) | a list of such items |
//! | examples | `x-examples` by media type |
//! | no `content` | a body that takes anything |
//! | a body with GET or HEAD | kept; left out and reported where the target refuses it |

use super::converter::Converter;
use super::draft::{Draft, Shelf};
use super::loss::LossKind;
use super::media_type::{essence, is_form, is_json};
use super::members::Members;
use super::names::Name;
use super::parameter::Sent;
use crate::document::NodeRef;

/// What a request body becomes.
#[derive(Default)]
pub(super) struct Request<'d> {
    /// The parameters it is sent as.
    pub(super) sent: Vec<Sent<'d>>,
    /// The media types it may have.
    pub(super) consumes: Vec<&'d str>,
}

impl<'d> Converter<'d> {
    /// The body of an operation, shared ones by reference.
    pub(super) fn request_body(&mut self, node: NodeRef<'d>) -> Request<'d> {
        let Some(body) = self.resolved(node) else {
            return Request::default();
        };
        let mut request = self.request(body);
        let place = self.place(body);
        let shared = self.parameters.get(place).cloned();
        if let (Some(name), [only]) = (shared, &mut request.sent[..])
            && body != node.target()
        {
            only.value = Draft::Reference(Shelf::Parameters, Name::Given(name));
        }
        request
    }

    /// True when a body is sent as one `in: body` parameter.
    pub(super) fn is_plain_body(&mut self, body: NodeRef<'d>) -> bool {
        let content = body.get("content");
        let media = content.and_then(|content| self.preferred(content));
        media.is_none_or(|media| !is_form(media.key()) || self.form_fields(media).is_none())
    }

    /// A body as it is sent.
    pub(super) fn request(&mut self, body: NodeRef<'d>) -> Request<'d> {
        self.lose_unless_object(body);
        let content = body.get("content");
        self.lose_odd_media(content);
        let Some(media) = content.and_then(|content| self.preferred(content)) else {
            let sent = self.plain_body(body, None);
            return Request {
                sent: vec![sent],
                consumes: Vec::new(),
            };
        };
        self.lose_media_words(media);
        let siblings = self.same_media(media);
        let form = is_form(media.key())
            .then(|| self.form(body, media))
            .flatten();
        let sent = form.unwrap_or_else(|| vec![self.plain_body(body, Some(media))]);
        Request {
            sent,
            consumes: siblings,
        }
    }

    /// Report a `content`, and media types in it, that are no objects.
    pub(super) fn lose_odd_media(&mut self, content: Option<NodeRef<'d>>) {
        let media = content.into_iter().flat_map(NodeRef::entries);
        let media = media.filter(|media| !media.key().starts_with("x-"));
        for odd in content.into_iter().chain(media) {
            self.lose_unless_object(odd);
        }
    }

    /// The media types that describe the same body; reports the others.
    fn same_media(&mut self, media: NodeRef<'d>) -> Vec<&'d str> {
        let content = media.parent().into_iter().flat_map(NodeRef::entries);
        let mut kept = Vec::new();
        for other in content {
            if other.key().starts_with("x-") {
                self.lose_member(other);
                continue;
            }
            let form = is_form(other.key()) == is_form(media.key());
            let refused = other != media && self.is_refused(other.key());
            if form && !refused && self.same_schema(media, other) {
                kept.push(other.key());
                continue;
            }
            let what = format!("the request media type `{}`", other.key());
            let instead = format!("`{}` is kept", media.key());
            self.lose(LossKind::MediaTypeDropped, other, what, instead);
        }
        if self.is_refused(media.key()) {
            let what = format!("the target does not know the media type `{}`", media.key());
            self.lose(
                LossKind::TargetUnsupported,
                media,
                what,
                "kept: there is no other",
            );
        }
        kept.dedup();
        kept
    }

    fn is_refused(&self, media_type: &str) -> bool {
        let essence = essence(media_type);
        let known = self.limits.media_types;
        known.is_some_and(|known| !known.contains(&essence.as_str()))
    }

    fn lose_media_words(&mut self, media: NodeRef<'d>) {
        for entry in media.entries() {
            match entry.key() {
                "schema" | "example" | "examples" | "itemSchema" => {}
                "encoding" if is_form(media.key()) => {}
                "encoding" | "itemEncoding" | "prefixEncoding" => {
                    let what = "an encoding outside a form";
                    self.lose(LossKind::EncodingDropped, entry, what, "left out");
                }
                _ => self.lose_member(entry),
            }
        }
    }

    fn plain_body(&mut self, body: NodeRef<'d>, media: Option<NodeRef<'d>>) -> Sent<'d> {
        let mut out = Members::new();
        out.put("name", "body");
        out.put("in", "body");
        for entry in body.entries() {
            match entry.key() {
                "content" => {}
                "description" => self.keep(entry, &mut out, entry.is_string()),
                "required" => self.keep(entry, &mut out, entry.as_bool().is_some()),
                _ => self.extension_or_loss(entry, &mut out),
            }
        }
        let schema = media.map_or_else(super::schema::any, |media| self.body_schema(media));
        out.put("schema", schema);
        if let Some(content) = body.get("content") {
            let examples = self.examples_by_type(content);
            if !examples.is_empty() {
                let what = "examples of a request body have no place";
                self.lose(
                    LossKind::ExtensionCarried,
                    content,
                    what,
                    "kept as `x-examples`",
                );
                out.put("x-examples", examples.into_value());
            }
        }
        Sent {
            name: "body".into(),
            place: "body".into(),
            value: out.into_value(),
        }
    }

    /// Report what the schema of bytes says beside that they are bytes.
    pub(super) fn lose_file_words(&mut self, schema: Option<NodeRef<'d>>) {
        let Some(schema) = schema else { return };
        for word in self.flat(schema).keywords {
            let other_type =
                word.key() == "contentMediaType" && !super::schema::is_file(&essence(&word.text()));
            if other_type || !super::form::is_of_file(word.key()) {
                let what = format!("`{}` of a file has no counterpart", word.key());
                self.lose(LossKind::AnnotationDropped, word, what, "left out");
            }
        }
    }

    /// The schema of a media type that is no form.
    pub(super) fn body_schema(&mut self, media: NodeRef<'d>) -> Draft<'d> {
        let schema = Self::media_schema(media);
        if self.is_bytes(media) {
            self.lose_file_words(schema);
            let words = [
                ("type", Draft::from("string")),
                ("format", Draft::from("binary")),
            ];
            return Draft::object(words);
        }
        let Some(schema) = schema else {
            return if is_json(media.key()) {
                super::schema::any()
            } else {
                Draft::object([("type", Draft::from("string"))])
            };
        };
        let value = self.schema(schema);
        if schema.key() == "itemSchema" {
            let what = "a sequence of items";
            self.lose(
                LossKind::KeywordDropped,
                schema,
                what,
                "a list of such items",
            );
            return Draft::object([("type", Draft::from("array")), ("items", value)]);
        }
        value
    }
}
