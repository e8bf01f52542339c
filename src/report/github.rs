//! `github`: workflow commands that become annotations.
//!
//! GitHub Docs, "Workflow commands for GitHub Actions": the message escapes `%`, CR and LF; a
//! property also `:` and `,`.

use std::io::{self, Write};

use super::model::{FileReport, Location, Reported};
use super::{Sheet, shown};
use crate::finding::Severity;

/// One command for each finding that counts and each file that could not be checked.
pub(super) struct Github;

impl Sheet for Github {
    fn files(&mut self, files: &[FileReport], out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            for finding in file.active() {
                found(finding, out)?;
            }
            if let Some(failure) = file.untold(files) {
                let whole = || format!("file={}", property(&file.name));
                let place = failure.place.as_ref().map_or_else(whole, region);
                let message = message(&shown(&failure.message));
                writeln!(out, "::error {place},title=unreadable::{message}")?;
            }
        }
        Ok(())
    }
}

fn found(finding: &Reported, out: &mut dyn Write) -> io::Result<()> {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "notice",
    };
    let place = region(&finding.place);
    let title = property(finding.rule);
    let message = message(&finding.words());
    writeln!(out, "::{command} {place},title={title}::{message}")
}

fn region(place: &Location) -> String {
    let file = property(&place.file);
    let (start, end) = (place.start, place.end);
    let line = format!("file={file},line={},endLine={}", start.line, end.line);
    if start.line == end.line {
        return format!("{line},col={},endColumn={}", start.column, end.column);
    }
    // columns are refused where the lines differ
    line
}

fn message(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(&shown(text))
        .replace(':', "%3A")
        .replace(',', "%2C")
}
