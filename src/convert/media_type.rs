//! Which media type is kept where only one schema can be.
//!
//! In this order:
//!
//! 1. the media types asked for, in the order they were asked for;
//! 2. `application/json`;
//! 3. any other JSON (`+json`, `text/json`);
//! 4. `multipart/form-data`, then `application/x-www-form-urlencoded`;
//! 5. `*/*` and `application/*`;
//! 6. text and XML;
//! 7. anything else.
//!
//! Among equals the first in the source. Where the target knows few media types, those it knows come
//! before those it does not.

use super::converter::Converter;
use super::schema::Flat;
use crate::document::{NodeRef, key};

/// The media type without parameters, in small letters.
pub(super) fn essence(media_type: &str) -> String {
    let text = media_type.split(';').next().unwrap_or_default();
    text.trim().to_ascii_lowercase()
}

/// True for the media types of forms.
pub(super) fn is_form(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "multipart/form-data" || essence == "application/x-www-form-urlencoded"
}

/// True for JSON in any of its names.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/json") || essence.ends_with("+json")
}

fn usual_rank(media_type: &str) -> usize {
    let essence = essence(media_type);
    match essence.as_str() {
        "application/json" => 0,
        _ if is_json(&essence) => 1,
        "multipart/form-data" => 2,
        "application/x-www-form-urlencoded" => 3,
        "*/*" | "application/*" => 4,
        _ if essence.starts_with("text/") || essence.contains("xml") => 5,
        _ => 6,
    }
}

fn matches(wish: &str, media_type: &str) -> bool {
    let (wish, given) = (essence(wish), essence(media_type));
    match wish.strip_suffix("/*") {
        Some("*") => true,
        Some(family) => given.split('/').next() == Some(family),
        None => wish == given,
    }
}

impl<'d> Converter<'d> {
    /// The media type of a `content` that is kept.
    pub(super) fn preferred(&self, content: NodeRef<'d>) -> Option<NodeRef<'d>> {
        let media = content
            .entries()
            .filter(|m| m.is_object() && !m.key().starts_with("x-"));
        media.min_by_key(|m| self.rank(m.key()))
    }

    fn rank(&self, media_type: &str) -> (bool, usize, usize) {
        let wishes = &self.options.prefer_media_type;
        let wish = wishes.iter().position(|wish| matches(wish, media_type));
        let known = self.limits.media_types.is_none_or(|known| {
            let essence = essence(media_type);
            known.contains(&essence.as_str()) || is_json(&essence)
        });
        (!known, wish.unwrap_or(wishes.len()), usual_rank(media_type))
    }

    /// The schema of a media type: its own, or of the items of a sequence (3.2).
    pub(super) fn media_schema(media: NodeRef<'d>) -> Option<NodeRef<'d>> {
        media
            .member(key::SCHEMA)
            .or_else(|| media.member(key::ITEM_SCHEMA))
    }

    /// True when two media types describe the same value.
    pub(super) fn same_schema(&mut self, one: NodeRef<'d>, other: NodeRef<'d>) -> bool {
        if one.target() == other.target() {
            return true;
        }
        match (Self::media_schema(one), Self::media_schema(other)) {
            (Some(a), Some(b)) => {
                let reference = |n: NodeRef<'d>| n.member(key::REF).map(|r| r.text().into_owned());
                match (reference(a), reference(b)) {
                    (Some(x), Some(y)) => x == y,
                    (None, None) => a.raw() == b.raw() || self.schema(a) == self.schema(b),
                    _ => false,
                }
            }
            (None, None) => true,
            _ => false,
        }
    }

    /// True when a media type's value is bytes.
    pub(super) fn is_bytes(&mut self, media: NodeRef<'d>) -> bool {
        let schema = Self::media_schema(media);
        let reference = schema.filter(|schema| schema.member(key::REF).is_some());
        if let Some(reference) = reference.filter(|_| is_json(media.key())) {
            // the usual case: a component, looked at without all it inherits
            let target = self.resolved(reference);
            let format = target.and_then(|target| target.member(key::FORMAT));
            return format.is_some_and(|format| format.is_str("binary"));
        }
        let flat = schema.map(|schema| self.flat(schema));
        Self::is_binary(media, flat.as_ref())
    }

    fn is_binary(media: NodeRef<'d>, flat: Option<&Flat<'d>>) -> bool {
        let essence = essence(media.key());
        let file = super::schema::is_file(&essence);
        let Some(flat) = flat else { return file };
        let word = |key: &str| flat.keyword(key).and_then(NodeRef::as_str);
        let binary = word("format").as_deref() == Some("binary");
        let bytes = flat.kind() == Some("string") && word("format").is_none() && file;
        let empty = flat.kind().is_none() && flat.unions.is_empty() && file;
        let encoded =
            word("contentEncoding").is_some() || word("format").as_deref() == Some("byte");
        (binary && flat.kind() != Some("array")) || ((bytes || empty) && !encoded)
    }
}
