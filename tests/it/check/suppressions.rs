//! Findings set aside where they stand.

use super::{OPEN, rules};
use crate::support::sandbox::Sandbox;

const YAML: &str = "\
swagger: '2.0'
info: {title: Parcel Tracking API, version: '1'}
host: apim-parcels.azure-api.net
schemes: [http, https]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Parcel-Key}
security:
  - key: []
paths:
  /parcels:
    get:
      operationId: listParcels
      responses: {'200': {description: Parcels}}
";

fn found(name: &str, text: &str) -> Vec<String> {
    let sandbox = Sandbox::with([(name, text)]);
    let ran = sandbox
        .oneauth(["check", "--format", "concise", name])
        .run();
    let cut = |line: String| line.split(' ').nth(1).unwrap_or_default().to_owned();
    rules(&ran.stdout).into_iter().map(cut).collect()
}

fn noted(line: &str, comment: &str) -> Vec<String> {
    found(
        "parcels.yaml",
        &YAML.replacen(line, &format!("{line} {comment}"), 1),
    )
}

#[test]
fn a_comment_sets_aside_what_stands_on_its_line() {
    assert_eq!(
        found("parcels.yaml", YAML),
        ["transport-http-global", "auth-apikey-over-http"]
    );
    let line = "schemes: [http, https]";
    let ignore = "# oneauth: ignore[transport-http-global] the gateway redirects";
    assert_eq!(noted(line, ignore), ["auth-apikey-over-http"]);
    let above = YAML.replacen(line, &format!("{ignore}\n{line}"), 1);
    assert_eq!(found("parcels.yaml", &above), ["auth-apikey-over-http"]);
}

#[test]
fn a_comment_that_is_wrong_is_said_and_sets_aside_nothing() {
    let line = "schemes: [http, https]";
    for comment in [
        "# oneauth: ignore[transport-http-global]",
        "# oneauth: ignore[transport-http-globel] a word",
        "# oneauth: ignore transport-http-global",
    ] {
        let found = noted(line, comment);
        assert!(
            found.contains(&"transport-http-global".to_owned()),
            "{comment}: {found:?}"
        );
        assert!(
            found.contains(&"suppression-invalid".to_owned()),
            "{comment}: {found:?}"
        );
    }
}

#[test]
fn a_comment_nobody_needs_is_said() {
    let found = noted(
        "host: apim-parcels.azure-api.net",
        "# oneauth: ignore[transport-http-global] old",
    );
    assert!(
        found.contains(&"suppression-unused".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"transport-http-global".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_member_in_json_reaches_what_is_below_its_object() {
    let member = |rule: &str, reason: &str| {
        let member = format!(r#""x-oneauth-ignore": {{"{rule}": "{reason}"}},"#);
        OPEN.replacen("\"info\":", &format!("{member}\n  \"info\":"), 1)
    };
    let text = member("transport-http-global", "the gateway redirects");
    assert_eq!(found("parcels.json", &text), ["auth-apikey-over-http"]);
    let text = member("transport-http-global", "");
    let found = found("parcels.json", &text);
    assert!(
        found.contains(&"suppression-invalid".to_owned()),
        "{found:?}"
    );
    assert!(
        found.contains(&"transport-http-global".to_owned()),
        "{found:?}"
    );
}

#[test]
fn a_member_of_an_operation_reaches_that_operation_only() {
    let opted_out = |more: &str| {
        let operation = format!(r#""get": {{{more} "security": [], "operationId": "listParcels""#);
        OPEN.replace(r#"["http", "https"]"#, r#"["https"]"#)
            .replace(r#""get": {"operationId": "listParcels""#, &operation)
    };
    let rule = "security-empty-array-operation".to_owned();
    assert!(found("parcels.json", &opted_out("")).contains(&rule));
    let member = format!(r#""x-oneauth-ignore": {{"{rule}": "open on purpose"}},"#);
    assert!(!found("parcels.json", &opted_out(&member)).contains(&rule));
    // beside the operation, not above it
    let beside = opted_out("").replace("\"info\": {", &format!("\"info\": {{{member}"));
    let found = found("parcels.json", &beside);
    assert!(found.contains(&rule), "{found:?}");
    assert!(
        found.contains(&"suppression-unused".to_owned()),
        "{found:?}"
    );
}
