//! Following `$ref`.
//!
//! | reference | decision |
//! |---|---|
//! | to a component | kept as a reference to its Swagger 2.0 twin |
//! | to any other schema | the schema becomes a definition named after its place |
//! | to a path item, request body of a form, header, example, link | written in place |
//! | `#name` (`$anchor`), the text of an `$id` | followed |
//! | to nothing, to a file that is not read | reported; the place takes anything |
//! | a chain of references | followed up to 64 steps; a circle of nothing but references is reported |

use std::borrow::Cow;

use super::converter::Converter;
use super::loss::LossKind;
use crate::document::{NodeRef, Pointer, key};

/// Longest chain of references followed.
const MAX_CHAIN: usize = 64;

impl<'d> Converter<'d> {
    /// The node a `$ref` names, one step; reports when there is none.
    pub(super) fn follow(&mut self, object: NodeRef<'d>) -> Option<NodeRef<'d>> {
        let reference = object.member(key::REF)?;
        let Some(text) = reference.as_str() else {
            self.lose(
                LossKind::InvalidMember,
                reference,
                "`$ref` is not a string",
                "the place takes anything",
            );
            return None;
        };
        let found = self.locate(reference, &text);
        if found.is_none() {
            self.report_unresolved(reference, &text);
        }
        found
    }

    /// The object itself, or what its `$ref` chain ends at; `None` when it leads nowhere.
    pub(super) fn resolved(&mut self, object: NodeRef<'d>) -> Option<NodeRef<'d>> {
        let mut at = object.target();
        for _ in 0..MAX_CHAIN {
            if at.member(key::REF).is_none_or(|r| !r.is_string()) {
                return Some(at);
            }
            at = self.follow(at)?.target();
        }
        self.lose(
            LossKind::ReferenceUnresolved,
            object,
            "references that only name each other",
            "the place takes anything",
        );
        None
    }

    /// The node a reference text names, seen from a place.
    pub(super) fn locate(&mut self, from: NodeRef<'d>, text: &str) -> Option<NodeRef<'d>> {
        let document = self.library.index_of(from);
        if let Some(known) = self.located[document].get(text) {
            return *known;
        }
        let found = self.search(document, text);
        self.located[document].insert(text.into(), found);
        found
    }

    fn search(&self, from: usize, text: &str) -> Option<NodeRef<'d>> {
        if let Some(id) = self.library.anchor(from, text) {
            return Some(self.library.document(from).at(id).target());
        }
        let (file, fragment) = text.split_once('#').unwrap_or((text, ""));
        let index = self.library.link(from, file)?;
        let document = self.library.document(index);
        let fragment = percent_decode(fragment);
        if let Some(component) = self.library.component(index, &fragment) {
            return Some(component.target());
        }
        if let Some(pointer) = Pointer::parse(&fragment) {
            return document.find(&pointer).map(NodeRef::target);
        }
        let id = self.library.anchor(index, &fragment)?;
        Some(document.at(id).target())
    }

    fn report_unresolved(&mut self, reference: NodeRef<'d>, text: &str) {
        let file = text.split('#').next().unwrap_or_default();
        let document = self.library.index_of(reference);
        if self.library.link(document, file).is_some() {
            self.lose(
                LossKind::ReferenceUnresolved,
                reference,
                format!("`{text}` names nothing"),
                "the place takes anything",
            );
        } else {
            self.lose(
                LossKind::ReferenceRemote,
                reference,
                format!("`{text}` lies outside the input's folder or cannot be read"),
                "the place takes anything",
            );
        }
    }
}

/// The name of the definition that a `$ref` leads to where it stays: what is the component of a
/// name there is the definition of that name here.
pub(super) fn definition_named(entry: NodeRef<'_>) -> Option<&str> {
    if entry.key_symbol() != key::REF || !entry.is_string() {
        return None;
    }
    match entry.text() {
        Cow::Borrowed(text) => text.strip_prefix("#/components/schemas/"),
        Cow::Owned(_) => None,
    }
}

/// A text with its `%XX` escapes decoded; escapes that are none stay.
pub(super) fn percent_decode(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let byte = escape
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).map_or(Cow::Borrowed(text), Cow::Owned)
}
