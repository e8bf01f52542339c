//! `json`: one object. `jsonl`: one object a line, the last of them the summary.

use std::io::{self, Write};

use serde::Serialize;

use super::json_text::{self, Items};
use super::wire::{Ending, FailureWire, FileWire, FindingWire, ReportWire, SCHEMA_VERSION, Tool};
use super::{FileReport, Run, Sheet, Tally};
use crate::text::Spool;

/// The whole report as one object. The files wait for the counts, which stand before them.
pub(super) struct Json<'r> {
    run: &'r Run,
    files: Items,
    written: Spool,
}

impl<'r> Json<'r> {
    pub(super) fn new(run: &'r Run) -> Self {
        Self {
            run,
            files: Items::within(1),
            written: Spool::default(),
        }
    }
}

impl Sheet for Json<'_> {
    fn files(&mut self, files: &[FileReport], _out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            self.files.push(&FileWire::of(file), &mut self.written)?;
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        self.files.end(&mut self.written)?;
        let (before, after) = json_text::around(&ReportWire::of(self.run, tally))?;
        out.write_all(before.as_bytes())?;
        self.written.copy_to(out)?;
        out.write_all(after.as_bytes())
    }
}

/// One object for each finding and for each file that could not be checked, then one for the run.
pub(super) struct Lines<'r>(&'r Run);

impl<'r> Lines<'r> {
    pub(super) const fn new(run: &'r Run) -> Self {
        Self(run)
    }
}

impl Sheet for Lines<'_> {
    fn files(&mut self, files: &[FileReport], out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            let path = &*file.name;
            for finding in &file.findings {
                let finding = FindingWire::of(finding);
                json_text::line(&Line::Finding { path, finding }, out)?;
            }
            if let Some(failure) = &file.failure {
                let error = FailureWire::of(failure);
                json_text::line(&Line::Error { path, error }, out)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let summary = Line::Summary {
            schema_version: SCHEMA_VERSION,
            tool: Tool::this(),
            ending: Ending::of(self.0, tally),
        };
        json_text::line(&summary, out)
    }
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[allow(clippy::large_enum_variant, reason = "one at a time, written at once")]
enum Line<'r> {
    Finding {
        path: &'r str,
        #[serde(flatten)]
        finding: FindingWire<'r>,
    },
    Error {
        path: &'r str,
        #[serde(flatten)]
        error: FailureWire<'r>,
    },
    Summary {
        schema_version: u32,
        tool: Tool,
        #[serde(flatten)]
        ending: Ending,
    },
}
