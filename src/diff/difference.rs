//! One difference: a finding, judged on two axes.

use std::fmt;

use crate::finding::{Finding, Label, Severity};

/// What a difference means for clients and connections that exist.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Compatibility {
    /// They go on working.
    No,
    /// Some of them may stop working.
    May,
    /// They stop working.
    Breaks,
}

/// What a difference means for those who should not get in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Posture {
    /// It is easier for them.
    Weaker,
    /// Nothing.
    Neutral,
    /// It is harder for them.
    Stronger,
}

impl Compatibility {
    /// Its name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::May => "may",
            Self::Breaks => "breaks",
        }
    }

    /// The words for it in notes.
    pub const fn words(self) -> &'static str {
        match self {
            Self::No => "breaks nothing",
            Self::May => "may break clients",
            Self::Breaks => "breaks clients",
        }
    }
}

impl Posture {
    /// Its name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Weaker => "weaker",
            Self::Neutral => "neutral",
            Self::Stronger => "stronger",
        }
    }

    /// The same, seen from the other document.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Weaker => Self::Stronger,
            Self::Neutral => Self::Neutral,
            Self::Stronger => Self::Weaker,
        }
    }

    /// Weaker below `before`, stronger above.
    pub(super) fn of_ranks(before: u8, after: u8) -> Self {
        match after.cmp(&before) {
            std::cmp::Ordering::Less => Self::Weaker,
            std::cmp::Ordering::Equal => Self::Neutral,
            std::cmp::Ordering::Greater => Self::Stronger,
        }
    }
}

impl fmt::Display for Compatibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Posture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One difference of two documents. The finding's primary place is in the new document; for what
/// is gone it is in the old one.
#[derive(Clone, Debug)]
pub struct Difference {
    /// What differs, and where.
    pub finding: Finding,
    /// What it means for clients and connections.
    pub compatibility: Compatibility,
    /// What it means for those who should not get in.
    pub posture: Posture,
    /// The operations it concerns, `GET /parcels`; empty when it concerns the document.
    pub operations: Vec<String>,
}

/// What a difference is and means, before it has a place.
#[derive(Clone, Copy)]
pub(super) struct Verdict {
    pub(super) severity: Severity,
    pub(super) compatibility: Compatibility,
    pub(super) posture: Posture,
}

/// Where something is in each document.
pub(super) struct Places {
    pub(super) old: Option<Label>,
    pub(super) new: Option<Label>,
}

impl Difference {
    pub(super) fn new(
        rule: &'static str,
        verdict: Verdict,
        message: String,
        places: Places,
    ) -> Self {
        let related = match &places.new {
            Some(_) => places.old.clone(),
            None => None,
        };
        let primary = places.new.or(places.old);
        let primary = primary.expect("a difference is seen in one document at least");
        let mut finding = Finding::new(rule, verdict.severity, message, primary);
        finding.note = Some(note(verdict));
        finding.related.extend(related);
        Self {
            finding,
            compatibility: verdict.compatibility,
            posture: verdict.posture,
            operations: Vec::new(),
        }
    }
}

fn note(verdict: Verdict) -> String {
    let security = match verdict.posture {
        Posture::Weaker => "; security is weaker",
        Posture::Neutral => "",
        Posture::Stronger => "; security is stronger",
    };
    [verdict.compatibility.words(), security].concat()
}
