//! From a source to a document: pick the syntax, read, or say where and why not.

use std::sync::Arc;

use super::used::Used;
use super::{Document, Format, Node, Problem, Symbols, json, yaml};
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
    /// Which of the two YAML readers reads.
    pub yaml_reader: YamlReader,
}

/// Which of the two YAML readers reads. They make the same tree; the choice is there to compare them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum YamlReader {
    /// The fast one where it can, the general one for the rest.
    #[default]
    Either,
    /// The fast one; what it declines is refused.
    Fast,
    /// The general one.
    General,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            format: None,
            max_depth: MAX_DEPTH,
            strict: false,
            yaml_reader: YamlReader::Either,
        }
    }
}

/// A run of members that was read apart, for [`Document::parse_around`]. Its text is let go of.
#[derive(Debug)]
pub(crate) struct ReadRun {
    pub(super) nodes: Vec<Node>,
    pub(super) symbols: Symbols,
    pub(super) problems: Vec<Problem>,
    pub(super) used: Used,
    /// Where the text that it was read from begins in the whole.
    pub(super) at: u32,
}

impl ReadRun {
    /// A run of which the text begins at a place of the whole; nothing when other bytes stand there.
    pub(crate) fn of(document: Document, whole: &str, at: u32) -> Option<Self> {
        let stands = std::ptr::eq(document.text(), whole)
            || whole[at as usize..].starts_with(document.text());
        stands.then_some(Self {
            nodes: document.nodes,
            symbols: document.symbols,
            problems: document.problems,
            used: document.used,
            at,
        })
    }

    /// Where the run stands in the whole.
    pub(super) fn span(&self) -> Span {
        let root = &self.nodes[0];
        Span::new(root.start + self.at, root.end + self.at)
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
        if let Some(refusal) = markup(source.text()) {
            return Err(refused(source, refusal));
        }
        let read = match options.format {
            Some(format) => read_as(format, &source, options),
            None => read_by_name(&source, options),
        };
        read.map_err(|refusal| refused(source, refusal))
    }

    /// Read a run of members of a JSON text, from the first one's key to the last one's value. They
    /// are the children of the root of what is given back, for [`Document::parse_around`].
    pub(crate) fn parse_run(
        source: &Arc<SourceFile>,
        run: Span,
        options: ReadOptions,
    ) -> Result<Self> {
        let read = json::read_run(source, run, options);
        read.map_err(|refusal| refused(Arc::clone(source), refusal))
    }

    /// Read a JSON text of which some runs of members, in order, were read already.
    pub(crate) fn parse_around(
        source: Arc<SourceFile>,
        runs: &[ReadRun],
        options: ReadOptions,
    ) -> Result<Self> {
        let read = json::read_around(&source, runs, options);
        read.map_err(|refusal| refused(source, refusal))
    }

    /// Read a text that is not a file, with the usual options. For tests and generated texts.
    pub fn of_text(name: &str, text: impl Into<String>) -> Result<Self> {
        Self::parse(
            Arc::new(SourceFile::new(name, text)),
            ReadOptions::default(),
        )
    }
}

fn refused(source: Arc<SourceFile>, refusal: Refusal) -> Error {
    Error::Place(Box::new(Misfit {
        source,
        span: refusal.span,
        message: refusal.message,
        label: refusal.label,
        help: refusal.help,
    }))
}

/// A page or an XML file that was saved under the name of a document.
fn markup(text: &str) -> Option<Refusal> {
    let start = text.find(|c: char| c != '\u{feff}' && !c.is_whitespace())?;
    text[start..].starts_with('<').then(|| {
        let span = Span::new(start as u32, start as u32 + 1);
        let message = "this is HTML or XML, not an API document";
        Refusal::new(
            span,
            message,
            "a document starts with a member or a bracket",
        )
        .help("was a sign-in page saved? download the document again while signed in")
    })
}

fn read_as(
    format: Format,
    source: &Arc<SourceFile>,
    options: ReadOptions,
) -> Result<Document, Refusal> {
    match format {
        Format::Json => json::read(source, options),
        Format::Yaml => yaml::read(source, options),
    }
}

/// By name, then by the first character. A `.yaml` file that starts with a bracket is read as JSON
/// when that is what it is: JSON is a part of YAML, and the faster one.
fn read_by_name(source: &Arc<SourceFile>, options: ReadOptions) -> Result<Document, Refusal> {
    let looks_like = Format::of_text(source.text());
    let named = Format::of_name(source.name());
    if named == Some(Format::Yaml) && looks_like == Format::Json {
        let strict = ReadOptions {
            strict: true,
            ..options
        };
        if let Ok(document) = json::read(source, strict) {
            return Ok(document);
        }
    }
    read_as(named.unwrap_or(looks_like), source, options)
}
