//! The counts at the end of a report.

use serde::Serialize;

use super::model::FileReport;
use crate::finding::{FailLevel, Safety, Severity, SuppressionKind};
use crate::outcome::Outcome;

/// What a report holds, counted. Suppressed findings are in no other count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Summary {
    /// Files looked at.
    pub files: usize,
    /// Files that could not be checked.
    pub unreadable: usize,
    /// Findings of level error.
    pub errors: usize,
    /// Findings of level warning.
    pub warnings: usize,
    /// Findings of level info.
    pub infos: usize,
    /// Findings of level hint.
    pub hints: usize,
    /// Findings the documents or the configuration suppress.
    pub suppressed: usize,
    /// Findings the baseline knows.
    pub known: usize,
    /// Findings `--fix` can mend.
    pub fixable: usize,
    /// Findings `--unsafe-fixes` can mend besides.
    pub unsafely_fixable: usize,
}

impl Summary {
    /// Count a file.
    fn add_file(&mut self, file: &FileReport) {
        self.files += 1;
        self.unreadable += usize::from(file.failure.is_some());
        self.add(&file.counted);
        for finding in &file.findings {
            let kind = finding.suppression.as_ref().map(|it| it.kind);
            let safety = finding.fix.as_ref().map(|fix| fix.safety);
            self.count(finding.severity, kind, safety);
        }
    }

    /// Count what was counted elsewhere.
    const fn add(&mut self, counted: &Self) {
        self.errors += counted.errors;
        self.warnings += counted.warnings;
        self.infos += counted.infos;
        self.hints += counted.hints;
        self.suppressed += counted.suppressed;
        self.known += counted.known;
        self.fixable += counted.fixable;
        self.unsafely_fixable += counted.unsafely_fixable;
    }

    /// True when one of the findings fails a run that fails from `level` on.
    pub(super) fn reaches(&self, level: FailLevel) -> bool {
        let levels = [
            (self.errors, Severity::Error),
            (self.warnings, Severity::Warning),
            (self.infos, Severity::Info),
            (self.hints, Severity::Hint),
        ];
        let mut present = levels.into_iter().filter(|(count, _)| *count > 0);
        present.any(|(_, severity)| level.is_reached_by(severity))
    }

    /// Findings that count.
    pub const fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos + self.hints
    }

    /// Count one finding: its severity, who suppresses it, and how surely it can be mended.
    pub(super) const fn count(
        &mut self,
        severity: Severity,
        suppressed: Option<SuppressionKind>,
        mended: Option<Safety>,
    ) {
        match suppressed {
            Some(SuppressionKind::Baseline) => self.known += 1,
            Some(_) => self.suppressed += 1,
            None => self.count_active(severity, mended),
        }
    }

    const fn count_active(&mut self, severity: Severity, mended: Option<Safety>) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
            Severity::Hint => self.hints += 1,
        }
        match mended {
            Some(Safety::Safe) => self.fixable += 1,
            Some(Safety::Unsafe) => self.unsafely_fixable += 1,
            Some(Safety::Manual) | None => {}
        }
    }

    /// The counts in words: `2 errors and 1 warning in 3 files`.
    pub fn sentence(&self) -> String {
        let levels = [
            (self.errors, "error"),
            (self.warnings, "warning"),
            (self.infos, "info"),
            (self.hints, "hint"),
        ];
        let present = levels.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = present.map(|(count, noun)| counted(count, noun)).collect();
        let found = match parts.split_last() {
            None => "no findings".to_owned(),
            Some((last, [])) => last.clone(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        };
        format!("{found} in {}", counted(self.files, "file"))
    }

    /// What the sentence leaves out, each in words.
    pub fn remarks(&self) -> Vec<String> {
        let mut out = Vec::new();
        if self.unreadable > 0 {
            out.push(format!(
                "{} could not be checked",
                counted(self.unreadable, "file")
            ));
        }
        if self.suppressed > 0 {
            out.push(format!("{} suppressed", self.suppressed));
        }
        if self.known > 0 {
            out.push(format!("{} known in the baseline", self.known));
        }
        if self.fixable > 0 {
            out.push(format!("{} fixable with `--fix`", self.fixable));
        }
        if self.unsafely_fixable > 0 {
            let count = self.unsafely_fixable;
            out.push(format!("{count} more with `--unsafe-fixes`"));
        }
        out
    }
}

/// What the files of a run come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tally {
    /// The counts.
    pub summary: Summary,
    /// How the run ends.
    pub outcome: Outcome,
}

impl Default for Tally {
    fn default() -> Self {
        Self {
            summary: Summary::default(),
            outcome: Outcome::Clean,
        }
    }
}

impl Tally {
    /// Count files of a run that fails from `level` on.
    pub fn add(&mut self, files: &[FileReport], level: FailLevel) {
        for file in files {
            self.summary.add_file(file);
            self.outcome = self.outcome.and(file.outcome(level));
        }
    }
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
