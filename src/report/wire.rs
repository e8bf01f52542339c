//! The shapes of the `json` and `jsonl` formats. `docs/report.schema.json` describes them.

use serde::Serialize;

use super::model::SuppressionReport;
use super::model::{Failure, FileReport, FixReport, Location, Replacement, Reported, Run};
use super::{Summary, Tally, escape};
use crate::finding::{File, On, Safety};
use crate::text::{Place, Span};

/// The version of these shapes: it changes when a reader of the old one would fail.
pub const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
pub(super) struct ReportWire {
    pub(super) schema_version: u32,
    pub(super) tool: Tool,
    #[serde(flatten)]
    pub(super) ending: Ending,
    /// Written one by one.
    pub(super) files: [(); 0],
}

#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
pub(super) struct Ending {
    exit_code: u8,
    fail_on: &'static str,
    summary: Summary,
}

#[derive(Serialize)]
pub(super) struct FileWire<'r> {
    path: &'r str,
    error: Option<FailureWire<'r>>,
    findings: Vec<FindingWire<'r>>,
}

#[derive(Serialize)]
pub(super) struct FailureWire<'r> {
    message: &'r str,
    help: Option<&'r str>,
    place: Option<PlaceWire<'r>>,
}

#[derive(Serialize)]
pub(super) struct FindingWire<'r> {
    rule: &'r str,
    severity: &'static str,
    message: &'r str,
    note: Option<&'r str>,
    help: Option<&'r str>,
    fingerprint: String,
    place: PlaceWire<'r>,
    related: Vec<PlaceWire<'r>>,
    fix: Option<FixWire<'r>>,
    suppression: Option<SuppressionWire<'r>>,
}

#[derive(Serialize)]
struct PlaceWire<'r> {
    path: &'r str,
    pointer: &'r str,
    on: &'static str,
    start: PointWire,
    end: PointWire,
    label: Option<&'r str>,
}

#[derive(Serialize)]
struct PointWire {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Serialize)]
struct FixWire<'r> {
    title: &'r str,
    safety: &'static str,
    file: &'static str,
    edits: Vec<EditWire<'r>>,
}

#[derive(Serialize)]
struct EditWire<'r> {
    path: &'r str,
    start: PointWire,
    end: PointWire,
    insert: &'r str,
}

#[derive(Serialize)]
struct SuppressionWire<'r> {
    kind: &'static str,
    reason: &'r str,
    place: Option<PlaceWire<'r>>,
}

impl ReportWire {
    pub(super) const fn of(run: &Run, tally: &Tally) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool: Tool::this(),
            ending: Ending::of(run, tally),
            files: [],
        }
    }
}

impl Tool {
    pub(super) const fn this() -> Self {
        Self {
            name: "oneauth",
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

impl Ending {
    pub(super) const fn of(run: &Run, tally: &Tally) -> Self {
        Self {
            exit_code: tally.outcome.code(),
            fail_on: run.fail_level.name(),
            summary: tally.summary,
        }
    }
}

impl<'r> FileWire<'r> {
    pub(super) fn of(file: &'r FileReport) -> Self {
        Self {
            path: &file.name,
            error: file.failure.as_ref().map(FailureWire::of),
            findings: file.findings.iter().map(FindingWire::of).collect(),
        }
    }
}

impl<'r> FailureWire<'r> {
    pub(super) fn of(failure: &'r Failure) -> Self {
        Self {
            message: &failure.message,
            help: failure.help.as_deref(),
            place: failure.place.as_ref().map(PlaceWire::of),
        }
    }
}

impl<'r> FindingWire<'r> {
    pub(super) fn of(finding: &'r Reported) -> Self {
        Self {
            rule: finding.rule,
            severity: finding.severity.name(),
            message: &finding.message,
            note: finding.note.as_deref(),
            help: finding.help.as_deref(),
            fingerprint: finding.fingerprint.to_string(),
            place: PlaceWire::of(&finding.place),
            related: finding.related.iter().map(PlaceWire::of).collect(),
            fix: finding.fix.as_ref().map(FixWire::of),
            suppression: finding.suppression.as_ref().map(SuppressionWire::of),
        }
    }
}

impl<'r> PlaceWire<'r> {
    fn of(place: &'r Location) -> Self {
        Self {
            path: &place.file,
            pointer: &place.pointer,
            on: match place.on {
                On::Key => "key",
                On::Value => "value",
                On::Entry => "entry",
            },
            start: PointWire::of(place.start, place.span.start),
            end: PointWire::of(place.end, place.span.end),
            label: escape::present(&place.text),
        }
    }
}

impl PointWire {
    const fn of(place: Place, offset: u32) -> Self {
        let Place { line, column } = place;
        Self {
            line,
            column,
            offset,
        }
    }
}

impl<'r> FixWire<'r> {
    fn of(fix: &'r FixReport) -> Self {
        Self {
            title: &fix.title,
            safety: safety(fix.safety),
            file: match fix.file {
                File::Document => "document",
                File::Properties => "properties",
            },
            edits: fix.edits.iter().map(EditWire::of).collect(),
        }
    }
}

impl<'r> EditWire<'r> {
    fn of(edit: &'r Replacement) -> Self {
        let Span { start, end } = edit.span;
        Self {
            path: &edit.file,
            start: PointWire::of(edit.start, start),
            end: PointWire::of(edit.end, end),
            insert: &edit.insert,
        }
    }
}

impl<'r> SuppressionWire<'r> {
    fn of(suppression: &'r SuppressionReport) -> Self {
        Self {
            kind: suppression.kind.name(),
            reason: &suppression.reason,
            place: suppression.place.as_ref().map(PlaceWire::of),
        }
    }
}

/// The word for how sure a fix is.
pub(super) const fn safety(safety: Safety) -> &'static str {
    match safety {
        Safety::Manual => "manual",
        Safety::Unsafe => "unsafe",
        Safety::Safe => "safe",
    }
}
