//! The text of a conversion, read again before anyone may write it.

use std::sync::Arc;

use super::Conversion;
use crate::document::{Document, Format, MAX_DEPTH, ReadOptions};
use crate::edit::{JsonStyle, to_json, to_yaml};
use crate::error::{Error, Result};
use crate::text::SourceFile;
use crate::text::write::Verified;

/// The result as JSON (two spaces) or block YAML. It is read again and must hold exactly what was
/// converted; anything else is a bug of ours.
pub fn verified(conversion: &Conversion, format: Format) -> Result<Verified> {
    let text = match format {
        Format::Json => to_json(&conversion.value, &JsonStyle::default()),
        Format::Yaml => to_yaml(&conversion.value),
    };
    let options = ReadOptions {
        format: Some(format),
        // the result may be nested deeper than the source, never twice as deep
        max_depth: 2 * MAX_DEPTH,
        ..ReadOptions::default()
    };
    let source = Arc::new(SourceFile::new("the converted document", text.as_str()));
    let read = Document::parse(source, options)
        .map_err(|error| Error::Bug(format!("the result cannot be read: {error}")))?;
    if read.value().ok().as_ref() == Some(&conversion.value) {
        Ok(Verified::attest(text))
    } else {
        Err(Error::Bug(
            "the result reads as another document than was meant".into(),
        ))
    }
}
