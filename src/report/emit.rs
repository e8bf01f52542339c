//! Writing a report in a format.

use std::io::{self, Write};

use super::{DEFAULT_WIDTH, Failure, FileReport, Format, Report, Run, Tally};
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

/// A report that is written while the files of the run come in. It keeps none of them; what must
/// stand before them in the text, and is known after them, is why some formats write at the end.
pub trait Sheet: Send {
    /// Write what stands before all files.
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Write the files that come next. What a finding of one of them says of another is not said
    /// again.
    fn files(&mut self, files: &[FileReport], out: &mut dyn Write) -> io::Result<()>;

    /// Write what stands after all files, which come to `tally`.
    fn end(&mut self, _tally: &Tally, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A report in a format.
pub fn sheet<'r>(format: Format, run: &'r Run, options: RenderOptions) -> Box<dyn Sheet + 'r> {
    match format {
        Format::Human => Box::new(human::Human::new(options)),
        Format::Concise => Box::new(concise::Concise),
        Format::Json => Box::new(json::Json::new(run)),
        Format::Jsonl => Box::new(json::Lines::new(run)),
        Format::Sarif => Box::new(sarif::Sarif::new(run)),
        Format::Github => Box::new(github::Github),
        Format::Gitlab => Box::new(gitlab::Gitlab::default()),
        Format::Junit => Box::new(junit::Junit::new(run)),
        Format::Checkstyle => Box::new(checkstyle::Checkstyle),
        Format::Markdown => Box::new(markdown::Markdown::default()),
    }
}

/// Write a report. The same report gives the same bytes.
pub fn emit(
    format: Format,
    report: &Report,
    options: &RenderOptions,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut sheet = sheet(format, &report.run, *options);
    sheet.begin(out)?;
    sheet.files(&report.files, out)?;
    sheet.end(&report.tally(), out)
}

/// Write an error for a person: for a mistake in a text the lines around it, with a caret.
pub fn error(error: &Error, options: &RenderOptions, out: &mut dyn Write) -> io::Result<()> {
    human::failure(&Failure::of(error, options.width), None, options, out)
}
