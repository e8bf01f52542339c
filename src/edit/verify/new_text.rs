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
    let options = ReadOptions {
        format: Some(format),
        // a result may be nested deeper than its source, never twice as deep
        max_depth: 2 * MAX_DEPTH,
        ..ReadOptions::default()
    };
    let source = Arc::new(SourceFile::new(name, text));
    let read = Document::parse(Arc::clone(&source), options)
        .map_err(|error| Error::Bug(format!("the result cannot be read: {error}")))?;
    if value.is_of(read.root()) {
        drop(read);
        let text = Arc::try_unwrap(source)
            .map_or_else(|shared| shared.text().to_owned(), SourceFile::into_text);
        Ok(Verified::attest(text))
    } else {
        Err(Error::Bug(
            "the result reads as another document than was meant".into(),
        ))
    }
}
