//! `concise`: `path:line:col: level rule message`, one line a finding.

use std::io::{self, Write};

use super::model::{Failure, FileReport, Reported};
use super::{Sheet, escape, shown};

/// The findings that count and the files that could not be checked; nothing else.
pub(super) struct Concise;

impl Sheet for Concise {
    fn files(&mut self, files: &[FileReport], out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            for finding in file.active() {
                line(finding, out)?;
            }
            if let Some(failure) = file.untold(files) {
                failed(file, failure, out)?;
            }
        }
        Ok(())
    }
}

fn line(finding: &Reported, out: &mut dyn Write) -> io::Result<()> {
    let place = &finding.place;
    let path = escape::path(&place.file);
    let (line, column) = (place.start.line, place.start.column);
    let (level, rule, message) = (finding.severity, finding.rule, shown(&finding.message));
    writeln!(out, "{path}:{line}:{column}: {level} {rule} {message}")
}

fn failed(file: &FileReport, failure: &Failure, out: &mut dyn Write) -> io::Result<()> {
    let path = escape::path(&file.name);
    let (line, column) = failure
        .place
        .as_ref()
        .map_or((1, 1), |p| (p.start.line, p.start.column));
    let message = shown(&failure.message);
    writeln!(out, "{path}:{line}:{column}: error unreadable {message}")
}
