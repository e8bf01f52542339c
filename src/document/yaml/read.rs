//! Which reader reads a text.

use std::sync::Arc;

use super::characters::{Characters, characters};
use super::{expansion, fast, general};
use crate::document::read::Refusal;
use crate::document::{Document, ReadOptions, YamlReader};
use crate::text::{SourceFile, Span};

/// Read a YAML text: the fast reader where it is sure, the general reader for the rest.
pub(in crate::document) fn read(
    source: &Arc<SourceFile>,
    options: ReadOptions,
) -> Result<Document, Refusal> {
    let characters = characters(source.text());
    if let Characters::Control(at) = characters {
        return Err(control_character(source.text(), at));
    }
    let wants_fast = options.yaml_reader != YamlReader::General;
    let fast = (wants_fast && characters == Characters::Usual)
        .then(|| fast::read(source, options))
        .flatten();
    let document = match fast {
        Some(document) => document,
        None if options.yaml_reader == YamlReader::Fast => return Err(declined()),
        None => general::read(source, options)?,
    };
    expansion::check_depth(&document, options.max_depth)?;
    Ok(document)
}

fn control_character(text: &str, at: usize) -> Refusal {
    let byte = text.as_bytes()[at];
    Refusal::new(
        Span::new(at as u32, at as u32 + 1),
        format!("the control character U+{byte:04X} is not allowed in YAML"),
        "remove it",
    )
    .help(format!(
        "inside double quotes it can be written as `\\x{byte:02X}`"
    ))
}

fn declined() -> Refusal {
    Refusal::new(
        Span::empty(0),
        "the fast reader leaves this document to the general one",
        "not read",
    )
}
