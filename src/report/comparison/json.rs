//! One JSON object.

use std::io::{self, Write};

use serde::Serialize;

use super::model::{Compared, ComparisonReport, Judged};
use crate::diff::{Compatibility, Posture, SecurityChange};
use crate::report::{Location, json_text};

/// The version of this shape: it changes when a reader of the old one would fail.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct Wire<'r> {
    schema_version: u32,
    tool: Tool,
    summary: Summary,
    comparisons: Vec<Pair<'r>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Summary {
    differences: usize,
    breaking: usize,
    weaker: usize,
    stronger: usize,
}

#[derive(Serialize)]
struct Pair<'r> {
    old: &'r str,
    new: &'r str,
    complete: bool,
    security: Vec<Row<'r>>,
    differences: Vec<One<'r>>,
    text: Vec<Text<'r>>,
}

#[derive(Serialize)]
pub(super) struct Row<'r> {
    operation: &'r str,
    before: Option<&'r str>,
    after: Option<&'r str>,
    was_public: bool,
    is_public: bool,
}

#[derive(Serialize)]
struct One<'r> {
    rule: &'r str,
    severity: &'static str,
    compatibility: &'static str,
    posture: &'static str,
    message: &'r str,
    operations: &'r [String],
    fingerprint: String,
    place: Place<'r>,
    related: Vec<Place<'r>>,
}

#[derive(Serialize)]
struct Place<'r> {
    path: &'r str,
    pointer: &'r str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Text<'r> {
    exact: bool,
    unified: &'r str,
}

/// Write the comparison as one object; the text diffs when `with_text`.
pub fn json(report: &ComparisonReport, with_text: bool, out: &mut dyn Write) -> io::Result<()> {
    let count = |test: &dyn Fn(&Judged<'_>) -> bool| report.judged().filter(test).count();
    let wire = Wire {
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        summary: Summary {
            differences: report.judged().count(),
            breaking: count(&|one| one.compatibility == Compatibility::Breaks),
            weaker: count(&|one| one.posture == Posture::Weaker),
            stronger: count(&|one| one.posture == Posture::Stronger),
        },
        comparisons: report
            .pairs
            .iter()
            .map(|one| pair(one, with_text))
            .collect(),
    };
    json_text::pretty(&wire, out)
}

fn pair(pair: &Compared, with_text: bool) -> Pair<'_> {
    let texts = pair.texts.iter().filter(|_| with_text);
    Pair {
        old: &pair.old,
        new: &pair.new,
        complete: pair.complete,
        security: pair.security.iter().map(row).collect(),
        differences: pair.judged().map(one).collect(),
        text: texts
            .map(|text| Text {
                exact: text.exact,
                unified: &text.unified,
            })
            .collect(),
    }
}

pub(super) fn row(row: &SecurityChange) -> Row<'_> {
    Row {
        operation: &row.operation,
        before: row.before.as_deref(),
        after: row.after.as_deref(),
        was_public: row.was_public,
        is_public: row.is_public,
    }
}

fn one(judged: Judged<'_>) -> One<'_> {
    One {
        rule: judged.reported.rule,
        severity: judged.reported.severity.name(),
        compatibility: judged.compatibility.name(),
        posture: judged.posture.name(),
        message: &judged.reported.message,
        operations: judged.operations,
        fingerprint: judged.reported.fingerprint.to_string(),
        place: place(&judged.reported.place),
        related: judged.reported.related.iter().map(place).collect(),
    }
}

fn place(location: &Location) -> Place<'_> {
    Place {
        path: &location.file,
        pointer: &location.pointer,
        line: location.start.line,
        column: location.start.column,
        end_line: location.end.line,
        end_column: location.end.column,
    }
}
