//! From findings, which point into sources, to reported ones, which hold what is shown.

use std::cmp::Ordering;
use std::sync::Arc;

use rayon::prelude::*;

use super::Summary;
use super::excerpt::Cutter;
use super::model::{FileReport, FixReport, Location, Replacement, Reported, SuppressionReport};
use crate::document::Document;
use crate::edit;
use crate::finding::{File, Finding, Fingerprint, Fix, Label, SecretSpan, Suppression, mask};
use crate::text::{SourceFile, Span};

/// Longest text of a place that is reported with it, in bytes.
const MAX_SNIPPET: u32 = 400;

/// Most places shown in one excerpt.
const MAX_PLACES: usize = 40;

/// Text edits in source order: in which text, which bytes go, what takes their place.
pub type LoweredFix = Vec<(Arc<SourceFile>, Span, String)>;

/// Turns a fix into text edits; `None` when it cannot be applied.
pub type LowerFix<'l> = &'l dyn Fn(&Fix) -> Option<LoweredFix>;

/// Makes the text edits of fixes to a document and to the file beside it.
pub fn lower_fixes<'d>(
    document: &'d Document,
    properties: Option<&'d Document>,
) -> impl Fn(&Fix) -> Option<LoweredFix> + 'd {
    move |fix| {
        let changed = match fix.file {
            File::Document => document,
            File::Properties => properties?,
        };
        let edits = edit::lower(changed, &fix.changes).ok()?;
        let of_source = |edit: edit::TextEdit| {
            let source = Arc::clone(changed.source());
            (source, edit.span, edit.text)
        };
        Some(edits.into_iter().map(of_source).collect())
    }
}

/// How much of each finding a report keeps.
#[derive(Clone, Copy)]
pub struct Detail<'l> {
    /// How many findings of a file get an excerpt; 0 for formats that show none.
    pub excerpts: usize,
    /// The width the excerpts are cut to.
    pub width: usize,
    /// Makes the text edits of fixes, for formats that show them.
    pub lower: Option<LowerFix<'l>>,
}

impl Default for Detail<'_> {
    fn default() -> Self {
        Self {
            excerpts: super::RENDERED,
            width: super::DEFAULT_WIDTH,
            lower: None,
        }
    }
}

impl FileReport {
    /// The report of a file that was checked. `secrets` are places of secrets besides those the
    /// findings name themselves.
    pub fn new(
        name: &str,
        mut findings: Vec<Finding>,
        secrets: &[SecretSpan],
        detail: &Detail<'_>,
    ) -> Self {
        sort(&mut findings);
        let mut resolver = Resolver::new(&findings, secrets, detail);
        let fingerprints = fingerprints(&findings);
        let all = findings.into_iter().zip(fingerprints);
        let reported = all.map(|(finding, fingerprint)| resolver.resolve(finding, fingerprint));
        Self {
            findings: reported.collect(),
            ..Self::counting(name, &[])
        }
    }

    /// The report of a file whose findings are counted and no more.
    pub fn counting(name: &str, findings: &[Finding]) -> Self {
        let mut counted = Summary::default();
        for finding in findings {
            let kind = finding.suppression.as_ref().map(|it| it.kind);
            let safety = finding.fix.as_ref().map(|fix| fix.safety);
            counted.count(finding.severity, kind, safety);
        }
        Self {
            name: name.into(),
            findings: Vec::new(),
            counted,
            failure: None,
            fail_level: None,
        }
    }
}

/// Findings whose fingerprints are worth another thread.
const MANY: usize = 2_000;

fn fingerprints(findings: &[Finding]) -> Vec<Fingerprint> {
    if findings.len() < MANY {
        return findings.iter().map(Finding::fingerprint).collect();
    }
    findings.par_iter().map(Finding::fingerprint).collect()
}

/// In the order of the places: those of the file itself first, then those of files beside it.
fn sort(findings: &mut [Finding]) {
    findings.sort_by(order);
}

/// The order in which the findings of a file are reported.
pub(super) fn order(a: &Finding, b: &Finding) -> Ordering {
    let key = |f: &Finding| (f.primary.span, f.rule);
    let names = || a.primary.source.name().cmp(b.primary.source.name());
    let places = || key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message));
    if Arc::ptr_eq(&a.primary.source, &b.primary.source) {
        places()
    } else {
        names().then_with(places)
    }
}

struct Resolver<'r> {
    names: Vec<(Arc<SourceFile>, Arc<str>)>,
    secrets: Vec<SecretSpan>,
    finder: Option<mask::Finder>,
    /// Finds those that are long enough to be hidden wherever they stand again.
    long: Option<mask::Finder>,
    hidden: Vec<(Arc<SourceFile>, Vec<Span>)>,
    detail: &'r Detail<'r>,
    excerpts_left: usize,
}

impl<'r> Resolver<'r> {
    fn new(findings: &[Finding], secrets: &[SecretSpan], detail: &'r Detail<'r>) -> Self {
        let named = findings.iter().flat_map(|finding| &finding.secrets);
        let secrets: Vec<SecretSpan> = named.chain(secrets).cloned().collect();
        Self {
            names: Vec::new(),
            finder: mask::Finder::of(&secrets),
            long: mask::Finder::of(&mask::long(&secrets)),
            secrets,
            hidden: Vec::new(),
            detail,
            excerpts_left: detail.excerpts,
        }
    }

    fn resolve(&mut self, mut finding: Finding, fingerprint: Fingerprint) -> Reported {
        let place = self.location(&finding.primary);
        let related: Vec<Location> = finding.related.iter().map(|l| self.location(l)).collect();
        let mut reported = Reported {
            rule: finding.rule,
            severity: finding.severity,
            message: self.mask(std::mem::take(&mut finding.message)),
            note: finding.note.take().map(|text| self.mask(text)),
            help: finding.help.take().map(|text| self.mask(text)),
            fingerprint,
            place,
            related,
            fix: finding.fix.as_ref().map(|fix| self.fix(fix)),
            suppression: finding.suppression.as_ref().map(|s| self.suppression(s)),
            excerpt: None,
        };
        if finding.is_active() && self.excerpts_left > 0 {
            self.excerpts_left -= 1;
            self.add_excerpt(&finding, &mut reported);
        }
        reported
    }

    fn add_excerpt(&mut self, finding: &Finding, reported: &mut Reported) {
        let source = &finding.primary.source;
        let labels = finding.related.iter().zip(&reported.related);
        let here = labels.filter(|(label, _)| Arc::ptr_eq(&label.source, source));
        let mut places: Vec<&Location> = std::iter::once(&reported.place)
            .chain(here.map(|(_, location)| location))
            .collect();
        let more = places.len().saturating_sub(MAX_PLACES);
        places.truncate(MAX_PLACES);
        let hidden = hidden_of(&mut self.hidden, &self.secrets, source);
        let cutter = Cutter::new(source, hidden, self.detail.width);
        let mut excerpt = cutter.cut(&places);
        excerpt.more = more;
        reported.excerpt = Some(excerpt);
    }

    fn location(&mut self, label: &Label) -> Location {
        let (start, end) = label.source.ends(label.span);
        Location {
            file: self.name(&label.source),
            pointer: label.pointer.as_str().to_owned(),
            on: label.on,
            span: label.span,
            start,
            end,
            text: self.masked(&label.text),
            snippet: self.snippet(label),
        }
    }

    fn name(&mut self, source: &Arc<SourceFile>) -> Arc<str> {
        let known = self.names.iter().find(|(s, _)| Arc::ptr_eq(s, source));
        if let Some((_, name)) = known {
            return Arc::clone(name);
        }
        let name: Arc<str> = source.name().into();
        self.names.push((Arc::clone(source), Arc::clone(&name)));
        name
    }

    fn snippet(&mut self, label: &Label) -> Option<String> {
        let text = label.source.slice(label.span);
        let is_short = label.span.len() <= MAX_SNIPPET && !text.contains('\n');
        let shown = is_short && !label.span.is_empty() && !self.is_secret(label);
        shown.then(|| text.to_owned())
    }

    /// True when a place is a part of a secret, or of a text that reads like one.
    fn is_secret(&self, label: &Label) -> bool {
        let own = |one: &&SecretSpan| Arc::ptr_eq(&one.source, &label.source);
        let mut own = self.secrets.iter().filter(own);
        let finder = self.long.as_ref();
        own.any(|one| mask::touches(one.span, label.span))
            || finder.is_some_and(|finder| finder.touches(&label.source, label.span))
    }

    fn fix(&mut self, fix: &Fix) -> FixReport {
        let lowered = self.detail.lower.and_then(|lower| lower(fix));
        let edits = lowered.unwrap_or_default();
        let leaks = |(_, _, insert): &(_, _, String)| self.masked(insert) != *insert;
        let edits = if edits.iter().any(leaks) {
            Vec::new()
        } else {
            edits
        };
        FixReport {
            title: self.masked(&fix.title),
            safety: fix.safety,
            file: fix.file,
            edits: edits
                .into_iter()
                .map(|edit| self.replacement(edit))
                .collect(),
        }
    }

    fn replacement(&mut self, edit: (Arc<SourceFile>, Span, String)) -> Replacement {
        let (source, span, insert) = edit;
        let (start, end) = source.ends(span);
        Replacement {
            file: self.name(&source),
            span,
            start,
            end,
            insert,
        }
    }

    fn suppression(&mut self, suppression: &Suppression) -> SuppressionReport {
        SuppressionReport {
            kind: suppression.kind,
            reason: self.masked(&suppression.reason),
            place: suppression.place.as_ref().map(|place| self.location(place)),
        }
    }

    /// As [`Self::masked`], of a text that is not needed as it was.
    fn mask(&self, text: String) -> String {
        match &self.finder {
            Some(finder) => finder.mask(text),
            None => text,
        }
    }

    /// `text` with every known secret in it masked.
    fn masked(&self, text: &str) -> String {
        match &self.finder {
            Some(finder) => finder.masked(text),
            None => text.to_owned(),
        }
    }
}

/// The bytes of a source to cover, worked out once.
fn hidden_of<'h>(
    known: &'h mut Vec<(Arc<SourceFile>, Vec<Span>)>,
    secrets: &[SecretSpan],
    source: &Arc<SourceFile>,
) -> &'h [Span] {
    let at = known.iter().position(|(s, _)| Arc::ptr_eq(s, source));
    let at = at.unwrap_or_else(|| {
        known.push((Arc::clone(source), mask::hidden_parts(source, secrets)));
        known.len() - 1
    });
    &known[at].1
}
