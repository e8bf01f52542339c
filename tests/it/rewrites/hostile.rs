//! Documents and arguments that set traps: what comes out is right, or a message says why not.

use crate::support::command::Ran;
use crate::support::sandbox::Sandbox;

const KEY: &str = r#"{"swagger":"2.0","info":{"title":"Parcel Tracking API","version":"1"},
"host":"apim-parcels.azure-api.net",
"paths":{"/parcels":{"get":{"responses":{"200":{"description":"ok"}}}}},
"securityDefinitions":{"key":{"type":"apiKey","name":"X-Key","in":"header"}},
"security":[{"key":[]}]}"#;

const YAML: &str = "\
openapi: 3.0.0
info: {title: Parcel Tracking API, version: '1'}
x-usual: &usual
  - key: [ ] # as everywhere
paths:
  /parcels:
    get:
      security: *usual
      responses: {'200': {description: ok}}
    post:
      security: [ {key: [ ]} ]
      responses: {'200': {description: ok}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: http, scheme: basic}
security:
- key: [ ]
- { }
";

fn rewrite(text: &str, name: &str, arguments: &[&str]) -> (Sandbox, Ran) {
    let sandbox = Sandbox::with([(name, text)]);
    let mut all = vec!["rewrite", name];
    all.extend(arguments);
    let ran = sandbox.oneauth(all).run();
    (sandbox, ran)
}

/// The run failed, said this, and wrote nothing.
fn refused(text: &str, arguments: &[&str], says: &[&str]) {
    let (sandbox, ran) = rewrite(text, "export.json", arguments);
    assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
    for words in says {
        assert!(ran.stderr.contains(words), "{words}: {}", ran.snapshot());
    }
    assert_eq!(sandbox.read("export.json"), text);
}

#[test]
fn a_requirement_behind_an_alias_is_lifted_too() {
    let (_sandbox, ran) = rewrite(YAML, "export.yaml", &["--to", "basic", "-o", "-"]);
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    assert!(!ran.stdout.contains("*usual"), "{}", ran.stdout);
    assert!(
        ran.stdout
            .contains("x-usual: &usual\n  - key: [ ] # as everywhere")
    );
    assert!(
        ran.stdout.ends_with("security:\n- login: [ ]\n"),
        "{}",
        ran.stdout
    );
}

#[test]
fn operations_keep_the_layout_of_what_they_require() {
    let arguments = ["--to", "basic", "--target", "openapi", "-o", "-"];
    let (_sandbox, ran) = rewrite(YAML, "export.yaml", &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    assert!(
        ran.stdout.contains("      security: [ {login: [ ]} ]\n"),
        "{}",
        ran.stdout
    );
    assert!(!ran.stdout.contains("*usual"), "{}", ran.stdout);
}

#[test]
fn calls_without_a_credential_do_not_end_in_silence() {
    let arguments = ["--to", "basic", "--check", "--format", "json"];
    let (_sandbox, ran) = rewrite(
        &YAML.replace("security: *usual", "x-a: 1"),
        "export.yaml",
        &arguments,
    );
    let wire: serde_json::Value = serde_json::from_str(&ran.stdout).expect("it is JSON");
    let warnings = wire["warnings"].as_array().expect("a list");
    let ends = warnings.iter().find(|one| one["id"] == "anonymous-ends");
    let ends = ends.expect("it is told");
    assert_eq!(ends["operations"], serde_json::json!(["GET /parcels"]));
}

/// Swagger 2.0 writes a bearer token as a key; it is not the key that the gateway asks for.
#[test]
fn a_new_key_is_not_the_key_of_the_gateway() {
    let text = r#"{"swagger":"2.0","info":{"title":"Parcel Tracking API","version":"1"},
"securityDefinitions":{"key":{"type":"apiKey","in":"header","name":"Ocp-Apim-Subscription-Key"}},
"security":[{"key":[]}],"paths":{"/parcels":{"get":{"responses":{"200":{"description":"ok"}}}}}}"#;
    for (arguments, told) in [
        (&["--to", "bearer"][..], true),
        (&["--to", "api-key"], false),
    ] {
        let (_sandbox, ran) = rewrite(text, "export.json", arguments);
        assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
        let tells = ran.stdout.contains("the gateway no longer asks for `key`");
        assert_eq!(tells, told, "{}", ran.snapshot());
    }
}

#[test]
fn scopes_of_operations_are_filled_in_where_they_stay() {
    let text = r#"{"openapi":"3.0.0","info":{"title":"Parcel Tracking API","version":"1"},
"paths":{"/parcels":{"get":{"security":[{"login":["api://{{CLIENT}}/read"]}],"responses":{"200":{"description":"ok"}}}}},
"components":{"securitySchemes":{"login":{"type":"oauth2","flows":{"authorizationCode":{
"authorizationUrl":"https://login.example.com/a","tokenUrl":"https://login.example.com/t",
"scopes":{"api://{{CLIENT}}/read":""}}}}}}}"#;
    let arguments = [
        "--to",
        "oauth2",
        "--set",
        "CLIENT=parcels",
        "--target",
        "openapi",
        "-o",
        "-",
    ];
    let (_sandbox, ran) = rewrite(text, "export.json", &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    assert!(!ran.stdout.contains("{{CLIENT}}"), "{}", ran.stdout);
    assert!(
        ran.stdout.contains(r#"[{"login":["api://parcels/read"]}]"#),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_scheme_made_over_must_suit_the_target_as_a_new_one_must() {
    let arguments = [
        "--to",
        "api-key",
        "--query",
        "key",
        "--target",
        "gpt-actions",
    ];
    refused(KEY, &arguments, &["gpt-actions", "in the query", "--to"]);
}

#[test]
fn a_target_that_refuses_security_gets_none() {
    let arguments = ["--to", "basic", "--target", "bedrock-agentcore"];
    refused(
        KEY,
        &arguments,
        &["refuses a document that has security", "--to none"],
    );
    let arguments = [
        "--to",
        "none",
        "--accept-public",
        "--target",
        "bedrock-agentcore",
        "-o",
        "-",
    ];
    let open = YAML.replace("security: *usual", "security: []");
    let (_sandbox, ran) = rewrite(&open, "export.yaml", &arguments);
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    assert!(!ran.stdout.contains("security:"), "{}", ran.stdout);
}

#[test]
fn a_target_that_ignores_security_is_named() {
    let arguments = ["--to", "basic", "--target", "apim-import", "--check"];
    let (_sandbox, ran) = rewrite(KEY, "export.json", &arguments);
    assert_eq!(ran.code, Some(1), "{}", ran.snapshot());
    assert!(
        ran.stdout.contains("does not read the security"),
        "{}",
        ran.stdout
    );
}

#[test]
fn arguments_that_fit_nothing_are_refused() {
    for (arguments, says) in [
        (&["--to", "api-key", "--header", ""][..], "is no name"),
        (&["--to", "api-key", "--header", "X Key"], "is no name"),
        (&["--to", "api-key", "--query", "a\nb"], "is no name"),
        (&["--to", "basic", "--name", ""], "is no name"),
        (&["--to", "basic", "--header", "X-Key"], "--to api-key"),
        (&["--keep", "key", "--query", "key"], "--to api-key"),
        (&["--to", "basic", "--scope", "read"], "--to oauth2"),
        (
            &[
                "--to",
                "oauth2",
                "--authorization-url",
                "here",
                "--token-url",
                "https://a.example/t",
            ],
            "is no URL",
        ),
        (
            &["--to", "basic", "--set", "A={{A}}"],
            "holds the placeholder",
        ),
        (
            &["--to", "basic", "--set", "NOWHERE=value"],
            "no placeholder is called `NOWHERE`",
        ),
        (
            &["--to", "basic", "-o", "nowhere/out.json"],
            "make it first",
        ),
    ] {
        refused(KEY, arguments, &[says]);
    }
}

#[test]
fn a_name_is_for_a_new_scheme() {
    let arguments = ["--to", "api-key", "--name", "other"];
    let (_sandbox, ran) = rewrite(KEY, "export.json", &arguments);
    assert!(
        ran.stdout.contains("`key` keeps its name"),
        "{}",
        ran.snapshot()
    );
    let arguments = ["--to", "bearer", "--name", "the token"];
    let (_sandbox, ran) = rewrite(YAML, "export.yaml", &arguments);
    assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
    assert!(ran.stderr.contains("cannot be the name of a scheme"));
}

#[test]
fn the_commands_that_choose_keep_the_target() {
    let arguments = ["--target", "openapi"];
    let (_sandbox, ran) = rewrite(YAML, "export.yaml", &arguments);
    let wanted = "oneauth rewrite export.yaml --keep login --target openapi";
    assert!(ran.stderr.contains(wanted), "{}", ran.snapshot());
}

#[test]
fn a_diff_shows_no_secret() {
    let secret = "AKIAQ7XN4EJ5VDKTPLRM";
    let text = KEY.replace("\"host\"", &format!("\"x-note\":\"{secret}\",\"host\""));
    let text = text.replace(
        "\"security\":[",
        &format!("\"x-other\":\"{secret}\",\"security\":["),
    );
    let (sandbox, ran) = rewrite(&text, "export.json", &["--to", "basic"]);
    assert!(
        ran.stdout.contains("AKIA… (20 characters)"),
        "{}",
        ran.stdout
    );
    assert!(!ran.stdout.contains(secret), "{}", ran.stdout);
    let wire = sandbox
        .oneauth([
            "rewrite",
            "export.json",
            "--to",
            "basic",
            "--format",
            "json",
        ])
        .run();
    assert!(!wire.stdout.contains(secret), "{}", wire.stdout);
    sandbox
        .oneauth(["rewrite", "export.json", "--to", "basic", "-o", "new.json"])
        .run();
    assert!(
        sandbox.read("new.json").contains(secret),
        "only what is shown is masked"
    );
    let diff = sandbox.oneauth(["diff", "export.json", "new.json"]).run();
    assert!(!diff.stdout.contains(secret), "{}", diff.stdout);
    let check = sandbox
        .oneauth(["check", "export.json", "--unsafe-fixes", "--diff"])
        .run();
    assert!(!check.stdout.contains(secret), "{}", check.stdout);
    let made = sandbox
        .oneauth([
            "connector",
            "export.json",
            "-o",
            "Parcels",
            "--to",
            "basic",
            "--diff",
        ])
        .run();
    assert!(
        made.stdout.contains("AKIA… (20 characters)"),
        "{}",
        made.snapshot()
    );
    assert!(!made.stdout.contains(secret), "{}", made.stdout);
}

const FOLDER: [&str; 2] = ["apiDefinition.swagger.json", "apiProperties.json"];

fn folder(properties: &str) -> Sandbox {
    Sandbox::with([(FOLDER[0], KEY), (FOLDER[1], properties)])
}

const API_KEY: &str = r#"{"properties":{"connectionParameters":{"api_key":{"type":"securestring"}},
"capabilities":[]}}"#;

#[test]
fn properties_beside_a_result_that_goes_elsewhere_are_named() {
    let sandbox = folder(API_KEY);
    let ran = sandbox
        .oneauth(["rewrite", ".", "--to", "basic", "-o", "new.json"])
        .run();
    assert!(
        ran.stdout.contains("disagrees with the result"),
        "{}",
        ran.snapshot()
    );
    assert_eq!(sandbox.read(FOLDER[1]), API_KEY);
    let ran = sandbox
        .oneauth(["rewrite", ".", "--to", "basic", "-o", FOLDER[0]])
        .run();
    assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
    assert!(
        sandbox.read(FOLDER[1]).contains("\"password\""),
        "{}",
        ran.snapshot()
    );
}

#[test]
fn properties_that_cannot_be_brought_in_step_are_named() {
    let sets = r#"{"properties":{"connectionParameters":{},"connectionParameterSets":{"uiDefinition":{},
"values":[{"name":"a","parameters":{"api_key":{"type":"securestring"}}}]}}}"#;
    for (properties, says) in [(sets, "several ways to sign in"), ("[]", "no JSON object")] {
        let sandbox = folder(properties);
        let ran = sandbox
            .oneauth(["rewrite", ".", "--to", "basic", "--write"])
            .run();
        assert_eq!(ran.code, Some(0), "{}", ran.snapshot());
        assert!(ran.stdout.contains(says), "{}", ran.snapshot());
        assert_eq!(sandbox.read(FOLDER[1]), properties);
    }
}
