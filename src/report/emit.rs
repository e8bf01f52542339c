//! Writing a report in a format.

use std::io::{self, Write};

use super::{DEFAULT_WIDTH, Failure, Format, Report};
use super::{checkstyle, concise, github, gitlab, human, json, junit, markdown, sarif};
use crate::error::Error;

/// How the formats for people look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RenderOptions {
    /// Write colour.
    pub color: bool,
    /// Draw with more than ASCII.
    pub unicode: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// How many findings the human format shows in full.
    pub limit: usize,
    /// Leave out the totals of the human format.
    pub quiet: bool,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self {
            color: false,
            unicode: true,
            width: DEFAULT_WIDTH,
            limit: super::RENDERED,
            quiet: false,
        }
    }
}

/// Write a report. The same report gives the same bytes.
pub fn emit(
    format: Format,
    report: &Report,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Human => human::emit(report, options, out),
        Format::Concise => concise::emit(report, out),
        Format::Json => json::emit(report, out),
        Format::Jsonl => json::emit_lines(report, out),
        Format::Sarif => sarif::emit(report, out),
        Format::Github => github::emit(report, out),
        Format::Gitlab => gitlab::emit(report, out),
        Format::Junit => junit::emit(report, out),
        Format::Checkstyle => checkstyle::emit(report, out),
        Format::Markdown => markdown::emit(report, out),
    }
}

/// Write an error for a person: for a mistake in a text the lines around it, with a caret.
pub fn error(error: &Error, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    human::failure(&Failure::of(error, options.width), None, options, out)
}
