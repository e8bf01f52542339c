//! A file that no JSON reader takes fails, and is a finding in the report too.

use crate::support::command::Ran;
use crate::support::sandbox::Sandbox;

const RULE: &str = "connector-file-not-strict-json";
const WHOLE: &str = r#"{"swagger": "2.0", "info": {"title": "Parcels", "version": "1"},
"host": "parcels.example-post.net", "schemes": ["https"], "paths": {}}"#;

fn check(files: &[(&str, &[u8])], more: &[&str]) -> Ran {
    let sandbox = Sandbox::new();
    for (name, bytes) in files {
        sandbox.file(name, bytes);
    }
    let usual = ["check", "api.json", "--format", "concise"];
    sandbox.oneauth(usual.iter().chain(more).copied()).run()
}

#[test]
fn text_after_the_end_is_a_finding_where_it_stands() {
    let text = format!("{WHOLE}\n  , \"paths\": {{}}");
    let ran = check(&[("api.json", text.as_bytes())], &[]);
    assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
    let wanted = format!("api.json:3:3: error {RULE} ");
    assert!(ran.stdout.contains(&wanted), "{}", ran.snapshot());
}

#[test]
fn bytes_that_are_no_utf8_are_a_finding_where_they_stand() {
    let text = WHOLE.replace("Parcels", "P\u{1}rcels");
    let bytes: Vec<u8> = text
        .bytes()
        .map(|b| if b == 1 { 0xe4 } else { b })
        .collect();
    let ran = check(&[("api.json", &bytes)], &[]);
    assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
    let wanted = format!("api.json:1:40: error {RULE} ");
    assert!(ran.stdout.contains(&wanted), "{}", ran.snapshot());
}

#[test]
fn a_broken_properties_file_is_a_finding_in_that_file() {
    let files: [(&str, &[u8]); 2] = [
        ("api.json", WHOLE.as_bytes()),
        ("apiProperties.json", b"{\"properties\": {}"),
    ];
    let ran = check(&files, &[]);
    let line = ran.stdout.lines().find(|line| line.contains(RULE));
    let line = line.unwrap_or_else(|| panic!("{}", ran.snapshot()));
    assert!(line.contains("apiProperties.json:1:"), "{line}");
}

#[test]
fn a_rule_that_does_not_run_says_nothing_and_yaml_is_no_json() {
    let ran = check(&[("api.json", b"{\"swagger\": ")], &["--ignore", RULE]);
    assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
    assert!(!ran.stdout.contains(RULE), "{}", ran.snapshot());
    let sandbox = Sandbox::with([("api.yaml", "swagger: [")]);
    let ran = sandbox.oneauth(["check", "api.yaml", "--format", "concise"]);
    let ran = ran.run();
    assert!(!ran.stdout.contains(RULE), "{}", ran.snapshot());
}
