//! Which rules run, how loud, and from where on a run fails.

use super::{OPEN, rules};
use crate::support::command::Ran;
use crate::support::sandbox::Sandbox;

fn check(arguments: &[&str]) -> Ran {
    let sandbox = Sandbox::with([("open.json", OPEN)]);
    let all = ["check", "--format", "concise", "open.json"];
    sandbox.oneauth(all.iter().chain(arguments).copied()).run()
}

#[test]
fn selected_and_ignored_rules() {
    let ran = check(&["--select", "transport-http-global"]).expect_exit(1);
    assert_eq!(rules(&ran.stdout), ["open.json transport-http-global"]);
    let ran = check(&["--ignore", "transport-http-global"]).expect_exit(1);
    assert_eq!(rules(&ran.stdout), ["open.json auth-apikey-over-http"]);
    let ran = check(&[
        "--ignore",
        "transport-http-global",
        "--ignore",
        "auth-apikey-over-http",
    ]);
    assert_eq!(ran.expect_exit(0).stdout, "");
    let both = [
        "--select",
        "transport-http-global",
        "--ignore",
        "transport-http-global",
    ];
    assert_eq!(check(&both).expect_exit(0).stdout, "");
    // families by name; what their profile has off stays off
    let ran = check(&["--select", "transport,scope"]).expect_exit(1);
    assert_eq!(rules(&ran.stdout), ["open.json transport-http-global"]);
    let ran = check(&["--select", "transport", "--ignore", "transport"]);
    assert_eq!(ran.expect_exit(0).stdout, "");
}

#[test]
fn an_unknown_rule_is_a_mistake() {
    let ran = check(&["--select", "transport-http-globel"]).expect_exit(2);
    insta::assert_snapshot!(ran.snapshot());
    check(&["--ignore", "no-such-rule"]).expect_exit(2);
    check(&["--profile", "no-such-profile"]).expect_exit(2);
    check(&["--target", "no-such-target"]).expect_exit(2);
}

#[test]
fn the_level_from_which_on_a_run_fails() {
    for (level, code) in [
        ("hint", 1),
        ("info", 1),
        ("warning", 1),
        ("error", 1),
        ("never", 0),
        ("loud", 2),
    ] {
        check(&["--fail-on", level]).expect_exit(code);
    }
    let lone = ["--select", "connector-apim-key-leftover"];
    assert_eq!(check(&lone).expect_exit(0).stdout, "");
}

#[test]
fn a_warning_fails_unless_only_errors_do() {
    let text = OPEN
        .replace(r#"["http", "https"]"#, r#"["https"]"#)
        .replace(r#""in": "header""#, r#""in": "query""#);
    let sandbox = Sandbox::with([("query.json", &*text)]);
    let run = |level: &str| {
        let select = ["--select", "auth-apikey-in-query", "--fail-on", level];
        let all = ["check", "--format", "concise", "query.json"]
            .into_iter()
            .chain(select);
        let ran = sandbox.oneauth(all).run();
        assert!(
            ran.stdout.contains(" warning auth-apikey-in-query "),
            "{}",
            ran.stdout
        );
        ran.exit()
    };
    assert_eq!((run("warning"), run("error"), run("never")), (1, 0, 0));
}

#[test]
fn an_api_and_a_connector_are_judged_differently() {
    let text = "openapi: 3.0.4\ninfo: {title: Parcels, version: '1'}\nservers: [{url: 'https://api.parcel-depot.net'}]\n\
        security: [{key: []}]\npaths: {}\ncomponents: {securitySchemes: {key: {type: apiKey, in: header, name: X-Parcel-Key}}}\n";
    let sandbox = Sandbox::with([("parcels.yaml", text)]);
    let run = |arguments: &[&str]| {
        let all = ["check", "--format", "concise", "parcels.yaml"];
        let ran = sandbox.oneauth(all.iter().chain(arguments).copied()).run();
        rules(&ran.stdout).contains(&"parcels.yaml connector-openapi3".to_owned())
    };
    assert!(run(&[]));
    assert!(run(&["--target", "power-platform"]));
    assert!(!run(&["--target", "openapi"]));
    assert!(!run(&["--profile", "api"]));
}
