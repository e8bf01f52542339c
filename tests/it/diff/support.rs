//! Two texts in, differences out.

use std::fmt::Write as _;

use oneauth::diff::{Comparison, Difference, compare};
use oneauth::document::Document;
use oneauth::rule::SeverityProfile;
use oneauth::spec::Spec;

pub(super) fn parsed(name: &str, text: &str) -> Document {
    Document::of_text(name, text).unwrap_or_else(|e| panic!("{name}: {e}\n{text}"))
}

pub(super) fn compared(old: &Document, new: &Document) -> Comparison {
    let old = Spec::new(old).unwrap_or_else(|e| panic!("{e}"));
    let new = Spec::new(new).unwrap_or_else(|e| panic!("{e}"));
    compare(&old, &new, (None, None), SeverityProfile::Connector)
}

pub(super) fn compared_texts(old: &str, new: &str) -> Comparison {
    compared(&parsed("old", old), &parsed("new", new))
}

/// The rules that spoke, sorted, each once.
pub(super) fn rules(comparison: &Comparison) -> Vec<&'static str> {
    let all = comparison.differences.iter().map(|one| one.finding.rule);
    let mut all: Vec<&'static str> = all.collect();
    all.sort_unstable();
    all.dedup();
    all
}

pub(super) fn shown(comparison: &Comparison) -> String {
    let mut out = String::new();
    for row in &comparison.security {
        let words = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
        let (before, after) = (words(&row.before), words(&row.after));
        let _ = writeln!(out, "{}: {before} => {after}", row.operation);
    }
    for one in &comparison.differences {
        let _ = writeln!(out, "{}", line(one));
    }
    out
}

fn line(one: &Difference) -> String {
    let finding = &one.finding;
    let place = |label: &oneauth::finding::Label| {
        let at = label.source.place(label.span.start);
        format!("{}:{}:{}", label.source.name(), at.line, at.column)
    };
    let related: Vec<String> = finding.related.iter().map(place).collect();
    format!(
        "{} {} [{}, {}] {}\n  {} {}",
        finding.severity,
        finding.rule,
        one.compatibility,
        one.posture,
        finding.message,
        place(&finding.primary),
        related.join(" ")
    )
}
