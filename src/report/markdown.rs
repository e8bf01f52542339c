//! `markdown`: a table for a job summary.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::model::{FileReport, Reported};
use super::{Sheet, Tally};
use crate::report::shown;

/// Rows shown; a job summary of GitHub Actions holds 1 MiB.
const ROWS: usize = 1000;

/// The counts, then a row for each finding that counts and each file that could not be checked.
#[derive(Default)]
pub(super) struct Markdown {
    rows: Vec<String>,
    /// How many rows are not shown.
    more: usize,
}

impl Sheet for Markdown {
    fn files(&mut self, files: &[FileReport], _out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            let mut rows = rows_of(file);
            self.rows.extend(rows.by_ref().take(ROWS - self.rows.len()));
            self.more += rows.count();
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let summary = tally.summary;
        writeln!(out, "## oneauth: {}\n", summary.sentence())?;
        let remarks = summary.remarks();
        if !remarks.is_empty() {
            writeln!(out, "{}\n", remarks.join(", "))?;
        }
        if self.rows.is_empty() {
            return Ok(());
        }
        writeln!(out, "| Level | Place | Rule | Finding |")?;
        writeln!(out, "|---|---|---|---|")?;
        for row in &self.rows {
            writeln!(out, "{row}")?;
        }
        match self.more {
            0 => Ok(()),
            more => writeln!(out, "\n{more} more are not shown."),
        }
    }
}

fn rows_of(file: &FileReport) -> impl Iterator<Item = String> {
    file.active().map(found).chain(failed(file))
}

fn found(finding: &Reported) -> String {
    let (level, rule) = (finding.severity, finding.rule);
    let start = finding.place.start;
    let place = place(&finding.place.file, start.line, start.column);
    format!(
        "| {level} | {place} | {rule} | {} |",
        prose(&finding.message)
    )
}

fn failed(file: &FileReport) -> Option<String> {
    let failure = file.failure.as_ref()?;
    let (line, column) = failure
        .place
        .as_ref()
        .map_or((1, 1), |p| (p.start.line, p.start.column));
    let place = place(&file.name, line, column);
    Some(format!(
        "| error | {place} | unreadable | {} |",
        prose(&failure.message)
    ))
}

fn place(path: &str, line: u32, column: u32) -> String {
    format!("<code>{}:{line}:{column}</code>", plain(path))
}

/// A sentence with what stands between backticks as code; with an odd number of them none is.
pub(super) fn prose(text: &str) -> String {
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return plain(text);
    }
    let mut out = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        if at % 2 == 0 {
            out.push_str(&plain(piece));
        } else {
            let _ = write!(out, "<code>{}</code>", plain(piece));
        }
    }
    out
}

/// Text that is only text: every mark of Markdown and HTML becomes a character reference, which
/// `CommonMark` section 2.5 never reads as a mark.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in shown(text).chars() {
        let is_mark = c.is_ascii_punctuation() && !matches!(c, '.' | ',' | '-' | '/' | '(' | ')');
        if is_mark {
            let _ = write!(out, "&#{};", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out
}
