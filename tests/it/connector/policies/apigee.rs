//! Apigee.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use oneauth::connector::policies::{Address, Back, GatewayPlan, apigee};
use roxmltree::{Document, Node};

use super::{cases, key, plan};
use crate::support::repository_text;

/// Root elements of policies, after Google's policy reference.
const KNOWN: &[&str] = &[
    "AccessControl",
    "AssignMessage",
    "BasicAuthentication",
    "CORS",
    "ExtractVariables",
    "KeyValueMapOperations",
    "MessageLogging",
    "RaiseFault",
    "ServiceCallout",
    "SpikeArrest",
    "VerifyAPIKey",
    "VerifyJWT",
];

fn step_names(flow: &str) -> Vec<String> {
    let document = Document::parse(flow).unwrap();
    let names = document
        .descendants()
        .filter(|node| node.has_tag_name("Name"));
    names
        .filter_map(|node| Some(node.text()?.to_owned()))
        .collect()
}

#[test]
fn bundles_are_as_they_should_be() {
    for (name, plan) in cases() {
        let mut text = apigee::flow(&plan);
        for policy in apigee::bundle(&plan) {
            let _ = write!(text, "\n{}", policy.text);
        }
        repository_text::expect(&format!("fixtures/connectors/apigee/{name}.xml.txt"), &text);
    }
}

#[test]
fn policies_are_well_formed_and_run_in_their_order() {
    for (name, plan) in cases() {
        let bundle = apigee::bundle(&plan);
        let mut seen = BTreeSet::new();
        for policy in &bundle {
            let document = Document::parse(&policy.text).unwrap();
            let root = document.root_element();
            assert!(KNOWN.contains(&root.tag_name().name()), "{name}: {root:?}");
            assert_eq!(root.attribute("name"), Some(policy.name));
            assert!(seen.insert(policy.name), "{name}: {} twice", policy.name);
        }
        let run: Vec<_> = bundle.iter().map(|policy| policy.name.to_owned()).collect();
        assert_eq!(step_names(&apigee::flow(&plan)), run, "{name}");
    }
}

#[test]
fn stored_values_are_read_before_they_are_used() {
    for (name, plan) in cases() {
        let bundle = apigee::bundle(&plan);
        let all: String = bundle.iter().map(|policy| policy.text.as_str()).collect();
        for value in apigee::named_values(&plan) {
            let variable = format!("private.{}", value.name);
            let assigned = all.find(&format!("assignTo=\"{variable}\""));
            let flow = apigee::flow(&plan);
            let used = all
                .rfind(&variable)
                .max(flow.find(&variable).map(|_| usize::MAX));
            assert!(assigned.is_some() && assigned < used, "{name}: {variable}");
        }
    }
}

#[test]
fn the_order_is_throttle_verify_strip_forward() {
    let flow = apigee::flow(&plan(key(), Back::Basic));
    assert_eq!(
        step_names(&flow),
        [
            "SA-Throttle",
            "VA-Key",
            "AM-StripCredential",
            "KVM-Credentials",
            "BA-Backend"
        ]
    );
}

#[test]
fn a_token_is_asked_about() {
    let plan = cases()
        .into_iter()
        .find(|(name, _)| *name == "oauth-asked-about");
    let flow = apigee::flow(&plan.unwrap().1);
    let names = step_names(&flow);
    let expected = [
        "SA-Throttle",
        "KVM-Credentials",
        "EV-Token",
        "SC-Introspect",
        "EV-Answer",
        "RF-InvalidToken",
        "AM-DropToken",
        "AM-BackendKey",
    ];
    assert_eq!(names, expected);
    assert!(
        flow.contains("introspection.active != &quot;true&quot;")
            || flow.contains("introspection.active != \"true\"")
    );
}

/// A range is exactly the networks written for it.
#[test]
fn ranges_become_networks() {
    let ranges = [
        ([10, 0, 0, 0], [10, 0, 0, 255], "10.0.0.0/24"),
        (
            [10, 0, 0, 1],
            [10, 0, 0, 4],
            "10.0.0.1/32 10.0.0.2/31 10.0.0.4/32",
        ),
        ([0, 0, 0, 0], [255, 255, 255, 255], "0.0.0.0/0"),
        ([10, 0, 0, 9], [10, 0, 0, 3], ""),
    ];
    for (from, to, expected) in ranges {
        let plan = GatewayPlan {
            addresses: vec![Address::Range(from.into(), to.into())],
            ..plan(key(), Back::None)
        };
        let bundle = apigee::bundle(&plan);
        let policy = bundle
            .iter()
            .find(|policy| policy.name == "AC-Addresses")
            .unwrap();
        let document = Document::parse(&policy.text).unwrap();
        let sources = document
            .descendants()
            .filter(|n: &Node<'_, '_>| n.has_tag_name("SourceAddress"));
        let networks: Vec<_> = sources
            .map(|n| format!("{}/{}", n.text().unwrap(), n.attribute("mask").unwrap()))
            .collect();
        assert_eq!(networks.join(" "), expected);
    }
}
