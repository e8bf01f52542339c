//! The ways in which published connectors are wrong, each made again small: every place that takes
//! part in the problem is told, in both files.
//!
//! `fixtures/connectors/problems.json`: `told` names a rule and the places it must speak of, as the
//! place of a finding, as a place that belongs to it, or as a parent or a child of one of these. A
//! member that should be there and is not is told at what it should stand in.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::support::command::repository;
use crate::support::sandbox::Sandbox;

type Told = BTreeMap<String, Vec<(String, String)>>;

/// What `check` says below a folder: by folder, the rule and the place, `S` or `P` in front.
fn told(sandbox: &Sandbox) -> Told {
    let ran = sandbox
        .oneauth(["check", ".", "--format", "json", "--no-config"])
        .run();
    let report: Value = serde_json::from_str(&ran.stdout).expect("a report");
    let mut out = Told::new();
    for file in report["files"].as_array().unwrap() {
        let path = file["path"].as_str().unwrap();
        let folder = path.trim_start_matches("./").split('/').next().unwrap();
        for finding in file["findings"].as_array().unwrap() {
            let related = finding["related"].as_array().into_iter().flatten();
            for place in std::iter::once(&finding["place"]).chain(related) {
                let in_properties = place["path"].as_str().unwrap().ends_with("Properties.json");
                let file = if in_properties { "P" } else { "S" };
                let at = format!("{file}{}", place["pointer"].as_str().unwrap());
                let rule = finding["rule"].as_str().unwrap().to_owned();
                out.entry(folder.to_owned()).or_default().push((rule, at));
            }
        }
    }
    out
}

fn is_near(at: &str, wanted: &str) -> bool {
    let below = |one: &str, other: &str| other.len() > 1 && one.starts_with(&format!("{other}/"));
    at == wanted || below(at, wanted) || below(wanted, at)
}

#[test]
fn every_place_of_a_problem_is_told_in_both_files() {
    let path = repository().join("fixtures/connectors/problems.json");
    let fixture: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let cases = fixture["cases"].as_array().unwrap();
    let sandbox = Sandbox::new();
    for (index, case) in cases.iter().enumerate() {
        let mut document: Map<String, Value> = fixture["base"].as_object().unwrap().clone();
        document.extend(case["document"].as_object().unwrap().clone());
        let properties = json!({ "properties": case["properties"] });
        let text = serde_json::to_string_pretty(&document).unwrap();
        sandbox.file(&format!("{index}/apiDefinition.swagger.json"), text);
        sandbox.file(
            &format!("{index}/apiProperties.json"),
            properties.to_string(),
        );
    }
    let told = told(&sandbox);
    let mut missed = Vec::new();
    let mut places = 0;
    for (index, case) in cases.iter().enumerate() {
        let told = &told[&index.to_string()];
        for (rule, wanted) in case["told"].as_object().unwrap() {
            for place in wanted.as_array().unwrap() {
                let place = place.as_str().unwrap();
                places += 1;
                if !told.iter().any(|(by, at)| by == rule && is_near(at, place)) {
                    missed.push(format!("{}: {rule} at {place}", case["case"]));
                }
            }
        }
    }
    assert!(
        cases.len() >= 48 && places >= 150,
        "{} cases, {places}",
        cases.len()
    );
    assert_eq!(missed, Vec::<String>::new());
}

const KEY: &str = r#"{"api_key": {"type": "securestring"}}"#;
const USER: &str = r#"{"username": {"type": "string"}, "password": {"type": "securestring"}}"#;
const TOKEN: &str =
    r#"{"token": {"type": "oauthSetting", "oAuthSettings": {"identityProvider": "aad"}}}"#;
const BOTH: &str = r#"{"api_key": {"type": "securestring"}, "erp_user": {"type": "string"}, "erp_password": {"type": "securestring"}}"#;
const SENT: &str = r#""policyTemplateInstances": [{"templateId": "setheader", "parameters": {
    "x-ms-apimTemplateParameter.name": "Authorization",
    "x-ms-apimTemplateParameter.value": "Bearer @connectionParameters('api_key')"}}]"#;
const IN_PATH: &str = r#""policyTemplateInstances": [{"templateId": "routerequesttoendpoint", "parameters": {
    "x-ms-apimTemplateParameter.newPath": "/@connectionParameters('api_key')/parcels"}}]"#;
const SETS: &str = r#""connectionParameterSets": {"values": [{"name": "key", "uiDefinition": {},
    "parameters": {"api_key": {"type": "securestring"}}}]}"#;

/// Every situation of two files, and what is said of it: a rule with its severity, or nothing, on
/// purpose.
#[test]
fn each_situation_of_the_two_files_has_a_finding_or_is_silent() {
    let mismatch = "connector-auth-mismatch";
    let table = [
        // the same type in both
        ("key", KEY, "", None),
        ("basic", USER, "", None),
        ("oauth2", TOKEN, "", None),
        // nothing in both
        ("", "{}", "", None),
        // asked for, and declared nowhere: the platform attaches a token, policies and scripts may
        // send a key, and what a policy puts into the path is worth a word
        ("", TOKEN, "", Some((mismatch, "info"))),
        ("", KEY, SENT, None),
        ("", KEY, r#""scriptOperations": ["ListParcels"]"#, None),
        ("", KEY, IN_PATH, Some((mismatch, "info"))),
        ("", KEY, "", Some((mismatch, "error"))),
        ("", USER, "", Some((mismatch, "error"))),
        // sets to choose from
        ("key", "{}", SETS, None),
        // declared, and asked for nowhere
        ("key", "{}", "", Some((mismatch, "error"))),
        ("basic", "{}", "", Some((mismatch, "error"))),
        ("oauth2", "{}", "", Some((mismatch, "error"))),
        // two types declared, one asked for
        (
            "key oauth2",
            TOKEN,
            "",
            Some(("connector-one-auth-type", "error")),
        ),
        // another type, and further secrets beside the declared one
        ("key", TOKEN, "", Some((mismatch, "error"))),
        ("oauth2", KEY, "", Some((mismatch, "error"))),
        ("key", BOTH, "", None),
    ];
    let told_of = [mismatch, "connector-one-auth-type"];
    for (schemes, asked, more, expected) in table {
        let declared = schemes.split_whitespace().map(|kind| match kind {
            "key" => (kind, json!({"type": "apiKey", "in": "header", "name": "X-Key"})),
            "basic" => (kind, json!({"type": "basic"})),
            _ => (kind, json!({"type": "oauth2", "flow": "accessCode", "scopes": {},
                "authorizationUrl": "https://login.parcels-post.net/a", "tokenUrl": "https://login.parcels-post.net/t"})),
        });
        let declared: Map<String, Value> = declared.map(|(id, it)| (id.to_owned(), it)).collect();
        let document = json!({"swagger": "2.0", "info": {"title": "Parcels", "version": "1"},
            "host": "api.parcels-post.net", "schemes": ["https"], "securityDefinitions": declared,
            "paths": {"/parcels": {"get": {"operationId": "ListParcels",
                "responses": {"200": {"description": "All"}}}}}});
        let comma = if more.is_empty() { "" } else { ", " };
        let properties =
            format!(r#"{{"properties": {{"connectionParameters": {asked}{comma}{more}}}}}"#);
        let sandbox = Sandbox::with([("0/apiProperties.json", properties.as_str())]);
        sandbox.file("0/apiDefinition.swagger.json", document.to_string());
        let ran = sandbox
            .oneauth(["check", "0", "--format", "json", "--no-config"])
            .run();
        let report: Value = serde_json::from_str(&ran.stdout).unwrap();
        let findings = report["files"][0]["findings"].as_array().unwrap();
        let said = findings.iter().map(|one| {
            (
                one["rule"].as_str().unwrap(),
                one["severity"].as_str().unwrap(),
            )
        });
        let said: Vec<_> = said.filter(|(rule, _)| told_of.contains(rule)).collect();
        assert_eq!(said, Vec::from_iter(expected), "{schemes} and {properties}");
    }
}
