//! Places that are no single node.

use std::sync::Arc;

use crate::document::{Document, NodeRef, Pointer, key};
use crate::finding::{Label, On};
use crate::spec::Spec;
use crate::text::Span;

/// The document as a whole, for something that is missing in it: underlines where it starts, not
/// all of it.
pub fn whole(document: &Document, text: impl Into<String>) -> Label {
    let root = document.root();
    let start = root.span().start;
    let first_key = root.children().next().and_then(NodeRef::key_span);
    let span = match first_key {
        Some(key) if key.start == start => key,
        _ => Span::new(start, (start + 1).min(root.span().end)),
    };
    Label {
        source: Arc::clone(document.source()),
        pointer: Pointer::root(),
        span,
        on: On::Value,
        text: text.into(),
    }
}

/// Where the security schemes of a document are, or should be: the member that holds them, else the
/// object it would stand in, else the document.
pub fn schemes(spec: &Spec<'_>, text: impl Into<String>) -> Label {
    let components = spec.root().member(key::COMPONENTS);
    match spec.scheme_container().or(components) {
        Some(container) => Label::key(container, text),
        None => whole(spec.document(), text),
    }
}
