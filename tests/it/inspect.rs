//! `oneauth inspect`, through the binary.

use crate::support::sandbox::Sandbox;

#[test]
fn an_export_with_three_schemes() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/apim-oauth/2.0.before.json", "export.json");
    insta::assert_snapshot!(sandbox.oneauth(["inspect", "export.json"]).run().snapshot());
}

#[test]
fn security_on_operations_only() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/bff-key/3.0.before.yaml", "export.yaml");
    let ran = sandbox
        .oneauth(["inspect", "export.yaml", "--target", "openapi"])
        .run();
    insta::assert_snapshot!(ran.snapshot());
}

#[test]
fn as_json_it_fits_its_schema() {
    let sandbox = Sandbox::new();
    sandbox.fixture("scenarios/or-of-three/3.0.before.json", "export.json");
    let ran = sandbox
        .oneauth(["inspect", "export.json", "--format", "json"])
        .run();
    insta::assert_snapshot!(ran.snapshot());
    assert_fits_schema(&ran.stdout);
}

fn assert_fits_schema(json: &str) {
    let schema = include_str!("../../docs/inspect.schema.json");
    let schema: serde_json::Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is sound");
    let found: serde_json::Value = serde_json::from_str(json).expect("it is JSON");
    let errors: Vec<String> = validator
        .iter_errors(&found)
        .map(|e| e.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn other_documents_are_named_for_what_they_are() {
    let texts = [
        ("swagger12.json", r#"{"swaggerVersion": "1.2", "apis": []}"#),
        ("async.yaml", "asyncapi: 3.0.0\nchannels: {}\n"),
        (
            "postman.json",
            r#"{"info": {"_postman_id": "1", "name": "x"}, "item": []}"#,
        ),
        ("api.raml", "#%RAML 1.0\ntitle: Parcels\n"),
        (
            "page.json",
            "<!DOCTYPE html><html><title>Sign in</title></html>",
        ),
        (
            "page.yaml",
            "<!DOCTYPE html><html><title>Sign in</title></html>",
        ),
        ("empty.json", ""),
        ("empty.yaml", "# nothing here\n"),
        ("array.json", "[1, 2]"),
        ("future.yaml", "openapi: 4.0.0\n"),
        ("old.json", r#"{"swagger": "1.1"}"#),
        ("both.json", r#"{"swagger": "2.0", "openapi": "3.0.0"}"#),
        ("other.json", r#"{"name": "x", "version": "1"}"#),
        (
            "apiProperties.json",
            r#"{"properties": {"connectionParameters": {}}}"#,
        ),
    ];
    let sandbox = Sandbox::with(texts);
    let mut shown = String::new();
    for (name, _) in texts {
        let ran = sandbox.oneauth(["inspect", name]).run();
        assert_eq!(ran.code, Some(2), "{}", ran.snapshot());
        shown.push_str(&ran.snapshot());
        shown.push('\n');
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_pipe_a_folder_and_hostile_text() {
    let sandbox = Sandbox::new();
    sandbox.fixture(
        "scenarios/apim-basic/2.0.after.json",
        "Parcels/apiDefinition.swagger.json",
    );
    let folder = sandbox.oneauth(["inspect", "Parcels"]).run();
    assert_eq!(folder.code, Some(0), "{}", folder.snapshot());
    let text = "swagger: \"2.0\"\ninfo: {title: x, version: '1'}\npaths:\n  \"/a\\e[31m\\u202e\": {get: {responses: {}}}\n";
    let piped = sandbox.oneauth(["inspect", "-"]).input(text).run();
    assert!(!piped.stdout.contains('\u{1b}') && !piped.stdout.contains('\u{202e}'));
    insta::assert_snapshot!(piped.snapshot());
    let text = text.replace("\\e", "\\x9b");
    for command in [&["inspect", "-"][..], &["rewrite", "-", "--to", "basic"]] {
        let json = command.iter().chain(&["--format", "json"]).copied();
        let piped = sandbox.oneauth(json).input(&*text).run();
        let out = &piped.stdout;
        assert!(out.contains("\\u009b[31m\\u202e"), "{out}");
        assert!(!out.contains(['\u{9b}', '\u{202e}']), "{out}");
    }
}

#[test]
fn patterns_and_what_the_target_can_do_of_them() {
    let document = r#"openapi: 3.0.3
info: {title: Parcel Tracking API, version: "1"}
paths: {}
components:
  securitySchemes:
    service:
      type: oauth2
      description: Services send a JWT assertion (RFC 7523).
      flows:
        clientCredentials:
          tokenUrl: https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token
          scopes: {parcels.read: Read parcels}
    counter: {type: http, scheme: basic}
"#;
    let sandbox = Sandbox::with([("export.yaml", document)]);
    let shown = sandbox.oneauth(["inspect", "export.yaml"]).run();
    insta::assert_snapshot!(shown.snapshot());
    let json = sandbox
        .oneauth(["inspect", "export.yaml", "--format", "json"])
        .run();
    assert_fits_schema(&json.stdout);
    assert!(
        json.stdout.contains("\"by\": \"parameter-set\""),
        "{}",
        json.stdout
    );
    let elsewhere = sandbox
        .oneauth(["inspect", "export.yaml", "--target", "openapi"])
        .run();
    assert!(
        elsewhere.stdout.contains("the platform does it"),
        "{}",
        elsewhere.stdout
    );
}
