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
fn a_person_reads_it_once_and_a_program_reads_both() {
    let broken = WHOLE.replace("}}", "");
    let sandbox = Sandbox::with([("api.json", &*broken)]);
    sandbox.file("wide.json", b"\xff\xfe{\0");
    for format in ["human", "concise", "github"] {
        let ran = sandbox.oneauth(["check", "api.json", "wide.json", "--format", format]);
        let out = ran.run().expect_exit(2).stdout;
        assert_eq!(out.matches("is never closed").count(), 1, "{out}");
        assert_eq!(out.matches("it is UTF-16LE").count(), 1, "{out}");
    }
    let ran = sandbox.oneauth(["check", "api.json", "--format", "json"]);
    let out = ran.run().expect_exit(2).stdout;
    assert_eq!(out.matches("is never closed").count(), 2, "{out}");
    let ran = sandbox.oneauth(["check", "api.json", "--ignore", RULE]);
    let out = ran.run().expect_exit(2).stdout;
    assert_eq!(out.matches("is never closed").count(), 1, "{out}");
}

/// Nothing is known of the members of a text that nobody can read: what looks like a secret near
/// the mistake is covered, in the excerpt and in the words.
#[test]
fn an_excerpt_of_a_broken_text_shows_no_secret() {
    let token = format!("ghp_{}", "4kT9wQ2mZ7xR1vB8nL5cJ3hG6fD0sYpAeUi1");
    let secret = "k8F~20sLq9Zx7Vt3Wm";
    for (name, text) in [
        ("token.json", token.clone()),
        (
            "member.json",
            WHOLE.replace("\"paths\"", &format!("\"clientSecret\": \"{secret}\\q\"")),
        ),
        (
            "unquoted.yaml",
            format!("openapi: 3.0.3\nclient_secret: {secret}: x\n"),
        ),
        (
            "alias.yaml",
            format!("openapi: 3.0.3\npassword: *{secret}\n"),
        ),
    ] {
        let sandbox = Sandbox::with([(name, &*text)]);
        for format in ["human", "json", "sarif"] {
            let ran = sandbox.oneauth(["check", name, "--format", format]).run();
            let shown = ran.expect_exit(2).snapshot();
            for hidden in [&token[8..], &secret[8..]] {
                assert!(!shown.contains(hidden), "{name}: {shown}");
            }
        }
    }
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
