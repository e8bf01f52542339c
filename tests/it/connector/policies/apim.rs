//! Azure API Management.

use std::collections::BTreeSet;

use oneauth::connector::policies::{Back, Front, GatewayPlan, Phase, apim};
use roxmltree::{Document, Node};

use super::{cases, key, plan};
use crate::support::repository_text;

/// Elements with the attributes each may have, after Microsoft's policy reference.
const KNOWN: &[(&str, &[&str])] = &[
    ("policies", &[]),
    ("fragment", &[]),
    ("inbound", &[]),
    ("backend", &[]),
    ("outbound", &[]),
    ("on-error", &[]),
    ("base", &[]),
    ("cors", &["allow-credentials"]),
    ("allowed-origins", &[]),
    ("origin", &[]),
    ("allowed-methods", &[]),
    ("method", &[]),
    ("allowed-headers", &[]),
    ("header", &[]),
    ("ip-filter", &["action"]),
    ("address", &[]),
    ("address-range", &["from", "to"]),
    (
        "rate-limit-by-key",
        &["calls", "renewal-period", "counter-key"],
    ),
    (
        "check-header",
        &[
            "name",
            "failed-check-httpcode",
            "failed-check-error-message",
            "ignore-case",
        ],
    ),
    ("value", &[]),
    ("set-header", &["name", "exists-action"]),
    ("set-query-parameter", &["name", "exists-action"]),
    ("authentication-basic", &["username", "password"]),
    (
        "authentication-managed-identity",
        &[
            "resource",
            "client-id",
            "output-token-variable-name",
            "ignore-error",
        ],
    ),
    (
        "get-authorization-context",
        &[
            "provider-id",
            "authorization-id",
            "context-variable-name",
            "identity-type",
            "ignore-error",
        ],
    ),
    (
        "validate-jwt",
        &[
            "header-name",
            "failed-validation-httpcode",
            "failed-validation-error-message",
            "require-scheme",
            "require-expiration-time",
            "require-signed-tokens",
        ],
    ),
    ("openid-config", &["url"]),
    ("audiences", &[]),
    ("audience", &[]),
    ("issuers", &[]),
    ("issuer", &[]),
    (
        "validate-azure-ad-token",
        &[
            "tenant-id",
            "failed-validation-httpcode",
            "failed-validation-error-message",
        ],
    ),
    ("client-application-ids", &[]),
    ("application-id", &[]),
    ("trace", &["source", "severity"]),
    ("message", &[]),
    ("metadata", &["name", "value"]),
    (
        "send-request",
        &["mode", "response-variable-name", "timeout", "ignore-error"],
    ),
    ("set-url", &[]),
    ("set-method", &[]),
    ("set-body", &[]),
];

fn check_names(name: &str, text: &str) {
    let document = Document::parse(text).unwrap_or_else(|e| panic!("{name}: {e}\n{text}"));
    for node in document.descendants().filter(Node::is_element) {
        let tag = node.tag_name().name();
        let Some((_, attributes)) = KNOWN.iter().find(|(known, _)| *known == tag) else {
            panic!("{name}: <{tag}> is not a policy");
        };
        for attribute in node.attributes() {
            assert!(
                attributes.contains(&attribute.name()),
                "{name}: <{tag} {}>",
                attribute.name()
            );
        }
    }
}

#[test]
fn documents_are_as_they_should_be() {
    for (name, plan) in cases() {
        let text = apim::document(&plan);
        check_names(name, &text);
        repository_text::expect(&format!("fixtures/connectors/apim/{name}.xml"), &text);
    }
}

#[test]
fn fragments_hold_what_the_document_holds() {
    for (name, plan) in cases() {
        let document = apim::document(&plan);
        let whole = Document::parse(&document).unwrap();
        let names = |node: Node<'_, '_>| -> Vec<String> {
            let elements = node.children().filter(Node::is_element);
            elements.map(|e| e.tag_name().name().to_owned()).collect()
        };
        let inbound = whole.root_element().first_element_child().unwrap();
        let mut parts = vec!["base".to_owned()];
        for (phase, fragment) in apim::fragments(&plan) {
            check_names(name, &fragment);
            if phase != Phase::Audit {
                let fragment = Document::parse(&fragment).unwrap();
                parts.extend(names(fragment.root_element()));
            }
        }
        assert_eq!(names(inbound), parts, "{name}");
    }
}

/// Names between double braces.
fn references(text: &str) -> BTreeSet<String> {
    text.split("{{")
        .skip(1)
        .filter_map(|part| Some(part.split_once("}}")?.0.to_owned()))
        .collect()
}

#[test]
fn named_values_are_those_referred_to() {
    for (name, plan) in cases() {
        let declared: BTreeSet<_> = apim::named_values(&plan)
            .into_iter()
            .map(|value| value.name)
            .collect();
        assert_eq!(references(&apim::document(&plan)), declared, "{name}");
        for value in &declared {
            assert!(value.starts_with("parcel-tracking-"), "{name}: {value}");
        }
    }
}

/// Every place where a secret goes holds a reference to the store, never a text.
#[test]
fn no_secret_is_written_out() {
    for (name, plan) in cases() {
        let text = apim::document(&plan);
        let document = Document::parse(&text).unwrap();
        for node in document.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name();
            let secret = match tag {
                "authentication-basic" => node.attribute("password"),
                "value" => node.text(),
                _ => None,
            };
            if let Some(secret) = secret {
                let stored = secret.starts_with("{{") && secret.ends_with("}}");
                let computed = secret.starts_with("@(") || secret.starts_with("application/");
                assert!(stored || computed, "{name}: <{tag}> holds {secret}");
            }
        }
    }
}

fn position(text: &str, part: &str) -> usize {
    text.find(part)
        .unwrap_or_else(|| panic!("{part} is missing:\n{text}"))
}

#[test]
fn the_key_is_checked_then_gone_then_replaced() {
    let text = apim::document(&plan(key(), Back::Basic));
    let order = [
        "<rate-limit-by-key",
        "<check-header",
        "name=\"Ocp-Apim-Subscription-Key\" exists-action=\"delete\"",
        "name=\"subscription-key\" exists-action=\"delete\"",
        "<authentication-basic",
    ];
    let places: Vec<_> = order.iter().map(|part| position(&text, part)).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn a_token_that_is_not_replaced_is_dropped() {
    let entra = Front::OAuth2(oneauth::connector::policies::TokenCheck::Entra);
    let dropped = |back| {
        let text = apim::document(&plan(entra.clone(), back));
        text.contains("name=\"Authorization\" exists-action=\"delete\"")
    };
    assert!(dropped(Back::KeyHeader("x-functions-key".into())) && dropped(Back::None));
    assert!(!dropped(Back::Forward) && !dropped(Back::Basic) && !dropped(Back::OnBehalfOf));
}

/// The record names no header, no URL and no query: credentials travel there.
#[test]
fn the_record_holds_no_credential() {
    let plan = GatewayPlan {
        audit: true,
        ..plan(key(), Back::StoredOAuth)
    };
    let text = apim::document(&plan);
    let document = Document::parse(&text).unwrap();
    let traces: Vec<_> = document
        .descendants()
        .filter(|node| node.has_tag_name("trace"))
        .collect();
    assert_eq!(traces.len(), 2, "after the answer, and after a failure");
    for trace in traces {
        let span = &text[trace.range()];
        for leak in ["Headers", "Url", "Query", "Key", "Body", "{{"] {
            assert!(!span.contains(leak), "{leak}: {span}");
        }
    }
}

/// A hostile header name stays inside its attribute.
#[test]
fn names_from_a_document_are_escaped() {
    let hostile = "x\" evil=\"1\"/><base/><!-- ";
    let front = Front::ApiKey {
        header: hostile.into(),
        query: None,
    };
    let text = apim::document(&plan(front, Back::KeyHeader(hostile.into())));
    check_names("hostile", &text);
    let document = Document::parse(&text).unwrap();
    let names: Vec<_> = document
        .descendants()
        .filter_map(|node| node.attribute("name"))
        .collect();
    assert_eq!(names, [hostile; 3]);
}
