//! `oneauth convert` as a user runs it.

use crate::support::command::oneauth;

const CASE: &str = "fixtures/converts/servers-first-kept/input.yaml";

#[test]
fn the_result_goes_to_standard_output_and_the_losses_to_standard_error() {
    let ran = oneauth(["convert", CASE, "--target", "openapi"]).run();
    assert_eq!(ran.code, Some(0));
    let expected = include_str!("../../../fixtures/converts/servers-first-kept/output.json");
    assert_eq!(ran.stdout, expected.replace("\r\n", "\n"));
    assert!(
        ran.stderr
            .contains("input.yaml:9:5: warning[server-dropped] another server")
    );
    assert!(
        ran.stderr
            .ends_with("Not carried over: 1 warning, 1 info.\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn strict_refuses_any_loss() {
    let ran = oneauth(["convert", CASE, "--strict"]).run();
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("server-dropped"));
    let lossless = "fixtures/converts/servers-none/input.yaml";
    assert_eq!(
        oneauth(["convert", lossless, "--strict"]).run().code,
        Some(0)
    );
}

#[test]
fn losses_are_told_to_programs() {
    let ran = oneauth(["convert", CASE, "--strict", "--report", "json"]).run();
    let report: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(report["losses"][1]["kind"], "server-dropped");
    assert_eq!(report["losses"][1]["line"], 9);
    assert_eq!(report["losses"][1]["pointer"], "/servers/2");
    let ran = oneauth(["convert", CASE, "--strict", "--report", "jsonl"]).run();
    assert_eq!(ran.stdout.lines().count(), 2);
}

#[test]
fn a_file_is_written_in_the_syntax_of_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.yaml");
    let ran = oneauth(["convert", CASE, "-o", path.to_str().unwrap()]).run();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.starts_with("swagger: '2.0'\n"), "{text}");
}

#[test]
fn what_is_no_openapi_3_is_refused_with_its_place() {
    let ran = oneauth(["convert", "fixtures/converts/servers-none/output.json"]).run();
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("the document is Swagger 2.0 already"),
        "{}",
        ran.stderr
    );
}

const TOKENS: &str = r#"{"openapi": "3.0.3", "info": {"title": "Parcels", "version": "1"},
    "servers": [{"url": "https://parcels.example-post.net"}],
    "security": [{"token": []}, {"person": ["openid"]}], "paths": {},
    "components": {"securitySchemes": {
        "token": {"type": "http", "scheme": "bearer"},
        "person": {"type": "openIdConnect",
            "openIdConnectUrl": "https://id.example-post.net/.well-known/openid-configuration"}}}}"#;

fn schemes(arguments: &[&str]) -> serde_json::Value {
    let ran = oneauth([&["convert", "-"], arguments].concat())
        .input(TOKENS)
        .run();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let result: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    result["securityDefinitions"].clone()
}

#[test]
fn tokens_of_a_known_provider_become_oauth() {
    let all = schemes(&["--provider", "gitlab", "--scope", "api=Everything"]);
    let known = serde_json::json!({"read_user": "", "api": "Everything"});
    let mut asked = known.clone();
    asked["openid"] = "".into();
    for (name, scopes) in [("token", known), ("person", asked)] {
        let expected = serde_json::json!({
            "type": "oauth2",
            "flow": "accessCode",
            "authorizationUrl": "https://gitlab.com/oauth/authorize",
            "tokenUrl": "https://gitlab.com/oauth/token",
            "scopes": scopes,
        });
        assert_eq!(all[name], expected);
    }
    assert_eq!(schemes(&[])["token"]["type"], "apiKey");
    let urls = [
        "--authorization-url",
        "https://id.example-post.net/sign-in",
        "--token-url",
    ];
    let own = schemes(&[&urls[..], &["https://id.example-post.net/token"]].concat());
    assert_eq!(
        own["person"]["tokenUrl"],
        "https://id.example-post.net/token"
    );
}

#[test]
fn oauth_that_cannot_be_is_refused() {
    let refused = [
        (TOKENS, &["--provider", "gitlub"][..], "did you mean"),
        (
            TOKENS,
            &["--token-url", "https://id.example-post.net/token"],
            "both addresses",
        ),
        (
            TOKENS,
            &["--provider", "gitlab", "--token-url", "x"],
            "cannot be used with",
        ),
        (
            &TOKENS
                .replace("bearer", "basic")
                .replace("openIdConnect", "none"),
            &["--provider", "gitlab"],
            "takes them",
        ),
    ];
    for (input, arguments, says) in refused {
        let ran = oneauth([&["convert", "-"], arguments].concat())
            .input(input)
            .run();
        assert_eq!(ran.code, Some(2), "{arguments:?}");
        assert!(ran.stderr.contains(says), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn whose_protection_changes_is_said() {
    let input = TOKENS
        .replace("3.0.3", "3.1.0")
        .replace(r#"{"person": ["openid"]}"#, r#"{"key": []}"#)
        .replace(r#""type": "openIdConnect","#, r#""type": "mutualTLS","#)
        .replace(r#""paths": {}"#, r#""paths": {"/parcels": {
            "get": {"responses": {"200": {"description": "Parcels"}}},
            "put": {"security": [{"person": [], "key": []}], "responses": {"200": {"description": "Stored"}}}}}"#)
        .replace(r#""token": {"#, r#""key": {"type": "apiKey", "name": "X-Key", "in": "header"}, "token": {"#);
    let ran = oneauth(["convert", "-", "--target", "openapi"])
        .input(input.as_str())
        .run();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let says = ran
        .stderr
        .split_once("Effect on who gets in: ")
        .map(|(_, says)| says);
    let says = says.unwrap_or_else(|| panic!("{}", ran.stderr));
    for line in [
        "connections must be created again: the authentication type changed; security is weaker\n",
        "  PUT /parcels\n    - apiKey (header X-Key) AND mutualTLS, encrypted\n    + apiKey (header X-Key), encrypted\n",
        "the security scheme `token` changed from bearer to apiKey (header Authorization)",
    ] {
        assert!(says.contains(line), "{line}\n{says}");
    }
    let report = oneauth(["convert", "-", "--strict", "--report", "json"])
        .input(input)
        .run();
    let report: serde_json::Value = serde_json::from_str(&report.stdout).unwrap();
    assert_eq!(report["effect"]["security"].as_array().unwrap().len(), 2);
}
