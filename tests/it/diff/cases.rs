//! `fixtures/diffs/<case>/{old,new}.{yaml,json}`: what is reported of each, beside it.

use std::path::{Path, PathBuf};

use oneauth::document::Document;

use super::support::{compared, parsed, rules, shown};
use crate::support::command::repository;

fn folder() -> PathBuf {
    repository().join("fixtures/diffs")
}

fn side(case: &Path, side: &str) -> Document {
    let mut files = ["yaml", "json"]
        .iter()
        .map(|extension| case.join(format!("{side}.{extension}")));
    let path = files
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("{}: no {side}", case.display()));
    let name = path
        .file_name()
        .expect("a case has a name")
        .to_string_lossy()
        .into_owned();
    parsed(
        &name,
        &std::fs::read_to_string(path).expect("the fixture is there"),
    )
}

fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("the fixture is there");
    let mut all: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    all.retain(|path| path.is_dir());
    all.sort();
    all
}

#[test]
fn every_case_is_reported_as_its_snapshot_says() {
    for case in cases() {
        let (old, new) = (side(&case, "old"), side(&case, "new"));
        let there = shown(&compared(&old, &new));
        let back = shown(&compared(&new, &old));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&case);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| {
            insta::assert_snapshot!("differences", format!("{there}\nand back\n{back}"));
        });
    }
}

#[test]
fn what_means_the_same_is_no_difference() {
    let same = cases().into_iter().filter(|case| {
        let name = case
            .file_name()
            .expect("a case has a name")
            .to_string_lossy()
            .into_owned();
        name.starts_with("same-")
    });
    let mut count = 0;
    for case in same {
        let (old, new) = (side(&case, "old"), side(&case, "new"));
        for (a, b) in [(&old, &new), (&new, &old)] {
            let found = compared(a, b);
            assert!(found.is_empty(), "{}:\n{}", case.display(), shown(&found));
        }
        count += 1;
    }
    assert!(count >= 4, "only {count} cases");
}

/// One edit each: the rule, what it means for clients, what for strangers.
const JUDGED: &[(&str, &str, &str, &str)] = &[
    (
        "key-renamed",
        "diff:apikey-location-changed",
        "breaks",
        "neutral",
    ),
    (
        "key-to-query",
        "diff:apikey-location-changed",
        "breaks",
        "weaker",
    ),
    (
        "key-to-basic",
        "diff:auth-type-changed",
        "breaks",
        "neutral",
    ),
    (
        "global-security-removed",
        "diff:operation-became-public",
        "no",
        "weaker",
    ),
    (
        "alternative-added",
        "diff:requirement-added",
        "no",
        "weaker",
    ),
    (
        "second-scheme-required",
        "diff:requirement-added",
        "breaks",
        "stronger",
    ),
    (
        "operation-opted-out",
        "diff:operation-became-public",
        "no",
        "weaker",
    ),
    (
        "server-to-http",
        "diff:transport-downgrade",
        "breaks",
        "weaker",
    ),
    (
        "token-url-stolen",
        "diff:oauth-url-changed",
        "may",
        "weaker",
    ),
    (
        "authorization-host-changed",
        "diff:oauth-url-changed",
        "may",
        "neutral",
    ),
    (
        "scope-undefined",
        "diff:defined-scope-changed",
        "may",
        "neutral",
    ),
    ("scope-required", "diff:scope-added", "breaks", "stronger"),
    (
        "flow-to-implicit",
        "diff:oauth-flow-changed",
        "breaks",
        "weaker",
    ),
    (
        "swagger-key-to-basic",
        "diff:auth-type-changed",
        "breaks",
        "neutral",
    ),
    ("secret-appeared", "diff:secret-introduced", "no", "weaker"),
    (
        "tenant-opened",
        "diff:oauth-tenant-changed",
        "breaks",
        "weaker",
    ),
    (
        "public-operation-added",
        "diff:operation-added-public",
        "no",
        "weaker",
    ),
    (
        "operation-deleted",
        "diff:operation-removed",
        "breaks",
        "neutral",
    ),
    (
        "path-template-changed",
        "diff:operation-moved",
        "breaks",
        "neutral",
    ),
    (
        "parameter-location-changed",
        "diff:input-location-changed",
        "breaks",
        "neutral",
    ),
    (
        "required-input-added",
        "diff:required-input-added",
        "breaks",
        "neutral",
    ),
    ("output-deleted", "diff:output-removed", "breaks", "neutral"),
    (
        "output-type-changed",
        "diff:output-type-changed",
        "breaks",
        "neutral",
    ),
    (
        "output-format-changed",
        "diff:output-format-changed",
        "may",
        "neutral",
    ),
    (
        "input-enum-value-removed",
        "diff:input-enum-value-removed",
        "breaks",
        "neutral",
    ),
    (
        "input-enum-added",
        "diff:input-enum-added",
        "breaks",
        "neutral",
    ),
    (
        "output-enum-removed",
        "diff:output-enum-removed",
        "may",
        "neutral",
    ),
    (
        "operation-hidden",
        "diff:operation-hidden",
        "may",
        "neutral",
    ),
    (
        "trigger-changed",
        "diff:trigger-changed",
        "breaks",
        "neutral",
    ),
];

#[test]
fn one_edit_is_one_rule_with_its_verdict() {
    for (name, rule, compatibility, posture) in JUDGED {
        let case = folder().join(name);
        let found = compared(&side(&case, "old"), &side(&case, "new"));
        assert_eq!(rules(&found), [*rule], "{name}:\n{}", shown(&found));
        for one in &found.differences {
            let verdict = (one.compatibility.name(), one.posture.name());
            assert_eq!(verdict, (*compatibility, *posture), "{name}");
        }
    }
}
