//! Every rule against the independent vectors: what it must find, where, and when to be silent.
//!
//! Runs when `ONEAUTH_CORPUS` names a folder with `vectors/`; prints a line per rule.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use oneauth::document::Document;
use oneauth::error::Error;
use oneauth::finding::{Finding, Severity};
use oneauth::rule::{Input, Level, RuleSettings, SeverityProfile};
use oneauth::rules;
use oneauth::rules::connector::unreadable;
use oneauth::spec::Spec;
use serde_json::Value;

use crate::support::corpus;

/// What one rule reached.
#[derive(Default)]
struct Score {
    wanted: usize,
    found: usize,
    clean: usize,
    silent: usize,
    lines_wanted: usize,
    lines_found: usize,
    misses: Vec<String>,
}

impl Score {
    fn add(&mut self, other: &Self) {
        self.wanted += other.wanted;
        self.found += other.found;
        self.clean += other.clean;
        self.silent += other.silent;
        self.lines_wanted += other.lines_wanted;
        self.lines_found += other.lines_found;
    }

    fn judge(&mut self, entry: &Value, lines: Option<&BTreeSet<u64>>) {
        let file = entry["file"].as_str().unwrap();
        if entry["expect"] == "clean" {
            self.clean += 1;
            self.silent += usize::from(lines.is_none());
            if let Some(lines) = lines {
                self.misses.push(format!("speaks on {file} at {lines:?}"));
            }
            return;
        }
        self.wanted += 1;
        let Some(lines) = lines else {
            self.misses.push(format!("misses {file}"));
            return;
        };
        self.found += 1;
        let (expected, other) = (numbers(&entry["lines"]), numbers(&entry["alt_lines"]));
        self.lines_wanted += expected.len();
        if !other.is_empty() && *lines == other {
            self.lines_found += expected.len();
            return;
        }
        self.lines_found += expected.intersection(lines).count();
        if !expected.is_empty() && expected != *lines {
            let what = format!("{file}: wants {expected:?} or {other:?}, finds {lines:?}");
            self.misses.push(what);
        }
    }
}

fn numbers(value: &Value) -> BTreeSet<u64> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(Value::as_u64).collect()
}

fn rate(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        100.0
    } else {
        100.0 * part as f64 / whole as f64
    }
}

/// The lines of each rule's findings in a file.
fn lines_by_rule(path: &Path, profile: SeverityProfile) -> BTreeMap<&'static str, BTreeSet<u64>> {
    let mut out: BTreeMap<&'static str, BTreeSet<u64>> = BTreeMap::new();
    for finding in findings(path, profile) {
        let place = finding.primary.source.place(finding.primary.span.start);
        let lines = out.entry(finding.rule).or_default();
        lines.insert(u64::from(place.line));
    }
    out
}

/// What all rules find in a file; nothing when the file is no OpenAPI document.
fn findings(path: &Path, profile: SeverityProfile) -> Vec<Finding> {
    let document = match read_or_refuse(path) {
        Some(Ok(document)) => document,
        Some(Err(Error::Place(misfit))) => {
            let settings = RuleSettings::new(profile);
            return unreadable(&misfit, &settings).into_iter().collect();
        }
        _ => return Vec::new(),
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
    oneauth::rule::run(input, rules::ALL, &RuleSettings::new(profile))
}

fn read(path: &Path) -> Option<Document> {
    read_or_refuse(path)?.ok()
}

fn read_or_refuse(path: &Path) -> Option<Result<Document, Error>> {
    let text = std::fs::read_to_string(path).ok()?;
    let text = text.trim_start_matches('\u{feff}').to_owned();
    let name = path.file_name()?.to_string_lossy();
    Some(Document::of_text(&name, text))
}

fn judged(entry: &Value, tier_1: &BTreeSet<String>) -> Option<&'static str> {
    let lint = entry["kind"].is_null() || entry["kind"] == "lint";
    let id = entry["our_rule_id"].as_str().filter(|_| lint)?;
    let undisputed = entry["disputed"].as_str().is_none_or(str::is_empty);
    if !undisputed || !tier_1.contains(id) {
        return None;
    }
    Some(rules::find(id)?.meta().id)
}

fn scores(
    vectors: &Path,
    profile_of: fn(&str) -> SeverityProfile,
) -> BTreeMap<&'static str, Score> {
    let json = |name: &str| -> Vec<Value> {
        let text = std::fs::read_to_string(vectors.join(name)).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    let catalogue = json("catalogue.json");
    let first = catalogue.iter().filter(|rule| rule["tier"] == 1);
    let tier_1: BTreeSet<String> = first
        .map(|rule| rule["id"].as_str().unwrap().to_owned())
        .collect();
    let mut seen = BTreeMap::new();
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    for entry in json("index.json") {
        let Some(rule) = judged(&entry, &tier_1) else {
            continue;
        };
        let file = entry["file"].as_str().unwrap().to_owned();
        let profile = profile_of(entry["source"].as_str().unwrap());
        let meta = rules::find(rule).expect("it was found before").meta();
        if meta.severity.of(profile) == Level::Off {
            continue;
        }
        let lines = seen
            .entry(file.clone())
            .or_insert_with(|| lines_by_rule(&vectors.join(&file), profile));
        scores
            .entry(rule)
            .or_default()
            .judge(&entry, lines.get(rule));
    }
    scores
}

fn assert_good(scores: &BTreeMap<&'static str, Score>) {
    let mut total = Score::default();
    for (rule, score) in scores {
        total.add(score);
        println!(
            "{rule:45} found {}/{} silent {}/{} lines {}/{}",
            score.found,
            score.wanted,
            score.silent,
            score.clean,
            score.lines_found,
            score.lines_wanted
        );
        for miss in &score.misses {
            println!("      {miss}");
        }
    }
    let recall = rate(total.found, total.wanted);
    let silence = rate(total.silent, total.clean);
    let lines = rate(total.lines_found, total.lines_wanted);
    println!("recall {recall:.1} % silence {silence:.1} % lines {lines:.1} %");
    assert!(recall >= 97.0, "recall {recall:.1} %");
    assert!(silence >= 99.0, "silence {silence:.1} %");
    assert!(lines >= 95.0, "lines {lines:.1} %");
}

#[test]
fn tier_1_rules_agree_with_the_vectors() {
    let Some(vectors) = corpus::part("vectors") else {
        return;
    };
    assert_good(&scores(&vectors, |source| match source {
        "real-connectors" | "apim-sample" => SeverityProfile::Connector,
        _ => SeverityProfile::Api,
    }));
}

/// Published connectors passed certification: a rule that calls many of them wrong is wrong itself.
#[test]
fn no_rule_calls_many_published_connectors_wrong() {
    let Some(corpus) = corpus::part("corpus") else {
        return;
    };
    let published = corpus::files_named(&corpus, &["/apiDefinition.swagger.json"]);
    let mut by_rule: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for path in &published {
        for finding in findings(path, SeverityProfile::Connector) {
            let names = by_rule.entry(finding.rule).or_default();
            let name = path.parent().and_then(Path::file_name).unwrap();
            let name = name.to_string_lossy().into_owned();
            if finding.severity == Severity::Error && names.last() != Some(&name) {
                names.push(name);
            }
        }
    }
    let limit = published.len() * 6 / 100;
    let mut too_many = Vec::new();
    for (rule, names) in &by_rule {
        println!(
            "{rule:45} {:4} of {} {:?}",
            names.len(),
            published.len(),
            names.iter().take(4).collect::<Vec<_>>()
        );
        if names.len() > limit {
            too_many.push(*rule);
        }
    }
    assert!(too_many.is_empty(), "{too_many:?}");
}

#[test]
fn tier_1_rules_agree_with_the_vectors_in_profile_api() {
    let Some(vectors) = corpus::part("vectors") else {
        return;
    };
    assert_good(&scores(&vectors, |_| SeverityProfile::Api));
}
