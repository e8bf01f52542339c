//! `oneauth.yaml`: found upwards, overridden, mistaken, shown.

use super::{OPEN, rules};
use crate::support::sandbox::Sandbox;

const CHECK: [&str; 4] = ["check", "--format", "concise", "api"];

#[test]
fn the_nearest_one_above_a_file_counts() {
    let sandbox = Sandbox::with([
        ("oneauth.yaml", "rules:\n  transport-http-global: off\n"),
        ("api/one.json", OPEN),
        (
            "api/deep/oneauth.yaml",
            "rules:\n  auth-apikey-over-http: off\n",
        ),
        ("api/deep/er/two.json", OPEN),
    ]);
    let ran = sandbox.oneauth(CHECK).run().expect_exit(1);
    let expected = [
        "api/deep/er/two.json transport-http-global",
        "api/one.json auth-apikey-over-http",
    ];
    assert_eq!(rules(&ran.stdout), expected);
    let ran = sandbox
        .oneauth(CHECK.into_iter().chain(["--no-config"]))
        .run();
    assert_eq!(rules(&ran.stdout).len(), 4);
    let given = CHECK.into_iter().chain(["--config", "oneauth.yaml"]);
    let ran = sandbox.oneauth(given).run();
    assert!(
        !ran.stdout.contains("transport-http-global"),
        "{}",
        ran.stdout
    );
    assert_eq!(rules(&ran.stdout).len(), 2);
}

#[test]
fn an_override_counts_for_its_paths() {
    let config = "\
rules:
  transport-http-global: hint
overrides:
  - paths: [\"api/old/**\"]
    rules:
      transport-http-global: off
      auth-apikey-over-http: off
";
    let sandbox = Sandbox::with([
        ("oneauth.yaml", config),
        ("api/old/a.json", OPEN),
        ("api/b.json", OPEN),
    ]);
    let ran = sandbox.oneauth(CHECK).run().expect_exit(1);
    assert_eq!(
        rules(&ran.stdout),
        [
            "api/b.json transport-http-global",
            "api/b.json auth-apikey-over-http"
        ]
    );
    assert!(
        ran.stdout.contains(": hint transport-http-global "),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_mistake_in_it_is_pointed_at() {
    let sandbox = Sandbox::with([
        ("api/a.json", OPEN),
        ("oneauth.yaml", "rules:\n  transport-http-globel: off\n"),
    ]);
    insta::assert_snapshot!(sandbox.oneauth(CHECK).run().expect_exit(2).snapshot());
}

#[test]
fn an_ignore_sets_aside_and_one_nobody_needs_is_said() {
    let config = "\
ignore:
  - rule: transport-http-global
    paths: [\"api/**\"]
    reason: the gateway redirects
  - rule: auth-basic
    reason: nobody signs in so any more
";
    let sandbox = Sandbox::with([("api/a.json", OPEN), ("oneauth.yaml", config)]);
    let ran = sandbox.oneauth(CHECK).run().expect_exit(1);
    let expected = [
        "api/a.json auth-apikey-over-http",
        "oneauth.yaml suppression-unused",
    ];
    assert_eq!(rules(&ran.stdout), expected, "{}", ran.stdout);
}

#[test]
fn settings_are_shown_with_where_they_come_from() {
    let config = "fail-on: error\nrules:\n  auth-basic: off\n";
    let sandbox = Sandbox::with([("api/a.json", OPEN), ("oneauth.yaml", config)]);
    let arguments = [
        "check",
        "--print-settings",
        "--target",
        "openapi",
        "api/a.json",
    ];
    let ran = sandbox.oneauth(arguments).run().expect_exit(0);
    let line = |name: &str| {
        let line = ran
            .stdout
            .lines()
            .find(|line| line.trim_start().starts_with(name));
        line.unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(line("target "), "target openapi command line");
    assert!(
        line("fail-on ").starts_with("fail-on error oneauth.yaml:1"),
        "{}",
        line("fail-on ")
    );
    assert!(
        line("rules.auth-basic ").starts_with("rules.auth-basic off oneauth.yaml:3"),
        "{}",
        ran.stdout
    );
}
