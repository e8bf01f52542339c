//! `gitlab`: the Code Quality report (GitLab Docs, "Code Quality report format").

use std::io::{self, Write};

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::model::{FileReport, Report, Reported};
use super::{json_text, shown};
use crate::finding::{Fingerprint, Severity};

#[derive(Serialize)]
struct Entry<'r> {
    description: String,
    check_name: &'r str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

/// Write one entry for each finding that counts and each file that could not be checked.
pub(super) fn emit(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut seen = FxHashMap::default();
    let mut entries = Vec::new();
    for file in &report.files {
        for finding in file.active() {
            entries.push(found(finding, &mut seen));
        }
        entries.extend(failed(file));
    }
    json_text::pretty(&entries, out)
}

/// GitLab drops entries of equal fingerprints, so each one says how many came before it.
fn found<'r>(
    finding: &'r Reported,
    seen: &mut FxHashMap<(&'r str, Fingerprint), u32>,
) -> Entry<'r> {
    let path = plain_path(&finding.place.file);
    let count = seen.entry((path, finding.fingerprint)).or_default();
    *count += 1;
    let print = [path, &finding.fingerprint.to_string(), &count.to_string()];
    Entry {
        description: shown(&finding.message).into_owned(),
        check_name: finding.rule,
        fingerprint: Fingerprint::digest(print).to_string(),
        severity: match finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "major",
            Severity::Info => "minor",
            Severity::Hint => "info",
        },
        location: location(path, finding.place.start.line),
    }
}

fn failed(file: &FileReport) -> Option<Entry<'_>> {
    let failure = file.failure.as_ref()?;
    let path = plain_path(&file.name);
    Some(Entry {
        description: shown(&failure.message).into_owned(),
        check_name: "unreadable",
        fingerprint: Fingerprint::digest(["unreadable", path]).to_string(),
        severity: "blocker",
        location: location(
            path,
            failure.place.as_ref().map_or(1, |place| place.start.line),
        ),
    })
}

const fn location(path: &str, begin: u32) -> Location<'_> {
    let lines = Lines { begin };
    Location { path, lines }
}

/// GitLab wants paths relative to the repository without `./`.
fn plain_path(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}
