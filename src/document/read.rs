//! From a source to a document: pick the syntax, read, or say where and why not.

use std::sync::Arc;

use super::{Document, Format, json, yaml};
use crate::error::{Error, Misfit, Result};
use crate::text::{SourceFile, Span};

/// Deepest nesting read unless told otherwise.
pub const MAX_DEPTH: u32 = 128;

/// How to read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReadOptions {
    /// The syntax; `None` goes by file name, then by the first character.
    pub format: Option<Format>,
    /// Deepest nesting accepted.
    pub max_depth: u32,
    /// Refuse what [`super::Problem`] would report: only what the specification allows is read.
    pub strict: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            format: None,
            max_depth: MAX_DEPTH,
            strict: false,
        }
    }
}

/// Why a text cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Refusal {
    /// Where.
    pub(super) span: Span,
    /// What is wrong.
    pub(super) message: String,
    /// What was expected there.
    pub(super) label: String,
    /// The way out.
    pub(super) help: Option<String>,
}

impl Refusal {
    pub(super) fn new(span: Span, message: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            label: label.into(),
            help: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl Document {
    /// Read a source. The error names the place and what was expected there.
    pub fn parse(source: Arc<SourceFile>, options: ReadOptions) -> Result<Self> {
        let format = options.format.unwrap_or_else(|| format_of(&source));
        let read = match format {
            Format::Json => json::read(&source, options),
            Format::Yaml => yaml::read(&source, options),
        };
        read.map_err(|refusal| {
            Error::Place(Box::new(Misfit {
                source,
                span: refusal.span,
                message: refusal.message,
                label: refusal.label,
                help: refusal.help,
            }))
        })
    }

    /// Read a text that is not a file, with the usual options. For tests and generated texts.
    pub fn of_text(name: &str, text: impl Into<String>) -> Result<Self> {
        Self::parse(
            Arc::new(SourceFile::new(name, text)),
            ReadOptions::default(),
        )
    }
}

/// By name, then by the first character. A `.yaml` file that starts with a bracket is read as JSON
/// when that is what it is: JSON is read faster, and its problems are named better.
fn format_of(source: &SourceFile) -> Format {
    Format::of_name(source.name()).unwrap_or_else(|| Format::of_text(source.text()))
}
