//! A report: ordered, format-free, and without a reference to any source.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Excerpt, RuleFacts, Summary, Tally, shown};
use crate::finding::{FailLevel, File, Fingerprint, On, Safety, Severity, SuppressionKind};
use crate::outcome::Outcome;
use crate::text::{Place, Span};

/// How many findings the human format shows in full.
pub const RENDERED: usize = 200;

/// All that a run found, in the order it is shown.
#[derive(Debug)]
pub struct Report {
    /// The run.
    pub run: Run,
    /// The files, in the order given.
    pub files: Vec<FileReport>,
}

/// What is known of a run before its first file.
#[derive(Debug, Default)]
pub struct Run {
    /// Its rules.
    pub rules: Vec<RuleFacts>,
    /// From which severity on it fails.
    pub fail_level: FailLevel,
    /// The folder the files' names are relative to, as an absolute path.
    pub base: Option<PathBuf>,
}

impl Report {
    /// The counts, and how the run ends.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        tally.add(&self.files, self.run.fail_level);
        tally
    }
}

/// What was found in one file.
#[derive(Debug)]
pub struct FileReport {
    /// The file as the user named it.
    pub name: Arc<str>,
    /// The findings, in the order of their places.
    pub findings: Vec<Reported>,
    /// Findings that are counted and no more: others before them are all that is shown.
    pub counted: Summary,
    /// What stopped the work on it.
    pub failure: Option<Failure>,
    /// From which severity on its findings fail the run; as for the whole run when not said.
    pub fail_level: Option<FailLevel>,
}

impl FileReport {
    /// How a run over this file alone ends, when the run fails from `level` on.
    pub fn outcome(&self, level: FailLevel) -> Outcome {
        let level = self.fail_level.unwrap_or(level);
        let failure = self.failure.as_ref().map(|failure| failure.outcome);
        let fails = |finding: &&Reported| level.is_reached_by(finding.severity);
        let found = if self.active().any(|one| fails(&one)) || self.counted.reaches(level) {
            Outcome::Findings
        } else {
            Outcome::Clean
        };
        found.and(failure.unwrap_or(Outcome::Clean))
    }

    /// What stopped the work on it, unless a finding of these files says the same: a person reads
    /// it once.
    pub fn untold(&self, files: &[Self]) -> Option<&Failure> {
        let failure = self.failure.as_ref()?;
        let says_so = |finding: &Reported| {
            let place = failure.place.as_ref();
            finding.place.file == self.name
                && finding.message == failure.message
                && place.is_none_or(|place| place.start == finding.place.start)
        };
        let mut findings = files.iter().flat_map(Self::active);
        (!findings.any(says_so)).then_some(failure)
    }

    /// The findings nothing suppresses.
    pub fn active(&self) -> impl Iterator<Item = &Reported> {
        self.findings
            .iter()
            .filter(|finding| finding.suppression.is_none())
    }
}

/// A finding with its places resolved and its secrets masked.
#[derive(Debug)]
pub struct Reported {
    /// The rule's id.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Why that matters.
    pub note: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// What tells it from other findings.
    pub fingerprint: Fingerprint,
    /// Where.
    pub place: Location,
    /// Other places that belong to it.
    pub related: Vec<Location>,
    /// How to mend it.
    pub fix: Option<FixReport>,
    /// Why it does not count.
    pub suppression: Option<SuppressionReport>,
    /// The lines around its places, when they are wanted.
    pub excerpt: Option<Excerpt>,
}

impl Reported {
    /// The message, then note and help as further lines, each made visible.
    pub(super) fn words(&self) -> String {
        let parts = [Some(&self.message), self.note.as_ref(), self.help.as_ref()];
        let parts = parts.into_iter().flatten();
        let lines: Vec<_> = parts.map(|text| shown(text)).collect();
        lines.join("\n")
    }
}

/// A resolved place.
#[derive(Clone, Debug)]
pub struct Location {
    /// The file.
    pub file: Arc<str>,
    /// The node's JSON pointer.
    pub pointer: String,
    /// The part of the node meant.
    pub on: On,
    /// The bytes.
    pub span: Span,
    /// Where they begin.
    pub start: Place,
    /// Where they end: the place after the last character.
    pub end: Place,
    /// The words to write there; may be empty.
    pub text: String,
    /// The text of the bytes when it is one line, short, and holds no secret.
    pub snippet: Option<String>,
}

/// A resolved fix.
#[derive(Debug)]
pub struct FixReport {
    /// What it does.
    pub title: String,
    /// How sure we are.
    pub safety: Safety,
    /// The file it changes.
    pub file: File,
    /// The text edits, in source order; empty when they were not asked for or cannot be made.
    pub edits: Vec<Replacement>,
}

/// One text edit of a fix.
#[derive(Debug)]
pub struct Replacement {
    /// The file.
    pub file: Arc<str>,
    /// The bytes to take out.
    pub span: Span,
    /// Where they begin.
    pub start: Place,
    /// The place after them.
    pub end: Place,
    /// The text to put there.
    pub insert: String,
}

/// Why a finding does not count, resolved.
#[derive(Debug)]
pub struct SuppressionReport {
    /// Who says so.
    pub kind: SuppressionKind,
    /// The reason given.
    pub reason: String,
    /// Where it is said.
    pub place: Option<Location>,
}

/// What stopped the work on a file.
#[derive(Debug)]
pub struct Failure {
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
    /// Where, for a mistake in a text.
    pub place: Option<Location>,
    /// The lines around that place.
    pub excerpt: Option<Excerpt>,
    /// How a run ends that meets it.
    pub outcome: Outcome,
}
