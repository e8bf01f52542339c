//! Real documents: what the rules about secrets and placeholders say about each.

use std::path::Path;
use std::sync::Arc;

use oneauth::document::{Document, ReadOptions};
use oneauth::finding::{Finding, Severity};
use oneauth::rule::{Family, Input, Rule, RuleSettings, SeverityProfile};
use oneauth::rules;
use oneauth::spec::Spec;
use oneauth::text::SourceFile;

use crate::support::corpus;

fn read(path: &Path) -> Option<Document> {
    let text = std::fs::read_to_string(path).ok()?;
    let source = Arc::new(SourceFile::new(&*path.to_string_lossy(), text));
    Document::parse(source, ReadOptions::default()).ok()
}

fn own() -> Vec<&'static dyn Rule> {
    let family =
        |rule: &&dyn Rule| matches!(rule.meta().family, Family::Secrets | Family::Placeholders);
    rules::ALL.iter().copied().filter(family).collect()
}

fn check(path: &Path, profile: SeverityProfile) -> Vec<Finding> {
    let Some(document) = read(path) else {
        return Vec::new();
    };
    let companion = read(&path.with_file_name("apiProperties.json"));
    let Ok(spec) = Spec::new(&document) else {
        return Vec::new();
    };
    let target = match profile {
        SeverityProfile::Api => "openapi",
        SeverityProfile::Connector => "power-platform",
    };
    let input = Input {
        spec: &spec,
        target: oneauth::target::find(target).unwrap(),
        companion: companion.as_ref(),
        secrets: None,
    };
    oneauth::rule::run(input, &own(), &RuleSettings::new(profile))
}

fn print(path: &Path, finding: &Finding) {
    let place = finding.primary.source.place(finding.primary.span.start);
    let name = path.to_string_lossy();
    let tail: String = name
        .chars()
        .skip(name.chars().count().saturating_sub(70))
        .collect();
    eprintln!(
        "{} {} {tail}:{} {} [{}]",
        finding.severity, finding.rule, place.line, finding.message, finding.primary.pointer
    );
}

#[test]
fn published_connectors_get_few_errors() {
    let Some(folder) = corpus::part("corpus") else {
        return;
    };
    let paths = corpus::files_named(&folder, &["apiDefinition.swagger.json"]);
    let mut with_errors = 0;
    for path in &paths {
        let findings = check(path, SeverityProfile::Connector);
        findings.iter().for_each(|finding| print(path, finding));
        let bad = findings.iter().any(|one| one.severity == Severity::Error);
        with_errors += usize::from(bad);
    }
    eprintln!("{with_errors} of {} with errors", paths.len());
    assert!(with_errors * 20 <= paths.len(), "{with_errors} connectors");
}

#[test]
fn large_public_descriptions_get_no_errors() {
    let Some(folder) = corpus::part("specs") else {
        return;
    };
    let mut errors = 0;
    for path in corpus::files_named(&folder, &[".json", ".yaml"]) {
        let findings = check(&path, SeverityProfile::Api);
        findings.iter().for_each(|finding| print(&path, finding));
        errors += findings
            .iter()
            .filter(|one| one.severity == Severity::Error)
            .count();
    }
    assert_eq!(errors, 0);
}
