//! What the source describes is described by the result, unless a loss says otherwise.
//!
//! Random schemas against random values: an independent validator reads the source as JSON Schema
//! 2020-12 and the result as draft 4 with `x-nullable`.

use jsonschema::{Draft, Validator};
use oneauth::convert::{Conversion, LossKind, Options, convert};
use oneauth::document::Document;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// How many components a document has; each may refer to later ones.
const COMPONENTS: usize = 4;

fn leaf(after: usize) -> BoxedStrategy<Value> {
    let scalar = prop_oneof![
        Just(json!({"type": "string"})),
        Just(json!({"type": "string", "minLength": 2})),
        Just(json!({"type": "string", "enum": ["a", "b"]})),
        Just(json!({"enum": ["a", "long"]})),
        Just(json!({"const": "b"})),
        Just(json!({"const": 1})),
        Just(json!({"type": "integer", "exclusiveMinimum": 1})),
        Just(json!({"type": "number", "maximum": 2})),
        Just(json!({"type": "boolean"})),
        Just(json!({"type": "null"})),
        Just(json!({"type": ["string", "null"], "maxLength": 1})),
        Just(json!({"type": ["string", "integer"]})),
        Just(json!({"type": ["integer", "number"]})),
        Just(json!(true)),
    ];
    if after >= COMPONENTS {
        return scalar.boxed();
    }
    let reference =
        (after..COMPONENTS).prop_map(|at| json!({"$ref": format!("#/components/schemas/S{at}")}));
    prop_oneof![3 => scalar, 1 => reference].boxed()
}

fn schema(after: usize) -> impl Strategy<Value = Value> {
    leaf(after).prop_recursive(3, 16, 3, |inner| {
        let names = prop::sample::subsequence(vec!["a", "b", "c"], 0..=3);
        let object = (names.clone(), vec(inner.clone(), 3), names, 0..4_u8, inner.clone());
        prop_oneof![
            3 => object.prop_map(|(names, values, required, rest, other)| {
                let properties: serde_json::Map<_, _> =
                    names.iter().map(|n| (*n).to_owned()).zip(values).collect();
                let mut out = json!({"type": "object", "properties": properties});
                if !required.is_empty() {
                    out["required"] = json!(required);
                }
                match rest {
                    0 => out["additionalProperties"] = json!(false),
                    1 => out["additionalProperties"] = other,
                    _ => {}
                }
                out
            }),
            1 => inner.clone().prop_map(|items| json!({"type": "array", "items": items})),
            1 => vec(inner.clone(), 1..3).prop_map(|list| json!({"type": "array", "prefixItems": list})),
            1 => vec(inner.clone(), 1..3).prop_map(|list| json!({"allOf": list})),
            1 => vec(inner.clone(), 1..4).prop_map(|list| json!({"oneOf": list})),
            1 => vec(inner.clone(), 1..4).prop_map(|list| json!({"anyOf": list})),
            1 => inner.prop_map(|not| json!({"not": not})),
        ]
    })
}

fn value() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        (-1..4_i32).prop_map(|n| json!(n)),
        Just(json!(1.5)),
        Just(json!("a")),
        Just(json!("b")),
        Just(json!("long")),
    ];
    scalar.prop_recursive(2, 8, 3, |inner| {
        let names = prop::sample::subsequence(vec!["a", "b", "c", "d"], 0..=4);
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::Array),
            (names, vec(inner, 4)).prop_map(|(names, values)| {
                names
                    .into_iter()
                    .map(str::to_owned)
                    .zip(values)
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            }),
        ]
    })
}

fn components() -> impl Strategy<Value = Value> {
    (schema(1), schema(2), schema(3), schema(4))
        .prop_map(|(a, b, c, d)| json!({"S0": a, "S1": b, "S2": c, "S3": d}))
}

pub(super) fn run(document: &Value, options: &Options) -> Conversion {
    let document = Document::of_text("input.json", document.to_string()).unwrap();
    convert(&document, options)
        .map_err(|e| e.to_string())
        .unwrap()
}

pub(super) fn result(conversion: &Conversion) -> Value {
    serde_json::from_str(conversion.text.text()).unwrap()
}

/// `x-nullable` as draft 4 would say it.
pub(super) fn spelled_out(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(spelled_out).collect(),
        Value::Object(members) => {
            let mut out: serde_json::Map<_, _> = members
                .iter()
                .filter(|(key, _)| !key.starts_with("x-"))
                .map(|(key, member)| (key.clone(), spelled_out(member)))
                .collect();
            if members.get("x-nullable") == Some(&json!(true)) {
                let inner = std::mem::take(&mut out);
                out.insert("anyOf".into(), json!([{"enum": [null]}, inner]));
            }
            Value::Object(out)
        }
        other => other.clone(),
    }
}

fn source_validator(schemas: &Value, name: &str) -> Validator {
    let root = json!({
        "$ref": format!("#/components/schemas/{name}"),
        "components": {"schemas": schemas},
    });
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .build(&root)
        .unwrap()
}

fn result_validator(definitions: &Value, name: &str) -> Validator {
    let root = json!({
        "allOf": [{"$ref": format!("#/definitions/{name}")}],
        "definitions": definitions,
    });
    jsonschema::options()
        .with_draft(Draft::Draft4)
        .build(&root)
        .unwrap()
}

/// Losses after which the result may refuse what the source takes: merged alternatives declare a
/// property that one of them left open.
fn may_narrow(kind: LossKind) -> bool {
    matches!(
        kind,
        LossKind::UnionMerged | LossKind::TupleMerged | LossKind::AllOfFlattened
    )
}

/// Losses that leave the meaning as it is.
fn is_harmless(kind: LossKind) -> bool {
    matches!(kind, LossKind::AnnotationDropped | LossKind::PropertyAdded)
}

fn compare(schemas: &Value, values: &[Value], options: &Options) -> Result<(), TestCaseError> {
    let document = json!({
        "openapi": "3.1.0",
        "info": {"title": "Parcel Tracking API", "version": "1"},
        "components": {"schemas": schemas},
    });
    let conversion = run(&document, options);
    let definitions = spelled_out(&result(&conversion)["definitions"]);
    let kinds: Vec<_> = conversion.losses.iter().map(|loss| loss.kind).collect();
    for at in 0..COMPONENTS {
        let name = format!("S{at}");
        let source = source_validator(schemas, &name);
        let result = result_validator(&definitions, &name);
        for value in values {
            let (before, after) = (source.is_valid(value), result.is_valid(value));
            if before && !after {
                prop_assert!(
                    kinds.iter().copied().any(may_narrow),
                    "{name} refuses {value} now\n{schemas:#}\n{definitions:#}\n{kinds:?}"
                );
            }
            if after && !before {
                prop_assert!(
                    !kinds.iter().copied().all(is_harmless),
                    "{name} takes {value} now\n{schemas:#}\n{definitions:#}\n{kinds:?}"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn schemas_mean_what_they_meant(schemas in components(), values in vec(value(), 24)) {
        compare(&schemas, &values, &Options::default())?;
    }

    #[test]
    fn flattened_schemas_mean_what_they_meant(schemas in components(), values in vec(value(), 24)) {
        let options = Options { flatten_all_of: true, ..Options::default() };
        compare(&schemas, &values, &options)?;
    }
}
