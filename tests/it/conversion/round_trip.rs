//! `convert`, then `check` of what it wrote: the result is a sound document.

use std::path::{Path, PathBuf};

use oneauth::rule::Family;
use serde_json::Value;

use super::fixtures::{cases, input};
use crate::support::command::{oneauth, repository};
use crate::support::corpus::files_named;

/// Mistakes of an input that its conversion keeps, and tells.
const KEPT: &[(&str, &str)] = &[
    ("body-odd", "request-body-not-allowed"),
    ("power-platform-bodies", "request-body-not-allowed"),
    ("info-words", "invalid-document"),
    ("servers-odd-addresses", "base-path-invalid"),
    ("references-into-places", "reference-loop"),
];

fn scenarios() -> Vec<PathBuf> {
    let folder = repository().join("fixtures/scenarios");
    let endings = ["3.0.before.json", "3.0.after.json", "3.0.before.yaml"];
    files_named(&folder, &endings)
}

/// The structural findings of a converted document.
fn structural(path: &Path, target: &str, out: &Path) -> Vec<String> {
    let (from, to) = (path.to_str().unwrap(), out.to_str().unwrap());
    let ran = oneauth(["convert", from, "-q", "--target", target, "-o", to]).run();
    assert_eq!(ran.code, Some(0), "{from}: {}", ran.stderr);
    let arguments = [
        "check",
        "--no-config",
        "--target",
        target,
        "--format",
        "json",
        to,
    ];
    let ran = oneauth(arguments).run();
    let report: Value = serde_json::from_str(&ran.stdout).unwrap();
    let findings = report["files"][0]["findings"].as_array().unwrap();
    let is_structural = |finding: &&Value| {
        let rule = oneauth::rules::find(finding["rule"].as_str().unwrap()).unwrap();
        rule.meta().family == Family::Structure
    };
    let shown = |finding: &Value| {
        let (rule, says) = (&finding["rule"], &finding["message"]);
        format!(
            "{from} for {target}: {rule} {says} {}",
            finding["place"]["pointer"]
        )
    };
    findings.iter().filter(is_structural).map(shown).collect()
}

#[test]
fn a_converted_document_has_no_structural_finding() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.json");
    let mut found = Vec::new();
    let inputs: Vec<PathBuf> = cases()
        .iter()
        .map(|case| input(case))
        .chain(scenarios())
        .collect();
    assert!(inputs.len() >= 100, "{}", inputs.len());
    for path in &inputs {
        for target in ["openapi", "power-platform"] {
            found.extend(structural(path, target, &out));
        }
    }
    let is_kept = |line: &String| {
        let mut kept = KEPT.iter();
        kept.any(|(case, rule)| line.contains(&format!("/{case}/")) && line.contains(rule))
    };
    found.retain(|line| !is_kept(line));
    assert!(found.is_empty(), "{}", found.join("\n"));
}
