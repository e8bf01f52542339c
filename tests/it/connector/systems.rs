//! The systems and patterns that people name when they secure connectors: each is a platform, a
//! provider or a policy here.

use oneauth::connector::policies::{Back, Front, GatewayPlan, TokenCheck, apigee, apim};
use oneauth::connector::providers;
use oneauth::target;

use crate::support::sandbox::Sandbox;

#[test]
fn platforms_and_providers_go_by_the_names_people_use() {
    let platforms = [
        "power-apps",
        "power-automate",
        "logic-apps",
        "apim-import",
        "salesforce-external-services",
        "mulesoft-rest-connect",
        "apigee",
        "okta-workflows",
        "talend",
        "aws-api-gateway",
        "google-api-gateway",
    ];
    for name in platforms {
        assert!(target::find(name).is_some(), "{name}");
    }
    let providers = [
        "entra",
        "graph",
        "dataverse",
        "key-vault",
        "jira",
        "salesforce",
        "mulesoft",
        "okta",
        "cognito",
        "google",
    ];
    for name in providers {
        assert!(providers::find(name).is_some(), "{name}");
    }
}

#[test]
fn keys_of_functions_are_named_values_of_a_gateway() {
    let key = Back::KeyHeader("x-functions-key".into());
    let front = || Front::OAuth2(TokenCheck::Entra);
    let plan = GatewayPlan::new("Parcels", front(), key.clone());
    let text = apim::document(&plan);
    assert!(
        text.contains("x-functions-key") && text.contains("{{"),
        "{text}"
    );
    assert!(
        apim::named_values(&plan)
            .iter()
            .any(|value| value.is_secret)
    );
    let policies = apigee::bundle(&GatewayPlan::new("Parcels", front(), key));
    assert!(
        policies
            .iter()
            .any(|policy| policy.text.contains("x-functions-key"))
    );
}

/// A document with one scheme of each pattern in turn, and what is said of it.
const PATTERNS: [(&str, &str, &str); 5] = [
    (
        "client credentials",
        r#""flow": "application", "tokenUrl": "https://login.microsoftonline.com/parcels/oauth2/v2.0/token""#,
        "the gateway gets and keeps the token",
    ),
    (
        "JWT bearer exchange",
        r#""flow": "accessCode", "description": "Exchange a signed JWT (RFC 7523) for a token",
           "authorizationUrl": "https://login.parcels-post.net/a", "tokenUrl": "https://login.parcels-post.net/t""#,
        "nothing on the way signs an assertion",
    ),
    (
        "on behalf of",
        r#""flow": "accessCode", "description": "The on-behalf-of flow",
           "authorizationUrl": "https://login.microsoftonline.com/parcels/oauth2/v2.0/authorize",
           "tokenUrl": "https://login.microsoftonline.com/parcels/oauth2/v2.0/token""#,
        "`enableOnbehalfOfLogin`",
    ),
    (
        "basic as the fallback",
        r#""flow": "accessCode",
           "authorizationUrl": "https://login.parcels-post.net/a", "tokenUrl": "https://login.parcels-post.net/t""#,
        "the gateway shows the back end its credential",
    ),
    (
        "native protocol behind the last API",
        r#""flow": "accessCode", "description": "The API signs in to the host by Kerberos",
           "authorizationUrl": "https://login.parcels-post.net/a", "tokenUrl": "https://login.parcels-post.net/t""#,
        "the chain of trust ends at the last API",
    ),
];

#[test]
fn a_plan_names_what_becomes_of_each_pattern() {
    for (pattern, scheme, mapping) in PATTERNS {
        let basic = pattern
            .starts_with("basic")
            .then_some(r#", "user": {"type": "basic"}"#);
        let text = format!(
            r#"{{"swagger": "2.0", "info": {{"title": "Parcels", "version": "1"}},
                "host": "api.parcels-post.net", "schemes": ["https"], "paths": {{"/parcels": {{"get":
                {{"operationId": "ListParcels", "responses": {{"200": {{"description": "All"}}}}}}}}}},
                "securityDefinitions": {{"login": {{"type": "oauth2", "scopes": {{}}, {scheme}}}{}}},
                "security": [{{"login": []}}]}}"#,
            basic.unwrap_or_default()
        );
        let sandbox = Sandbox::with([("export.json", text.as_str())]);
        let run = |arguments: &[&str]| {
            let ran = sandbox.oneauth(arguments.iter().copied()).run();
            format!("{}{}", ran.stdout, ran.stderr)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        let to = ["--to", "api-key", "--header", "X-Key", "--accept-public"];
        let rewrite = [&["rewrite", "export.json"][..], &to].concat();
        let connector = [
            &["connector", "export.json", "-o", "Made", "--diff"][..],
            &to,
        ]
        .concat();
        for arguments in [rewrite, connector, vec!["inspect", "export.json"]] {
            let told = run(&arguments);
            assert!(told.contains(pattern), "{arguments:?}: {told}");
            assert!(told.contains(mapping), "{arguments:?}: {told}");
        }
        let checked = run(&["check", "export.json", "--no-config", "--format", "json"]);
        let rule = match pattern {
            "JWT bearer exchange" | "native protocol behind the last API" => {
                "connector-unsupported-pattern"
            }
            "client credentials" => "connector-unsupported-oauth-flow",
            _ => "connector-auth-pattern",
        };
        assert!(checked.contains(mapping), "{pattern}: {checked}");
        assert!(checked.contains(rule), "{pattern}: {checked}");
    }
}
