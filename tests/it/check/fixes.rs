//! `--fix`, `--unsafe-fixes`, `--diff`.

use super::{OPEN, rules, sound};
use crate::support::sandbox::Sandbox;

const DIFF: [&str; 5] = ["check", "--format", "concise", "--diff", "open.json"];
const FIX: [&str; 5] = ["check", "--format", "concise", "--fix", "open.json"];

#[test]
fn a_diff_changes_nothing_and_says_that_something_is_to_do() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let ran = sandbox.oneauth(DIFF).run();
    assert_eq!(sandbox.read("open.json"), OPEN);
    insta::assert_snapshot!(ran.expect_exit(1).snapshot());
    let both = DIFF.into_iter().chain(["--fix"]);
    sandbox.oneauth(both).run().expect_exit(1);
    assert_eq!(sandbox.read("open.json"), OPEN);
    let never = DIFF.into_iter().chain(["--fail-on", "never"]);
    sandbox.oneauth(never).run().expect_exit(0);
}

#[test]
fn a_fix_changes_what_it_names_and_nothing_else() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let ran = sandbox.oneauth(FIX).run().expect_exit(0);
    assert_eq!(ran.stdout, "");
    assert_eq!(sandbox.read("open.json"), sound());
    let again = sandbox.oneauth(FIX).run().expect_exit(0);
    assert_eq!((again.stdout, again.stderr), (String::new(), String::new()));
    assert_eq!(sandbox.read("open.json"), sound());
    assert_eq!(sandbox.oneauth(DIFF).run().expect_exit(0).stdout, "");
    assert_eq!(
        sandbox.files(),
        ["open.json"],
        "no scratch file stays behind"
    );
}

#[test]
fn what_is_suppressed_or_not_selected_is_not_mended() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let other = FIX.into_iter().chain(["--select", "auth-basic"]);
    sandbox.oneauth(other).run().expect_exit(0);
    assert_eq!(sandbox.read("open.json"), OPEN);
    let yaml = "swagger: '2.0'\ninfo: {title: Parcels, version: '1'}\nhost: apim-parcels.azure-api.net\n\
        schemes: [http, https] # oneauth: ignore[transport-http-global] the gateway redirects\npaths: {}\n";
    sandbox.file("open.yaml", yaml);
    let select = ["--select", "transport-http-global"];
    let fix = ["check", "--fix", "open.yaml"].into_iter().chain(select);
    sandbox.oneauth(fix).run().expect_exit(0);
    assert_eq!(sandbox.read("open.yaml"), yaml);
}

#[test]
fn what_may_change_the_meaning_needs_to_be_asked_for() {
    let text = "openapi: 3.0.4\ninfo: {title: Parcels, version: '1'}\n# as measured\n\
        servers: [{url: 'http://api.parcel-depot.net'}]\npaths: {}\n";
    let sandbox = Sandbox::with([("open.yaml", text)]);
    let run = |fix: &str| {
        let all = [
            "check",
            fix,
            "--profile",
            "api",
            "--select",
            "transport-http-server",
            "open.yaml",
        ];
        sandbox.oneauth(all).run().exit()
    };
    assert_eq!(run("--fix"), 1);
    assert_eq!(sandbox.read("open.yaml"), text);
    assert_eq!(run("--unsafe-fixes"), 0);
    assert_eq!(
        sandbox.read("open.yaml"),
        text.replace("http://", "https://")
    );
}

#[test]
fn standard_input_is_not_mended_in_place() {
    let sandbox = Sandbox::new();
    let ran = sandbox.oneauth(["check", "--fix", "-", "--format", "concise"]);
    let ran = ran.input(OPEN).run().expect_exit(2);
    let refused = "standard input cannot be mended in place";
    assert!(
        ran.stdout.contains("transport-http-global"),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains(refused), "{}", ran.stdout);
    let ran = sandbox
        .oneauth(["check", "--diff", "-"])
        .input(OPEN)
        .run()
        .expect_exit(1);
    assert!(
        ran.stdout.contains("+  \"schemes\": [\"https\"],"),
        "{}",
        ran.stdout
    );
}

#[test]
fn what_several_findings_ask_for_is_told_once() {
    let sandbox = Sandbox::new();
    let file = "scenarios/apim-api-key/2.0.before.json";
    sandbox.fixture(file, "api.json");
    let ran = sandbox.oneauth(["check", "--fix", "--format", "concise", "api.json"]);
    let told = ran.run().expect_exit(0).stderr;
    let line = "  - drop `apiKeyQuery`: `apiKeyHeader` is the same key";
    assert!(
        told.starts_with(&format!("Mended api.json:\n{line}\n")),
        "{told}"
    );
    assert_eq!(told.matches(line).count(), 1, "{told}");
}

#[test]
fn a_bad_file_keeps_no_other_from_being_mended() {
    let sandbox = Sandbox::with([("bad.json", "{"), ("open.json", OPEN)]);
    let all = [
        "check",
        "--format",
        "concise",
        "--fix",
        "bad.json",
        "open.json",
    ];
    let ran = sandbox.oneauth(all).run().expect_exit(2);
    assert_eq!(sandbox.read("open.json"), sound());
    assert!(
        rules(&ran.stdout)
            .iter()
            .all(|one| one.starts_with("bad.json")),
        "{}",
        ran.stdout
    );
    assert_eq!(sandbox.read("bad.json"), "{");
}

#[test]
fn a_report_for_programs_stays_whole_beside_a_diff() {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let all = ["check", "--format", "json", "--diff", "open.json"];
    let ran = sandbox.oneauth(all).run().expect_exit(1);
    assert!(
        serde_json::from_str::<serde_json::Value>(&ran.stdout).is_ok(),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stderr.contains("+  \"schemes\": [\"https\"],"),
        "{}",
        ran.stderr
    );
}

#[test]
fn what_lies_beside_a_connector_is_mended_under_its_own_name() {
    let properties = r#"{
  "properties": {
    "connectionParameters": {
      "api_key": {
        "type": "string",
        "uiDefinition": {"displayName": "Key", "constraints": {"required": "true", "clearText": true}}
      }
    }
  }
}
"#;
    let definition = sound();
    let sandbox = Sandbox::with([
        ("apiDefinition.swagger.json", &*definition),
        ("apiProperties.json", properties),
    ]);
    let fix = ["check", "--format", "concise", "--unsafe-fixes", "."];
    let ran = sandbox.oneauth(fix).run().expect_exit(0);
    let told = ran
        .stderr
        .lines()
        .take_while(|line| !line.starts_with("Effect"));
    let mut told: Vec<_> = told.collect();
    let head = told.remove(0);
    assert!(
        head.starts_with("Mended ") && head.ends_with("apiProperties.json:"),
        "{head}"
    );
    assert!(
        !told.is_empty() && told.iter().all(|line| line.starts_with("  - ")),
        "{}",
        ran.stderr
    );
    let expected = properties
        .replace(r#""type": "string""#, r#""type": "securestring""#)
        .replace(r#""clearText": true"#, r#""clearText": false"#);
    assert_eq!(sandbox.read("apiProperties.json"), expected);
    assert_eq!(sandbox.read("apiDefinition.swagger.json"), definition);
    assert_eq!(sandbox.oneauth(fix).run().expect_exit(0).stderr, "");
}
