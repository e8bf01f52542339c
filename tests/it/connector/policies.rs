//! Gateway policies: the plan's order, well-formed XML of known names, no secret in any file.

mod apigee;
mod apim;
mod xml;

use oneauth::connector::policies::{
    Address, Back, Front, GatewayPlan, Phase, Rate, TokenCheck, back_for,
};
use oneauth::document::Document;
use oneauth::spec::Spec;

fn key() -> Front {
    Front::ApiKey {
        header: "Ocp-Apim-Subscription-Key".into(),
        query: Some("subscription-key".into()),
    }
}

fn plan(front: Front, back: Back) -> GatewayPlan {
    GatewayPlan::new("Parcel Tracking", front, back)
}

/// The combinations of the backends-for-frontends pattern, the single ones, and everything at once.
fn cases() -> Vec<(&'static str, GatewayPlan)> {
    let entra = || Front::OAuth2(TokenCheck::Entra);
    let jwt = || Front::OAuth2(TokenCheck::Jwt);
    let everything = GatewayPlan {
        rate: Rate::new(100, 30),
        addresses: vec![
            Address::One([203, 0, 113, 7].into()),
            Address::Range([198, 51, 100, 0].into(), [198, 51, 100, 130].into()),
        ],
        cors: true,
        audit: true,
        ..plan(key(), Back::Basic)
    };
    let functions = || Back::KeyHeader("x-functions-key".into());
    vec![
        ("key-in-front-of-basic", plan(key(), Back::Basic)),
        ("key-in-front-of-oauth", plan(key(), Back::StoredOAuth)),
        ("key-in-front-of-key", plan(key(), functions())),
        (
            "key-in-front-of-query-key",
            plan(key(), Back::KeyQuery("code".into())),
        ),
        (
            "key-in-front-of-identity",
            plan(key(), Back::ManagedIdentity),
        ),
        ("basic-in-front-of-key", plan(Front::Basic, functions())),
        (
            "basic-in-front-of-oauth",
            plan(Front::Basic, Back::StoredOAuth),
        ),
        ("basic-passed-on", plan(Front::Basic, Back::Forward)),
        ("oauth-in-front-of-key", plan(entra(), functions())),
        ("oauth-in-front-of-basic", plan(jwt(), Back::Basic)),
        ("oauth-passed-on", plan(jwt(), Back::Forward)),
        ("oauth-on-behalf-of", plan(entra(), Back::OnBehalfOf)),
        (
            "oauth-asked-about",
            plan(Front::OAuth2(TokenCheck::Introspection), functions()),
        ),
        ("everything", everything),
    ]
}

#[test]
fn phases_come_in_order() {
    for (name, plan) in cases() {
        let phases = plan.phases();
        let mut sorted = phases.clone();
        sorted.sort();
        assert_eq!(phases, sorted, "{name}");
        let strip = phases.contains(&Phase::Strip);
        let key = matches!(plan.front, Front::ApiKey { .. });
        assert!(strip || !key, "{name}: a key never goes on");
    }
    let (_, everything) = cases().pop().unwrap();
    assert_eq!(
        everything.phases(),
        [
            Phase::Cors,
            Phase::Addresses,
            Phase::Throttle,
            Phase::Verify,
            Phase::Strip,
            Phase::Forward,
            Phase::Audit
        ]
    );
}

#[test]
fn rates_that_no_gateway_takes_are_refused() {
    for (calls, seconds) in [(0, 60), (10, 0), (10, 301)] {
        assert_eq!(Rate::new(calls, seconds), None);
    }
    assert!(Rate::new(1, 300).is_some());
}

#[test]
fn names_in_the_store_begin_with_the_api() {
    let prefix = |title: &str| GatewayPlan::new(title, key(), Back::None).prefix();
    assert_eq!(
        prefix("Parcel Tracking API (v2)"),
        "parcel-tracking-api-v2-"
    );
    assert_eq!(prefix("--"), "");
    assert_eq!(prefix("<x>&\"y\""), "x-y-");
    assert!(prefix(&"long ".repeat(50)).len() <= 61);
}

#[test]
fn a_removed_scheme_becomes_a_credential_of_the_gateway() {
    let text = r#"{"openapi": "3.0.1", "info": {"title": "Parcel Tracking API", "version": "1"},
        "paths": {}, "components": {"securitySchemes": {
        "basicAuth": {"type": "http", "scheme": "basic"},
        "functions": {"type": "apiKey", "in": "header", "name": "x-functions-key"},
        "code": {"type": "apiKey", "in": "query", "name": "code"},
        "jar": {"type": "apiKey", "in": "cookie", "name": "session"},
        "bearer": {"type": "http", "scheme": "bearer"},
        "daemon": {"type": "oauth2", "flows": {"clientCredentials": {
            "tokenUrl": "https://login.parcels.example/token", "scopes": {}}}},
        "page": {"type": "oauth2", "flows": {"implicit": {
            "authorizationUrl": "https://login.parcels.example/authorize", "scopes": {}}}},
        "tls": {"type": "mutualTLS"}}}}"#;
    let document = Document::of_text("export.json", text).unwrap();
    let spec = Spec::new(&document).unwrap();
    let back = |name| back_for(spec.scheme(name).unwrap());
    assert_eq!(back("basicAuth"), Some(Back::Basic));
    assert_eq!(
        back("functions"),
        Some(Back::KeyHeader("x-functions-key".into()))
    );
    assert_eq!(back("code"), Some(Back::KeyQuery("code".into())));
    assert_eq!(
        back("bearer"),
        Some(Back::KeyHeader("Authorization".into()))
    );
    assert_eq!(back("daemon"), Some(Back::StoredOAuth));
    for none in ["jar", "page", "tls"] {
        assert_eq!(back(none), None, "{none}");
    }
}
