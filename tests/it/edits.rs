//! Changes become edits: what goes, what comes, what stays.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::struct_excessive_bools,
    reason = "tables and writers of tests"
)]

use oneauth::document::{Document, NodeId, Pointer, Value};
use oneauth::edit::{Change, LowerError, Position, Rewrite, Thoroughness, lower};

mod comments;
mod inserting;
mod refusing;
mod removing;
mod replacing;
mod verifying;

/// JSON where it is JSON, YAML otherwise.
pub(crate) fn read(text: &str) -> Document {
    let json = Document::of_text("parcels.json", text);
    json.or_else(|_| Document::of_text("parcels.yaml", text))
        .unwrap()
}

pub(crate) fn id(document: &Document, pointer: &str) -> NodeId {
    let pointer = Pointer::parse(pointer).unwrap();
    document
        .find(&pointer)
        .expect("the pointer names a node")
        .id()
}

/// Remove what the pointers name.
fn removed(text: &str, pointers: &[&str]) -> String {
    edited(text, |document| {
        pointers
            .iter()
            .map(|pointer| removal(document, id(document, pointer)))
            .collect()
    })
}

fn removal(document: &Document, id: NodeId) -> Change {
    if document.node(id).has_key() {
        Change::RemoveEntry { entry: id }
    } else {
        Change::RemoveItem { item: id }
    }
}

fn entry(document: &Document, object: &str, position: Position, key: &str, value: Value) -> Change {
    Change::InsertEntry {
        object: id(document, object),
        position,
        key: key.to_owned(),
        value,
    }
}

fn item(document: &Document, array: &str, position: Position, value: Value) -> Change {
    Change::InsertItem {
        array: id(document, array),
        position,
        value,
    }
}

fn replaced(text: &str, pointer: &str, value: Value) -> String {
    edited(text, |document| {
        let node = id(document, pointer);
        vec![Change::Replace { node, value }]
    })
}

/// The text after the changes; it must read as the same changes on the plain values do.
fn edited(text: &str, plan: impl FnOnce(&Document) -> Vec<Change>) -> String {
    let document = read(text);
    let changes = plan(&document);
    let rewrite = Rewrite::new(&document, &changes).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let after = rewrite.text.clone();
    let verified = rewrite.verify(Thoroughness::Full, |_| Ok(()));
    verified.unwrap_or_else(|e| panic!("{e}\n{text}\n---\n{after}"));
    after
}

fn refused(text: &str, plan: impl FnOnce(&Document) -> Vec<Change>) -> LowerError {
    let document = read(text);
    lower(&document, &plan(&document)).expect_err("the change is refused")
}

fn requirement() -> Value {
    Value::array([Value::object([("basicAuth", Value::array([]))])])
}
