//! Real documents converted for Power Platform: the result respects the platform's limits, or a
//! loss says where it does not.

use std::collections::BTreeMap;

use oneauth::convert::{Conversion, ConvertTarget, LossKind, Options, convert};
use oneauth::document::{Document, Value};
use oneauth::finding::Finding;
use oneauth::rule::{Input, RuleSettings, SeverityProfile};
use oneauth::rules;
use oneauth::spec::Spec;
use oneauth::target;

use crate::support::corpus;

/// What the platform's limits are to rules, and the losses that own up to a result beyond them.
const LIMITS: &[(&str, &[LossKind])] = &[
    ("invalid-document", &[LossKind::InvalidMember]),
    ("connector-openapi3", &[]),
    ("connector-limit-exceeded", &[LossKind::LimitExceeded]),
    ("connector-document-too-large", &[LossKind::LimitExceeded]),
    ("connector-unsupported-keyword", &[]),
    (
        "connector-unsupported-oauth-flow",
        &[LossKind::FlowUnsupported],
    ),
    ("body-parameter-multiple", &[]),
    ("body-and-formdata-mixed", &[]),
    ("request-body-not-allowed", &[]),
    ("reserved-header-parameter", &[]),
    ("array-items-missing", &[]),
];

/// Findings about limits that no loss owns up to.
fn unsaid(conversion: &Conversion) -> Vec<Finding> {
    let document = Document::of_text("apiDefinition.swagger.json", conversion.text.text()).unwrap();
    let spec = Spec::new(&document).unwrap();
    let input = Input {
        spec: &spec,
        target: target::find("power-platform").unwrap(),
        companion: None,
        secrets: None,
    };
    let chosen: Vec<_> = LIMITS
        .iter()
        .filter_map(|(id, _)| rules::find(id))
        .collect();
    assert_eq!(chosen.len(), LIMITS.len());
    let settings = RuleSettings::new(SeverityProfile::Connector);
    let mut found = oneauth::rule::run(input, &chosen, &settings);
    found.retain(|finding| {
        let (_, kinds) = LIMITS.iter().find(|(id, _)| *id == finding.rule).unwrap();
        !conversion
            .losses
            .iter()
            .any(|loss| kinds.contains(&loss.kind))
    });
    found
}

/// Members the platform's rules do not look at.
fn refused(value: &Value) -> Vec<String> {
    let mut open = vec![value];
    let mut found = Vec::new();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => {
                if value.get("collectionFormat").and_then(Value::as_str) == Some("multi") {
                    found.push("collectionFormat: multi".to_owned());
                }
                open.extend(members.iter().map(|(_, member)| member));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn limits_are_respected_or_owned_up_to() {
    let Some(root) = corpus::folder() else {
        println!("skipped: ONEAUTH_CORPUS is not set");
        return;
    };
    let folders = ["specs", "vectors"].map(|name| root.join(name));
    let files = folders
        .iter()
        .flat_map(|f| corpus::files_named(f, &[".json", ".yaml", ".yml"]));
    let options = Options::for_target(ConvertTarget::PowerPlatform);
    let (mut converted, mut wrong) = (0, BTreeMap::<String, Vec<String>>::new());
    for path in files {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let Ok(document) = Document::of_text(&path.to_string_lossy(), text) else {
            continue;
        };
        let Ok(conversion) = convert(&document, &options) else {
            continue;
        };
        converted += 1;
        let mut says = refused(&conversion.document.value().unwrap());
        let found = unsaid(&conversion);
        says.extend(
            found
                .iter()
                .map(|f| format!("{}: {} {}", f.rule, f.message, f.primary.pointer)),
        );
        if !says.is_empty() {
            wrong.insert(path.display().to_string(), says);
        }
    }
    println!(
        "{converted} documents converted for power-platform, {} beyond its limits unsaid",
        wrong.len()
    );
    assert!(converted > 0 && wrong.is_empty(), "{wrong:#?}");
}
