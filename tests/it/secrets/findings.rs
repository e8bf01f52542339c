//! What the rules say about values that are made here: one finding for one secret, by the rule
//! that knows most about its place, and nothing of the value in it.

use oneauth::document::Document;
use oneauth::finding::{Finding, Severity};
use oneauth::rule::{Input, RuleSettings, SeverityProfile};
use oneauth::rules;
use oneauth::spec::Spec;

use super::samples::{hex, jwt, word};

const EMPTY: &str =
    r#"{"swagger": "2.0", "info": {"title": "Parcels", "version": "1"}, "paths": {}}"#;

fn check(text: &str, companion: Option<&str>) -> Vec<Finding> {
    let document = Document::of_text("a.json", text).unwrap();
    let companion = companion.map(|text| Document::of_text("apiProperties.json", text).unwrap());
    let spec = Spec::new(&document).unwrap();
    let input = Input {
        spec: &spec,
        target: oneauth::target::find("power-platform").unwrap(),
        companion: companion.as_ref(),
        secrets: None,
    };
    let findings = oneauth::rule::run(
        input,
        rules::ALL,
        &RuleSettings::new(SeverityProfile::Connector),
    );
    let secrets = findings.into_iter().filter(|one| !one.secrets.is_empty());
    secrets.collect()
}

/// The rule and severity of the only finding; the value is covered and shown nowhere.
#[track_caller]
fn only(text: &str, companion: Option<&str>, secret: &str) -> (&'static str, Severity) {
    let findings = check(text, companion);
    let rules: Vec<_> = findings
        .iter()
        .map(|one| (one.rule, &one.message))
        .collect();
    assert_eq!(findings.len(), 1, "{rules:?}");
    let finding = &findings[0];
    let shown = format!(
        "{} {:?} {:?} {} {} {:?} {:?}",
        finding.message,
        finding.note,
        finding.help,
        finding.primary.text,
        finding.primary.pointer,
        finding.arguments,
        finding
            .related
            .iter()
            .map(|one| &one.text)
            .collect::<Vec<_>>()
    );
    assert!(!shown.contains(&secret[..6]), "{shown}");
    let span = &finding.secrets[0];
    assert_eq!(span.source.slice(span.span), secret);
    (finding.rule, finding.severity)
}

fn with(member: &str) -> String {
    EMPTY.replace(r#""paths": {}"#, &format!(r#"{member}, "paths": {{}}"#))
}

fn parameter(members: &str) -> String {
    with(&format!(
        r#""parameters": {{"p": {{"in": "query", "type": "string", {members}}}}}"#
    ))
}

#[test]
fn a_known_token_is_named_wherever_it_stands() {
    let token = format!("ghp_{}", word(36));
    let error = ("hardcoded-secret", Severity::Error);
    let at = |text: &str| text.replace("TOKEN", &token);
    assert_eq!(only(&with(&at(r#""x-a": "TOKEN""#)), None, &token), error);
    let text = parameter(&at(r#""name": "api_key", "default": "TOKEN""#));
    assert_eq!(only(&text, None, &token), error);
    let beside = at(r#"{"properties": {"connectionParameters": {"a": {"x": "TOKEN"}}}}"#);
    assert_eq!(only(EMPTY, Some(&beside), &token), error);
    let text = with(&at(r#""definitions": {"A": {"example": "TOKEN"}}"#));
    assert_eq!(
        only(&text, None, &token),
        ("hardcoded-secret", Severity::Warning)
    );
    let text = with(&at(r#""x-a": {"description": "Send TOKEN."}"#));
    assert_eq!(
        only(&text, None, &token),
        ("secret-in-description", Severity::Warning)
    );
}

#[test]
fn what_has_run_out_is_information() {
    let old = jwt(r#"{"sub":"parcels","exp":1500000000}"#);
    let text = with(&format!(r#""x-a": "{old}""#));
    assert_eq!(
        only(&text, None, &old),
        ("hardcoded-secret", Severity::Info)
    );
    let sig = format!("{}%3D", word(42));
    let url = format!("https://parcels.net/c?sv=1&se=2018-05-31&sig={sig}");
    let text = with(&format!(r#""x-a": "{url}""#));
    assert_eq!(
        only(&text, None, &sig),
        ("url-embedded-credential", Severity::Info)
    );
}

#[test]
fn a_client_secret_of_a_known_form_is_one_finding() {
    let secret = format!("a1B8Q~{}", word(34));
    let beside = format!(
        r#"{{"properties": {{"connectionParameters": {{"token": {{"type": "oauthSetting",
        "oAuthSettings": {{"clientId": "parcels", "clientSecret": "{secret}"}}}}}}}}}}"#
    );
    let found = only(EMPTY, Some(&beside), &secret);
    assert_eq!(found, ("client-secret-in-document", Severity::Error));
}

#[test]
fn a_literal_in_a_policy_is_one_finding() {
    let policy = |name: &str, value: &str| {
        format!(
            r#"{{"properties": {{"policyTemplateInstances": [{{"templateId": "setproperty",
            "parameters": {{"x-ms-apimTemplateParameter.newPropertySubPathTemplate": "{name}",
            "x-ms-apimTemplateParameter.propertyValuePathTemplate": "{value}"}}}}]}}}}"#
        )
    };
    let error = ("policy-literal-credential", Severity::Error);
    for name in ["api_key", "favicon"] {
        assert_eq!(only(EMPTY, Some(&policy(name, &hex(40))), &hex(40)), error);
    }
}

#[test]
fn a_key_of_paths_does_not_show_through_the_pointer() {
    let key = word(32);
    let text = EMPTY.replace(
        r#""paths": {}"#,
        &format!(r#""paths": {{"/p?api_key={key}": {{}}}}"#),
    );
    assert_eq!(
        only(&text, None, &key),
        ("url-embedded-credential", Severity::Error)
    );
}
