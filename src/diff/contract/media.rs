//! The schema behind `content` (3.x) or `schema` (2.0, headers, parameters).

use crate::document::{NodeRef, key};

/// The entry of `content` that speaks for the others: JSON before anything else.
pub(super) fn chosen(content: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let rank = |entry: &NodeRef<'_>| {
        let name = entry.key().to_ascii_lowercase();
        let name = name.split(';').next().unwrap_or_default().trim().to_owned();
        match name.as_str() {
            "application/json" => 0,
            json if json.ends_with("/json") || json.ends_with("+json") => 1,
            _ => 2,
        }
    };
    content.entries().min_by_key(rank)
}

/// The schema of a parameter, response or body.
pub(super) fn schema(node: NodeRef<'_>) -> Option<NodeRef<'_>> {
    let content = || chosen(node.member(key::CONTENT)?)?.member(key::SCHEMA);
    node.member(key::SCHEMA).or_else(content)
}

/// True for the media types of forms.
pub(super) fn is_form(media: NodeRef<'_>) -> bool {
    is_form_name(media.key())
}

/// True for the form that is sent in parts.
pub(super) fn is_multipart(media: NodeRef<'_>) -> bool {
    let name = media.key().to_ascii_lowercase();
    name.starts_with("multipart/form-data")
}

/// True for the names of the media types of forms.
pub(super) fn is_form_name(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("multipart/form-data") || name.starts_with("application/x-www-form-urlencoded")
}
