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
struct Match {
    pattern: usize,
    range: Range<usize>,
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
            for (_, more) in prefilter::hits(&self.text) {
                patterns.add(more);
            }
        }
        let mut matches: Vec<Match> = Vec::new();
        for pattern in patterns.indices() {
            for captures in prefilter::regex(pattern).captures_iter(&self.text) {
                let Some(found) = self.judge(pattern, &captures, today) else {
                    continue;
                };
                if !matches
                    .iter()
                    .any(|known| overlap(&known.range, &found.range))
                {
                    matches.push(found);
                }
            }
        }
        matches.sort_by_key(|found| found.range.start);
        matches.into_iter().map(|found| self.hit(found)).collect()
    }

    /// True when the text is not the source's own bytes: escapes can hide a literal.
    fn is_decoded(&self) -> bool {
        matches!(self.text, Cow::Owned(_)) || self.node.node().flags.has(Flags::DECODED)
    }

    fn judge(&self, index: usize, captures: &Captures<'_>, today: Day) -> Option<Match> {
        let pattern = &PATTERNS[index];
        let whole = captures.get(0)?;
        let secret = captures.iter().skip(1).flatten().next().unwrap_or(whole);
        let before = self.text[..whole.start()].chars().next_back();
        let after = self.text[whole.end()..].chars().next();
        let goes_on = |c: Option<char>| c.is_some_and(|c| pattern.edge.continues(c));
        if goes_on(before) || goes_on(after) {
            return None;
        }
        let question = guard::Question {
            pattern,
            secret: secret.as_str(),
            url: guard::url_around(&self.text, whole.range()),
            site: self.site,
            today,
        };
        let life = question.life()?;
        Some(Match {
            pattern: index,
            range: secret.range(),
            life,
        })
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

const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
