//! `json`: one object. `jsonl`: one object a line, the last of them the summary.

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use super::json_text;
use super::wire::{Ending, FailureWire, FindingWire, ReportWire, SCHEMA_VERSION, Tool};

/// Write the whole report as one object.
pub(super) fn emit(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    json_text::pretty(&ReportWire::of(report), out)
}

/// Write one object for each finding and for each file that could not be checked, then one for the
/// run.
pub(super) fn emit_lines(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for file in &report.files {
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
    let summary = Line::Summary {
        schema_version: SCHEMA_VERSION,
        tool: Tool::this(),
        ending: Ending::of(report),
    };
    json_text::line(&summary, out)
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
