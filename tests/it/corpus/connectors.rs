//! `check` on the published connectors, against what an independent count says of each and what
//! people verified by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::support::command::oneauth;
use crate::support::corpus;

/// A finding's rule, and the places it speaks of: true for the properties file.
struct Found {
    rule: String,
    places: Vec<(bool, String)>,
}

/// What `check` says of each connector, by its folder's name below the corpus.
fn checked(root: &Path) -> BTreeMap<String, Vec<Found>> {
    let folder = root.display().to_string();
    let ran = oneauth(["check", &folder, "--format", "json", "--no-config"]).run();
    let report: Value = serde_json::from_str(&ran.stdout).expect("a report");
    let mut out: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for file in report["files"].as_array().into_iter().flatten() {
        let path = file["path"].as_str().unwrap_or_default();
        let below = Path::new(path).strip_prefix(root).expect("below");
        let name = below.parent().expect("a folder").display().to_string();
        let findings = file["findings"].as_array().into_iter().flatten();
        out.entry(name).or_default().extend(findings.map(found));
    }
    out
}

fn found(finding: &Value) -> Found {
    let related = finding["related"].as_array().into_iter().flatten();
    let places = std::iter::once(&finding["place"]).chain(related);
    let place = |place: &Value| {
        let text = |key: &str| place[key].as_str().unwrap_or_default().to_owned();
        let in_properties = text("path").to_lowercase().ends_with("apiproperties.json");
        (in_properties, text("pointer"))
    };
    Found {
        rule: finding["rule"].as_str().unwrap_or_default().to_owned(),
        places: places.map(place).collect(),
    }
}

/// Flags of the count, and the rules that say the same.
const FLAGS: &[(&str, &[&str])] = &[
    ("apikey-in-query", &["auth-apikey-in-query"]),
    ("schemes-http-only", &["transport-http-global"]),
    ("schemes-http+https", &["transport-http-global"]),
    ("schemes-http-first", &["transport-http-global"]),
    ("multi-definitions", &["connector-one-auth-type"]),
    ("security-AND", &["connector-combined-auth"]),
    (
        "undefined-requirement",
        &["security-requirement-undefined-scheme"],
    ),
    ("undefined-scope", &["scope-undefined"]),
    ("implicit-flow", &["oauth-implicit-flow"]),
    (
        "operation-empty-security",
        &[
            "security-empty-array-operation",
            "security-optional-operation",
        ],
    ),
    (
        "operation-security-differs",
        &["connector-operation-auth-override"],
    ),
    ("host-placeholder", &["example-host"]),
    ("host-nonprod", &["non-production-host", "example-host"]),
    (
        "host-schema-invalid",
        &["host-invalid", "connector-host-missing"],
    ),
    ("schemes-empty", &["transport-scheme-undefined"]),
    (
        "security-OR",
        &[
            "connector-one-auth-type",
            "security-requirement-undefined-scheme",
        ],
    ),
    (
        "credential-as-parameter",
        &["credential-in-url-parameter", "auth-header-as-parameter"],
    ),
    (
        "credential-parameter-with-default",
        &["credential-in-url-parameter"],
    ),
];

/// Judged by hand: the count is coarser than what it counts. The password of a file or a meeting
/// that is passed on, a token in a header that no scheme names, and the top-level domain `.dev`.
const JUDGED: &[(&str, &str)] = &[
    ("Cloudmersive PDF", "credential-as-parameter"),
    ("Delinea Secret Server", "credential-as-parameter"),
    ("microsoftschooldatasyncv2", "credential-as-parameter"),
    ("WebexIntegration", "credential-as-parameter"),
    ("Sparse Power Box Tools", "host-nonprod"),
    ("Star Wars", "host-nonprod"),
    ("Climatiq", "host-nonprod"),
    ("Delinea Secret Server", "host-nonprod"),
    ("CopilotForFinanceCommunications", "host-nonprod"),
];

#[test]
fn flags_of_the_count_are_found() {
    let Some(root) = corpus::part("corpus") else {
        return;
    };
    let checked = checked(&root);
    let text = std::fs::read_to_string(root.join("stats.json")).unwrap();
    let stats: Vec<Value> = serde_json::from_str(&text).unwrap();
    let (mut flagged, mut missed, mut judged) = (0, BTreeSet::new(), 0);
    for entry in &stats {
        let path = entry["path"].as_str().unwrap();
        let findings = checked.get(path).map_or(&[][..], Vec::as_slice);
        let is_unread = findings
            .iter()
            .any(|one| one.rule == "connector-file-not-strict-json");
        let flags = entry["flags"].as_array().into_iter().flatten();
        for flag in flags.filter_map(Value::as_str) {
            let Some((_, rules)) = FLAGS.iter().find(|(name, _)| *name == flag) else {
                continue;
            };
            flagged += 1;
            let name = path.rsplit('/').next().unwrap_or_default();
            let is_found = findings
                .iter()
                .any(|one| rules.contains(&one.rule.as_str()));
            if JUDGED.contains(&(name, flag)) {
                judged += 1;
            } else if !is_found && !is_unread {
                missed.insert(format!("{path}: {flag}"));
            }
        }
    }
    eprintln!(
        "{} connectors, {flagged} flags, {judged} judged by hand, missed: {missed:#?}",
        stats.len()
    );
    assert!(missed.len() * 100 <= stats.len(), "{missed:#?}");
}

/// A place that a case names.
struct Named {
    in_properties: bool,
    pointer: String,
    is_absent: bool,
}

/// The cases: a folder, and the places named.
fn cases(text: &str) -> Vec<(String, Vec<Named>)> {
    let mut out: Vec<(String, Vec<Named>)> = Vec::new();
    for line in text.lines() {
        let heading = line
            .strip_prefix("## ")
            .and_then(|rest| rest.split_once(". "));
        if let Some((_, folder)) = heading.filter(|(number, _)| number.parse::<u32>().is_ok()) {
            out.push((folder.to_owned(), Vec::new()));
        }
        let named = line
            .strip_prefix("- `")
            .and_then(|rest| rest.split_once('`'));
        if let (Some((place, rest)), Some((_, places))) = (named, out.last_mut()) {
            let (file, pointer) = place.split_at(1);
            places.push(Named {
                in_properties: file == "P",
                pointer: pointer.to_owned(),
                is_absent: rest.contains("(absent)"),
            });
        }
    }
    out
}

/// Places that are named as the surroundings of a problem and are right themselves: the good one
/// beside the wrong one.
const SURROUNDINGS: &[(&str, &str)] = &[
    ("Scrive eSign", "/security/1/oauth2-auth"),
    ("OrbusInfinity", "/security/0"),
];

/// True when a place speaks of a pointer: the same, a parent, a child, or, of a member that is
/// missing at the root, the whole document.
fn speaks_of(at: &str, pointer: &str, is_absent: bool) -> bool {
    let below = |one: &str, other: &str| !other.is_empty() && one.starts_with(&format!("{other}/"));
    let missing = is_absent && at.is_empty() && pointer.matches('/').count() == 1;
    missing || at == pointer || below(at, pointer) || below(pointer, at)
}

#[test]
fn problems_that_people_verified_are_found_at_every_place() {
    let Some(root) = corpus::part("corpus") else {
        return;
    };
    let checked = checked(&root);
    let text = std::fs::read_to_string(root.join("real_problems.md")).unwrap();
    let (mut folders, mut places, mut missed) = (0, 0, Vec::new());
    for (folder, named) in cases(&text) {
        let Some(findings) = checked.get(&folder) else {
            continue;
        };
        folders += 1;
        let name = folder.rsplit('/').next().unwrap_or_default();
        for place in named {
            let told = findings.iter().flat_map(|one| &one.places);
            let mut same_file = told.filter(|(properties, _)| *properties == place.in_properties);
            let is_told = same_file.any(|(_, at)| speaks_of(at, &place.pointer, place.is_absent));
            let surrounds = SURROUNDINGS.contains(&(name, place.pointer.as_str()));
            places += usize::from(!surrounds);
            if !is_told && !surrounds {
                missed.push(format!("{folder}: {}", place.pointer));
            }
        }
    }
    eprintln!("{folders} cases, {places} places, missed: {missed:#?}");
    assert!(folders > 0 && places > 0);
    assert_eq!(missed, Vec::<String>::new());
}
