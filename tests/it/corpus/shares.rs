//! How many published connectors break each rule of Microsoft's validator. They passed it: what many
//! of them break cannot be an error.

use std::collections::{BTreeMap, BTreeSet};

use oneauth::finding::Severity;
use oneauth::rule::{Input, RuleSettings, SeverityProfile, run};
use oneauth::rules;
use oneauth::spec::Spec;
use oneauth::target;

use super::read;
use crate::support::corpus::{files_named, folder};

/// The largest share of published connectors, in percent, that an error may speak of.
const MOST: f64 = 6.0;

fn is_of_the_validator(id: &str) -> bool {
    let references = rules::find(id).map_or(&[][..], |rule| rule.meta().references);
    references
        .iter()
        .any(|one| one.url.contains("certification-swagger-validator-rules"))
}

#[test]
fn no_error_speaks_of_what_many_published_connectors_do() {
    let Some(folder) = folder() else { return };
    let mut files = files_named(&folder.join("corpus"), &[".json"]);
    files.retain(|path| {
        path.file_name()
            .is_some_and(|n| n == "apiDefinition.swagger.json")
    });
    let mut broken: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut all = 0_usize;
    for path in files {
        let Some(document) = read(&path) else {
            continue;
        };
        let Ok(spec) = Spec::new(&document) else {
            continue;
        };
        let companion = read(&path.with_file_name("apiProperties.json"));
        let input = Input {
            spec: &spec,
            target: target::default(),
            companion: companion.as_ref(),
            secrets: None,
        };
        all += 1;
        let settings = RuleSettings::new(SeverityProfile::Connector);
        let found = run(input, rules::ALL, &settings);
        if std::env::var_os("ONEAUTH_SHOW").is_some() {
            for one in found.iter().filter(|one| is_of_the_validator(one.rule)) {
                let (file, at) = (path.display(), &one.primary.pointer);
                println!("{} {}: {} {file} {at}", one.rule, one.severity, one.message);
            }
        }
        let rules: BTreeSet<_> = found.iter().map(|one| (one.rule, one.severity)).collect();
        for (rule, severity) in rules {
            let counts = broken.entry(rule).or_default();
            counts.0 += 1;
            counts.1 += usize::from(severity == Severity::Error);
        }
    }
    let mut loud = String::new();
    for (rule, (any, errors)) in broken {
        let share = |count: usize| 100.0 * count as f64 / all as f64;
        let line = format!(
            "{rule}: {:.1} %, as errors {:.1} %",
            share(any),
            share(errors)
        );
        println!("{line}");
        if share(errors) > MOST && is_of_the_validator(rule) {
            loud.push_str(&line);
            loud.push('\n');
        }
    }
    assert!(loud.is_empty(), "of {all} connectors:\n{loud}");
}
