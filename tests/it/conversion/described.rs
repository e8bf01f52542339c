//! Random documents: every operation, parameter, status code and body of the source is in the
//! result, unless a loss at its place says otherwise.

use oneauth::convert::{Conversion, Options};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::semantics::{result, run};

fn parameter() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec!["id", "limit", "filter", "X-Depot"]);
    let place = prop::sample::select(vec!["path", "query", "header", "cookie"]);
    let schema = prop_oneof![
        Just(json!({"type": "string", "maxLength": 5})),
        Just(json!({"type": "integer", "minimum": 0})),
        Just(json!({"type": "array", "items": {"type": "string"}})),
        Just(
            json!({"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "integer"}}})
        ),
        Just(json!({"oneOf": [{"type": "string"}, {"type": "integer"}]})),
        Just(json!({"$ref": "#/components/schemas/Code"})),
    ];
    let style = prop::option::of(prop::sample::select(vec![
        "form",
        "deepObject",
        "pipeDelimited",
    ]));
    (name, place, schema, style, any::<bool>()).prop_map(|(name, place, schema, style, shared)| {
        if shared {
            return json!({"$ref": "#/components/parameters/Shared"});
        }
        let mut out = json!({"name": name, "in": place, "schema": schema});
        if place == "path" {
            out["required"] = json!(true);
        }
        if let Some(style) = style.filter(|_| place == "query") {
            out["style"] = json!(style);
        }
        out
    })
}

fn content() -> impl Strategy<Value = Value> {
    let media = prop::sample::subsequence(
        vec![
            "application/json",
            "application/xml",
            "multipart/form-data",
            "text/plain",
        ],
        1..=3,
    );
    let schema = prop_oneof![
        Just(json!({"$ref": "#/components/schemas/Parcel"})),
        Just(json!({"type": "object", "properties": {"a": {"type": "string"}}})),
        Just(json!({"type": "string"})),
    ];
    (media, vec(schema, 3)).prop_map(|(media, schemas)| {
        let entry = |(m, s): (&str, Value)| (m.to_owned(), json!({"schema": s}));
        Value::Object(media.into_iter().zip(schemas).map(entry).collect())
    })
}

fn operation() -> impl Strategy<Value = Value> {
    let codes =
        prop::sample::subsequence(vec!["200", "201", "404", "4XX", "5XX", "default"], 1..=4);
    (
        vec(parameter(), 0..4),
        prop::option::of(content()),
        codes,
        prop::option::of(content()),
    )
        .prop_map(|(mut parameters, body, codes, answer)| {
            let mut seen = Vec::new();
            parameters.retain(|p| {
                let key = (p["name"].clone(), p["in"].clone());
                let fresh = !seen.contains(&key);
                seen.push(key);
                fresh
            });
            let response = match answer {
                Some(content) => json!({"description": "d", "content": content}),
                None => json!({"description": "d"}),
            };
            let responses: Map<_, _> = codes
                .iter()
                .map(|code| ((*code).to_owned(), response.clone()))
                .collect();
            let mut out = json!({"parameters": parameters, "responses": responses});
            if let Some(content) = body {
                out["requestBody"] = json!({"content": content});
            }
            out
        })
}

fn document() -> impl Strategy<Value = Value> {
    let methods = prop::sample::subsequence(vec!["get", "post", "delete", "trace"], 1..=3);
    let path = prop::sample::subsequence(vec!["/parcels", "/parcels/{id}", "/depots"], 1..=3);
    (path, methods, vec(operation(), 9), prop::sample::select(vec!["3.0.3", "3.1.0", "3.2.0"]))
        .prop_map(|(paths, methods, mut operations, version)| {
            let mut all = Map::new();
            for path in paths {
                let item: Map<_, _> = methods
                    .iter()
                    .filter_map(|m| Some(((*m).to_owned(), operations.pop()?)))
                    .collect();
                all.insert(path.to_owned(), Value::Object(item));
            }
            json!({
                "openapi": version,
                "info": {"title": "Parcel Tracking API", "version": "1"},
                "paths": all,
                "components": {
                    "schemas": {
                        "Code": {"type": "string"},
                        "Parcel": {"type": "object", "properties": {"id": {"type": "string"}}},
                    },
                    "parameters": {"Shared": {"name": "shared", "in": "query", "schema": {"type": "string"}}},
                },
            })
        })
}

/// True when a loss stands at a place, in it, or around it.
fn is_reported(conversion: &Conversion, pointer: &str) -> bool {
    let inside = |outer: &str, inner: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    conversion
        .losses
        .iter()
        .any(|loss| inside(pointer, loss.pointer.as_str()))
}

fn target<'v>(root: &'v Value, value: &'v Value) -> &'v Value {
    let pointer = value["$ref"].as_str().and_then(|r| r.strip_prefix('#'));
    pointer.map_or(value, |pointer| root.pointer(pointer).unwrap())
}

fn check_operation(
    source: &Value,
    (converted, conversion): (&Value, &Conversion),
    (place, before): (&str, &Value),
    after: &Value,
) -> Result<(), TestCaseError> {
    let sent = after["parameters"].as_array().cloned().unwrap_or_default();
    let sent: Vec<_> = sent.iter().map(|p| target(converted, p)).collect();
    for (at, parameter) in before["parameters"].as_array().unwrap().iter().enumerate() {
        let wanted = target(source, parameter);
        let same = |p: &&&Value| p["name"] == wanted["name"] && p["in"] == wanted["in"];
        let found = sent.iter().find(same);
        let reported = is_reported(conversion, &format!("{place}/parameters/{at}"))
            || (wanted["in"] == "path" && is_reported(conversion, &format!("{place}/parameters")));
        prop_assert!(found.is_some() || reported, "{place}: {wanted} is gone");
        if let Some(found) = found.filter(|_| !reported) {
            check_parameter(source, wanted, found)?;
        }
    }
    for (code, response) in before["responses"].as_object().unwrap() {
        let reported = is_reported(conversion, &format!("{place}/responses/{code}"));
        prop_assert!(
            after["responses"].get(code).is_some() || reported,
            "{place}: {code} is gone"
        );
        if let Some(after) = after["responses"].get(code) {
            check_response((source, response), (converted, after))?;
        }
    }
    if let Some(content) = before["requestBody"]["content"].as_object() {
        let consumes = after["consumes"].as_array().cloned().unwrap_or_default();
        for media in content.keys() {
            let pointer = format!("{place}/requestBody/content/{}", media.replace('/', "~1"));
            let kept = consumes.contains(&json!(media));
            prop_assert!(
                kept || is_reported(conversion, &pointer),
                "{place}: {media} is gone"
            );
            let body = sent.iter().find(|p| p["in"] == "body");
            if let Some(body) = body.filter(|_| kept && media != "multipart/form-data") {
                check_body(
                    source,
                    converted,
                    &content[media]["schema"],
                    &body["schema"],
                )?;
            }
        }
    }
    Ok(())
}

/// A value that is sent as it was: of the same type, within the same bounds, its items too.
fn check_parameter(source: &Value, before: &Value, after: &Value) -> Result<(), TestCaseError> {
    let schema = target(source, &before["schema"]);
    prop_assert_eq!(&before["required"], &after["required"]);
    for key in ["type", "maxLength", "minimum", "items"] {
        prop_assert_eq!(&schema[key], &after[key], "{}: {}", key, before);
    }
    Ok(())
}

/// The one schema of a response is that of one of its media types; none only where none was.
fn check_response(
    (source, before): (&Value, &Value),
    (converted, after): (&Value, &Value),
) -> Result<(), TestCaseError> {
    prop_assert_eq!(&before["description"], &after["description"]);
    let Some(content) = before["content"].as_object() else {
        prop_assert!(after.get("schema").is_none());
        return Ok(());
    };
    let kept = target(converted, &after["schema"]);
    let mut described = content
        .values()
        .map(|media| target(source, &media["schema"]));
    prop_assert!(described.any(|one| one == kept), "{after} of {before}");
    Ok(())
}

/// The generator's body schemas have nothing to lose: once references are followed they are equal.
fn check_body(
    source: &Value,
    converted: &Value,
    before: &Value,
    after: &Value,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(target(source, before), target(converted, after));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_vanishes_without_a_word(source in document()) {
        let conversion = run(&source, &Options::default());
        let converted = result(&conversion);
        for (path, item) in source["paths"].as_object().unwrap() {
            for (method, before) in item.as_object().unwrap() {
                let place = format!("/paths/{}/{method}", path.replace('/', "~1"));
                match converted["paths"][path].get(method) {
                    Some(after) => check_operation(
                        &source,
                        (&converted, &conversion),
                        (&place, before),
                        after,
                    )?,
                    None => prop_assert!(is_reported(&conversion, &place), "{place} is gone"),
                }
            }
        }
    }
}
