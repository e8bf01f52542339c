//! Rules over real documents: nothing panics, places are real, the same input gives the same
//! findings.

use std::collections::BTreeMap;

use oneauth::finding::Finding;
use oneauth::rule::{Input, RuleSettings, SeverityProfile, run};
use oneauth::rules;
use oneauth::schema;
use oneauth::spec::Spec;
use oneauth::target;

use super::readable;

/// A finding as text: equal findings have equal texts.
fn told(finding: &Finding) -> String {
    let Finding {
        rule,
        severity,
        message,
        primary,
        ..
    } = finding;
    format!(
        "{rule} {severity} {message} {} {:?}",
        primary.pointer, primary.span
    )
}

#[test]
fn findings_have_places_and_come_again() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, document) in readable() {
        let Ok(spec) = Spec::new(&document) else {
            continue;
        };
        let findings = |name: &str, profile: SeverityProfile| {
            let target = target::find(name).expect("the target exists");
            let input = Input {
                spec: &spec,
                target,
                companion: None,
                secrets: None,
            };
            run(input, rules::ALL, &RuleSettings::new(profile))
        };
        let views = [
            ("power-platform", SeverityProfile::Connector),
            ("openapi", SeverityProfile::Api),
        ];
        for (name, profile) in views {
            let first = findings(name, profile);
            let again: Vec<String> = findings(name, profile).iter().map(told).collect();
            assert_eq!(
                first.iter().map(told).collect::<Vec<_>>(),
                again,
                "{}",
                path.display()
            );
            for finding in &first {
                *counts.entry(finding.rule).or_default() += 1;
                let primary = &finding.primary;
                let found = document.find(&primary.pointer);
                assert!(found.is_some(), "{}: {}", path.display(), told(finding));
                assert!(primary.span.end as usize <= primary.source.text().len());
            }
        }
    }
    println!("{counts:#?}");
}

#[test]
fn validation_never_panics_and_its_nodes_exist() {
    let (mut valid, mut invalid) = (0, 0);
    for (path, document) in readable() {
        let Ok(spec) = Spec::new(&document) else {
            continue;
        };
        let failures = schema::validate(&document, spec.version());
        for failure in &failures {
            assert!(
                failure.node.index() < document.nodes().len(),
                "{}",
                path.display()
            );
            assert!(
                !failure.message.contains("not what stands here"),
                "{}: {failure:?}",
                path.display()
            );
        }
        if failures.is_empty() {
            valid += 1;
        } else {
            invalid += 1;
        }
    }
    println!("{valid} valid, {invalid} invalid");
}
