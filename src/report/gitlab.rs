//! `gitlab`: the Code Quality report (GitLab Docs, "Code Quality report format").

use std::io::{self, Write};

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::json_text::Items;
use super::model::{FileReport, Reported};
use super::{Sheet, Tally, shown};
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

/// One entry for each finding that counts and each file that could not be checked.
#[derive(Default)]
pub(super) struct Gitlab {
    entries: Items,
    /// How many findings of a fingerprint there are, by the digest of it and of their file.
    seen: FxHashMap<Fingerprint, u32>,
}

impl Sheet for Gitlab {
    fn files(&mut self, files: &[FileReport], out: &mut dyn Write) -> io::Result<()> {
        for file in files {
            for finding in file.active() {
                self.entries.push(&found(finding, &mut self.seen), out)?;
            }
            if let Some(entry) = failed(file) {
                self.entries.push(&entry, out)?;
            }
        }
        Ok(())
    }

    fn end(&mut self, _tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        self.entries.end(out)?;
        out.write_all(b"\n")
    }
}

/// GitLab drops entries of equal fingerprints, so each one says how many came before it.
fn found<'r>(finding: &'r Reported, seen: &mut FxHashMap<Fingerprint, u32>) -> Entry<'r> {
    let path = plain_path(&finding.place.file);
    let own = finding.fingerprint.to_string();
    let count = seen.entry(Fingerprint::digest([path, &own])).or_default();
    *count += 1;
    let print = [path, &own, &count.to_string()];
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
