//! The search: candidates, then their patterns, then the guards.

use std::borrow::Cow;
use std::ops::Range;

use regex::Captures;

use super::candidates::{self, Candidate};
use super::hit::{Hit, Life};
use super::patterns::PATTERNS;
use super::prefilter::{self, PatternSet};
use super::{Day, Site, guard, locate};
use crate::document::{Document, Flags, NodeRef};
use crate::finding::{On, mask};

/// Every secret of a document, in its order. Reads the system's date when something can expire.
pub fn scan(document: &Document) -> Vec<Hit> {
    scan_on(document, Day::today())
}

/// As [`scan`], on a given day.
pub fn scan_on(document: &Document, today: Day) -> Vec<Hit> {
    let mut out = Vec::new();
    for candidate in candidates::find(document) {
        let place = Place::new(document, candidate);
        out.extend(place.hits(candidate.patterns, today));
    }
    out
}

/// A decoded string and where it stands.
struct Place<'d> {
    node: NodeRef<'d>,
    on: On,
    text: Cow<'d, str>,
    site: Site,
}

/// A match before it is a hit.
pub(super) struct Match {
    pattern: usize,
    pub(super) range: Range<usize>,
    life: Life,
}

impl<'d> Place<'d> {
    fn new(document: &'d Document, candidate: Candidate) -> Self {
        let node = document.at(candidate.node);
        let text = match candidate.on {
            On::Key => Cow::Borrowed(node.key()),
            _ => node.text(),
        };
        Self {
            node,
            on: candidate.on,
            text,
            site: Site::of(node),
        }
    }

    fn hits(&self, mut patterns: PatternSet, today: Day) -> Vec<Hit> {
        if self.is_decoded() {
            patterns.add(prefilter::patterns_of(self.text.as_bytes()).unwrap_or_default());
        }
        let matches = matches(&self.text, self.site, patterns, today);
        matches.into_iter().map(|found| self.hit(found)).collect()
    }

    /// True when the text is not the source's own bytes: escapes can hide a literal.
    fn is_decoded(&self) -> bool {
        matches!(self.text, Cow::Owned(_)) || self.node.node().flags.has(Flags::DECODED)
    }

    fn hit(&self, found: Match) -> Hit {
        Hit {
            node: self.node.id(),
            on: self.on,
            span: locate::locate(self.node, self.on, &self.text, found.range.clone()),
            pattern: found.pattern,
            site: self.site,
            life: found.life,
            masked: mask::secret(&self.text[found.range]),
        }
    }
}

/// What the patterns find in a text, in its order.
pub(super) fn matches(text: &str, site: Site, patterns: PatternSet, today: Day) -> Vec<Match> {
    let mut out: Vec<Match> = Vec::new();
    for pattern in patterns.indices() {
        for captures in prefilter::regex(pattern).captures_iter(text) {
            let Some(found) = judge((text, site), pattern, &captures, today) else {
                continue;
            };
            if !out.iter().any(|known| overlap(&known.range, &found.range)) {
                out.push(found);
            }
        }
    }
    out.sort_by_key(|found| found.range.start);
    out
}

fn judge(
    (text, site): (&str, Site),
    index: usize,
    captures: &Captures<'_>,
    today: Day,
) -> Option<Match> {
    let pattern = &PATTERNS[index];
    let whole = captures.get(0)?;
    let secret = captures.iter().skip(1).flatten().next().unwrap_or(whole);
    let before = text[..whole.start()].chars().next_back();
    let after = text[whole.end()..].chars().next();
    let goes_on = |c: Option<char>| c.is_some_and(|c| pattern.edge.continues(c));
    if goes_on(before) || goes_on(after) {
        return None;
    }
    let question = guard::Question {
        pattern,
        secret: secret.as_str(),
        url: guard::url_around(text, whole.range()),
        site,
        today,
    };
    let life = question.life()?;
    Some(Match {
        pattern: index,
        range: secret.range(),
        life,
    })
}

const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
