//! A comparison as it is reported: places resolved, secrets masked.

use std::path::PathBuf;
use std::sync::Arc;

use crate::diff::{
    Comparison, Compatibility, Difference, Posture, SecurityChange, TextDiff, rules,
};
use crate::document::Document;
use crate::finding::mask::Finder;
use crate::finding::{FailLevel, Severity};
use crate::report::resolve::order;
use crate::report::{Detail, FileReport, Report, Reported, RuleFacts, Run};
use crate::rule::SeverityProfile;
use crate::text::{SourceFile, aside};

/// All pairs of documents that were compared.
#[derive(Debug)]
pub struct ComparisonReport {
    /// The pairs, in the order given.
    pub pairs: Vec<Compared>,
    /// The profile that set the severities.
    pub profile: SeverityProfile,
    /// The folder the files' names are relative to, as an absolute path.
    pub base: Option<PathBuf>,
    /// True when the files are named with their revision, `HEAD~1:api/parcels.yaml`.
    pub of_revisions: bool,
}

/// One pair of documents.
#[derive(Debug)]
pub struct Compared {
    /// The name of the document as it was.
    pub old: String,
    /// The name of the document as it is.
    pub new: String,
    /// Operations whose protection differs.
    pub security: Vec<SecurityChange>,
    /// The differences, in the order of their places; judged one by one.
    pub file: FileReport,
    /// What each difference means.
    verdicts: Vec<Verdict>,
    /// The text diffs: of the documents, and of the files beside them.
    pub texts: Vec<TextDiff>,
    /// True when not a byte of the texts differs.
    is_same: bool,
    /// False when the schemas were too entangled to be compared to the end.
    pub complete: bool,
}

#[derive(Debug)]
struct Verdict {
    compatibility: Compatibility,
    posture: Posture,
    operations: Vec<String>,
}

/// One difference with its verdict.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'r> {
    /// What differs, and where.
    pub reported: &'r Reported,
    /// What it means for clients and connections.
    pub compatibility: Compatibility,
    /// What it means for those who should not get in.
    pub posture: Posture,
    /// The operations it concerns.
    pub operations: &'r [String],
}

/// The documents of a pair and the files beside them.
#[derive(Clone, Copy, Debug)]
pub struct PairSources<'d> {
    /// The document as it was.
    pub old: &'d Document,
    /// The document as it is.
    pub new: &'d Document,
    /// The properties files, old and new.
    pub beside: (Option<&'d Document>, Option<&'d Document>),
}

impl PairSources<'_> {
    /// The texts that are compared line by line.
    fn files(&self) -> Vec<(&SourceFile, &SourceFile)> {
        let beside = self.beside.0.zip(self.beside.1);
        let pairs = std::iter::once((self.old, self.new)).chain(beside);
        let sources = pairs.map(|(old, new)| (&**old.source(), &**new.source()));
        sources.collect()
    }

    /// The difference of each pair of texts, as `text` finds it.
    pub fn texts(&self, text: impl Fn(&SourceFile, &SourceFile) -> TextDiff) -> Vec<TextDiff> {
        let files = self.files().into_iter();
        files.map(|(old, new)| text(old, new)).collect()
    }
}

impl Compared {
    /// Resolve a comparison. `texts` are the text diffs of the sources, without a mask.
    pub fn new(sources: PairSources<'_>, comparison: Comparison, texts: Vec<TextDiff>) -> Self {
        let secrets = comparison.secrets;
        let mask = Mask(Finder::of(&secrets));
        let mut differences = comparison.differences;
        differences.sort_by(|a, b| order(&a.finding, &b.finding));
        let name = |document: &Document| document.source().name().to_owned();
        let (findings, verdicts) = differences.into_iter().map(split).unzip();
        let detail = Detail {
            excerpts: 0,
            ..Detail::default()
        };
        let files = sources.files();
        let ((texts, is_same), file) = aside(
            sources.old.source().text().len() + sources.new.source().text().len(),
            || {
                let is_same = files.iter().all(|(old, new)| old.text() == new.text());
                (mask.over_texts(texts), is_same)
            },
            || FileReport::new(&name(sources.new), findings, &secrets, &detail),
        );
        let mut security = comparison.security;
        for row in &mut security {
            row.before = row.before.take().map(|text| mask.over(text));
            row.after = row.after.take().map(|text| mask.over(text));
        }
        Self {
            old: name(sources.old),
            new: name(sources.new),
            security,
            file,
            verdicts,
            texts,
            is_same,
            complete: comparison.complete,
        }
    }

    /// The differences, each with its verdict.
    pub fn judged(&self) -> impl Iterator<Item = Judged<'_>> {
        let pairs = self.file.findings.iter().zip(&self.verdicts);
        pairs.map(|(reported, verdict)| Judged {
            reported,
            compatibility: verdict.compatibility,
            posture: verdict.posture,
            operations: &verdict.operations,
        })
    }

    /// True when not a byte differs.
    pub fn is_equal(&self) -> bool {
        self.is_same && self.verdicts.is_empty()
    }

    /// The counts in words.
    pub fn sentence(&self) -> String {
        let count = |test: &dyn Fn(&Judged<'_>) -> bool| self.judged().filter(test).count();
        let all = self.verdicts.len();
        if all == 0 {
            return "no difference in meaning".into();
        }
        let breaking = count(&|one| one.compatibility == Compatibility::Breaks);
        let weaker = count(&|one| one.posture == Posture::Weaker);
        let noun = if all == 1 {
            "difference"
        } else {
            "differences"
        };
        format!("{all} {noun}: {breaking} breaking, {weaker} weakening security")
    }
}

fn split(difference: Difference) -> (crate::finding::Finding, Verdict) {
    let verdict = Verdict {
        compatibility: difference.compatibility,
        posture: difference.posture,
        operations: difference.operations,
    };
    (difference.finding, verdict)
}

struct Mask(Option<Finder>);

impl Mask {
    fn over_texts(&self, mut texts: Vec<TextDiff>) -> Vec<TextDiff> {
        for one in &mut texts {
            one.unified = self.over(std::mem::take(&mut one.unified));
        }
        texts
    }

    fn over(&self, text: String) -> String {
        match &self.0 {
            Some(finder) => finder.mask(text),
            None => text,
        }
    }
}

impl ComparisonReport {
    /// Every difference of every pair.
    pub fn judged(&self) -> impl Iterator<Item = Judged<'_>> {
        self.pairs.iter().flat_map(Compared::judged)
    }

    /// The same as a report of findings, for the formats that know findings alone. Those want the
    /// paths of files, without revisions.
    pub fn into_report(mut self) -> Report {
        if self.of_revisions {
            for pair in &mut self.pairs {
                let file = &mut pair.file;
                file.name = path_of(&file.name);
                for one in &mut file.findings {
                    // what went from a file that was renamed is looked for under its new name
                    if *one.place.file == *pair.old && pair.new != "/dev/null" {
                        one.place.file = pair.new.as_str().into();
                    }
                    let places = std::iter::once(&mut one.place).chain(&mut one.related);
                    places.for_each(|place| place.file = path_of(&place.file));
                }
            }
        }
        let profile = self.profile;
        let facts = rules::ALL
            .iter()
            .map(|meta| RuleFacts::of(meta, meta.severity.of(profile)));
        Report {
            run: Run {
                rules: facts.collect(),
                fail_level: FailLevel::Never,
                base: self.base,
            },
            files: self.pairs.into_iter().map(|pair| pair.file).collect(),
        }
    }
}

/// The path in `HEAD~1:api/parcels.yaml`. A revision has no colon.
fn path_of(name: &str) -> Arc<str> {
    name.split_once(':').map_or(name, |(_, path)| path).into()
}

impl Judged<'_> {
    /// What it concerns, as a heading: one operation, or the document.
    pub(super) fn heading(&self) -> &str {
        match self.operations {
            [one] => one,
            [] => "the document",
            _ => "several operations",
        }
    }

    /// The two axes in words.
    pub(super) fn axes(&self) -> String {
        let security = match self.posture {
            Posture::Weaker => "; security is weaker",
            Posture::Neutral => "",
            Posture::Stronger => "; security is stronger",
        };
        format!("{}{security}", self.compatibility.words())
    }

    /// `new.yaml:3:1 (was old.yaml:2:1)`
    pub(super) fn places(&self) -> String {
        let place = |one: &crate::report::Location| {
            format!("{}:{}:{}", one.file, one.start.line, one.start.column)
        };
        let primary = place(&self.reported.place);
        match self.reported.related.first() {
            Some(old) => format!("{primary} (was {})", place(old)),
            None => primary,
        }
    }

    /// The severity's name.
    pub(super) const fn level(&self) -> &'static str {
        self.reported.severity.name()
    }

    pub(super) const fn severity(&self) -> Severity {
        self.reported.severity
    }
}

/// Judged differences under their headings, headings in the order they come up.
pub(super) fn grouped(pair: &Compared) -> Vec<(Arc<str>, Vec<Judged<'_>>)> {
    let mut out: Vec<(Arc<str>, Vec<Judged<'_>>)> = Vec::new();
    let mut known: rustc_hash::FxHashMap<String, usize> = rustc_hash::FxHashMap::default();
    for one in pair.judged() {
        let heading = one.heading();
        let at = *known.entry(heading.to_owned()).or_insert_with(|| {
            out.push((heading.into(), Vec::new()));
            out.len() - 1
        });
        out[at].1.push(one);
    }
    out.sort_by_key(|(heading, _)| match &**heading {
        "the document" => 0,
        "several operations" => 1,
        _ => 2,
    });
    for (_, all) in &mut out {
        all.sort_by_key(|one| std::cmp::Reverse(one.severity()));
    }
    out
}
