//! `checkstyle`: Checkstyle's XML, which many CI systems read.

use std::io::{self, Write};

use super::escape::xml;
use super::model::{FileReport, Reported};
use super::{Sheet, Tally};
use crate::finding::Severity;

/// One `error` element for each finding that counts and each file that could not be checked.
pub(super) struct Checkstyle;

impl Sheet for Checkstyle {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
        writeln!(out, r#"<checkstyle version="4.3">"#)
    }

    fn files(&mut self, files: &[FileReport], out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            writeln!(out, r#"  <file name="{}">"#, xml(&file.name))?;
            for finding in file.active() {
                found(finding, out)?;
            }
            failed(file, out)?;
            writeln!(out, "  </file>")?;
        }
        Ok(())
    }

    fn end(&mut self, _tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "</checkstyle>")
    }
}

fn found(finding: &Reported, out: &mut dyn Write) -> io::Result<()> {
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "info",
    };
    let (start, message) = (finding.place.start, xml(&finding.message));
    writeln!(
        out,
        r#"    <error line="{}" column="{}" severity="{severity}" message="{message}" source="oneauth.{}"/>"#,
        start.line, start.column, finding.rule
    )
}

fn failed(file: &FileReport, out: &mut dyn Write) -> io::Result<()> {
    let Some(failure) = &file.failure else {
        return Ok(());
    };
    let (line, column) = failure
        .place
        .as_ref()
        .map_or((1, 1), |p| (p.start.line, p.start.column));
    let message = xml(&failure.message);
    writeln!(
        out,
        r#"    <error line="{line}" column="{column}" severity="error" message="{message}" source="oneauth.unreadable"/>"#
    )
}
