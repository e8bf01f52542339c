//! A whole new document from a value.

use std::sync::Arc;

use crate::document::{Document, Format, MAX_DEPTH, ReadOptions, Value};
use crate::edit::{JsonStyle, to_json, to_yaml};
use crate::error::{Error, Result};
use crate::text::SourceFile;
use crate::text::write::Verified;

/// The text of a new document: JSON (two spaces) or block YAML. It is read again and must hold
/// exactly the value; anything else is a bug of ours.
pub fn verify_new(value: &Value, format: Format, name: &str) -> Result<Verified> {
    let text = match format {
        Format::Json => to_json(value, &JsonStyle::default()),
        Format::Yaml => to_yaml(value),
    };
    Ok(verify_text(text, format, name, |read| value.is_of(read.root()))?.0)
}

/// A new text, read again and judged by `holds`; and what was read. A text that cannot be read
/// without a deviation, or that does not hold what was meant, is a bug of ours.
pub fn verify_text(
    text: String,
    format: Format,
    name: &str,
    holds: impl FnOnce(&Document) -> bool,
) -> Result<(Verified, Document)> {
    let source = Arc::new(SourceFile::new(name, text));
    let read = Document::parse(Arc::clone(&source), options(format, 0));
    attested(source, read, holds)
}

/// A result may be nested deeper than its source, never twice as deep.
pub(super) fn options(format: Format, above: u32) -> ReadOptions {
    ReadOptions {
        format: Some(format),
        max_depth: 2 * MAX_DEPTH - above,
        ..ReadOptions::default()
    }
}

pub(super) fn unreadable(error: &Error) -> Error {
    Error::Bug(format!("the result cannot be read: {error}"))
}

pub(super) fn not_as_meant() -> Error {
    Error::Bug("the result reads as another document than was meant".into())
}

pub(super) fn attested(
    source: Arc<SourceFile>,
    read: Result<Document>,
    holds: impl FnOnce(&Document) -> bool,
) -> Result<(Verified, Document)> {
    let read = read.map_err(|error| unreadable(&error))?;
    if !read.problems().is_empty() || !holds(&read) {
        return Err(not_as_meant());
    }
    Ok((Verified::attest(source), read))
}
