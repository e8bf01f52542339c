//! Large documents are converted, written and read again in parts: what comes of them is what comes
//! of one part after the other.

use std::ops::Range;

use oneauth::convert::{Conversion, Options, convert};
use oneauth::document::Document;
use serde_json::{Map, Value, json};

use super::semantics::result;

const MANY: usize = 900;

/// An operation and a schema for each number.
fn document(numbers: Range<usize>, id: impl Fn(usize) -> String) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for number in numbers {
        let deep = json!({"type": "object", "properties": {"place": {
            "type": "object", "properties": {"depot": {"type": ["string", "null"]}}
        }}});
        let own =
            format!("#/paths/~1parcels{number}/get/responses/200/content/application~1json/schema");
        let mut schema = json!({"type": "object", "properties": {
            "deep": deep, "again": {"$ref": format!("{own}/properties/deep/properties/place")}
        }});
        if number >= MANY / 2 {
            // names in texts are asked for before all parts are put together
            let mapping = json!({"one": format!("{own}/properties/deep/properties/place")});
            schema["discriminator"] = json!({"propertyName": "deep", "mapping": mapping});
        }
        let operation = json!({
            "operationId": id(number),
            "parameters": [
                {"name": "depot", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                {"name": "session", "in": "cookie", "schema": {"type": "string"}},
            ],
            "requestBody": {"content": {"application/json": {"schema": {
                "oneOf": [{"$ref": format!("#/components/schemas/Parcel{number}")}, {"type": "string"}]
            }}}},
            "responses": {
                "200": {"description": "\"Parcels\"\u{7f}", "content": {"application/json": {"schema": schema}}},
                "4XX": {"description": "none"},
            },
        });
        paths.insert(format!("/parcels{number}"), json!({ "get": operation }));
        schemas.insert(
            format!("Parcel{number}"),
            json!({"type": "object", "nullable": true, "required": ["id"], "properties": {
                "weight": {"type": "number", "exclusiveMinimum": number},
                "next": {"$ref": format!("#/components/schemas/Parcel{number}")},
            }}),
        );
    }
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Parcel Tracking API", "version": "1"},
        "servers": [{"url": "https://apim-parcels.azure-api.net"}],
        "paths": paths,
        "components": {"schemas": schemas},
    })
}

fn converted(document: &Value) -> Conversion {
    let document = Document::of_text("input.json", document.to_string()).unwrap();
    convert(&document, &Options::default()).unwrap()
}

fn losses(conversion: &Conversion) -> Vec<String> {
    let told = conversion.losses.iter();
    told.map(|loss| {
        format!(
            "{} {} {} {}",
            loss.kind, loss.pointer, loss.what, loss.instead
        )
    })
    .collect()
}

#[test]
fn a_large_document_becomes_what_its_parts_become() {
    let id = |number| format!("get{number}");
    let whole = converted(&document(0..MANY, id));
    assert!(whole.text.text().len() > 1_000_000, "cut into runs");
    let value = result(&whole);
    let mut told = Vec::new();
    let (mut paths, mut own, mut hoisted) = (Map::new(), Map::new(), Map::new());
    for number in 0..MANY {
        let part = converted(&document(number..number + 1, id));
        told.extend(losses(&part));
        let renamed = match number {
            0 => "200_deep_place".to_owned(),
            _ => format!("200_deep_place_{}", number + 1),
        };
        let text = part.text.text().replace("200_deep_place", &renamed);
        let part: Value = serde_json::from_str(&text).unwrap();
        paths.extend(part["paths"].as_object().unwrap().clone());
        for (name, schema) in part["definitions"].as_object().unwrap() {
            let all = if *name == renamed {
                &mut hoisted
            } else {
                &mut own
            };
            all.insert(name.clone(), schema.clone());
        }
    }
    own.append(&mut hoisted);
    let text = |value: &dyn std::fmt::Display| value.to_string();
    assert_eq!(text(&value["paths"]), text(&Value::Object(paths)));
    assert_eq!(text(&value["definitions"]), text(&Value::Object(own)));
    let by_text = |mut told: Vec<String>| {
        told.sort();
        told
    };
    assert_eq!(by_text(losses(&whole)), by_text(told));
    let starts: Vec<_> = whole.losses.iter().map(|loss| loss.span.start).collect();
    assert!(starts.is_sorted());
}

#[test]
fn operations_of_one_id_are_numbered_through_all_parts() {
    let value = result(&converted(&document(0..MANY, |_| "get".into())));
    let ids = value["paths"].as_object().unwrap().values();
    let ids: Vec<_> = ids
        .map(|item| item["get"]["operationId"].as_str().unwrap())
        .collect();
    assert_eq!(ids[0], "get");
    for (at, id) in ids.iter().enumerate().skip(1) {
        assert_eq!(*id, format!("get_{}", at + 1));
    }
}

#[test]
fn what_is_read_in_runs_is_what_is_read_at_once() {
    let conversion = converted(&document(0..MANY, |number| format!("get{number}")));
    let once = Document::of_text("result.json", conversion.text.text()).unwrap();
    let runs = &conversion.document;
    assert_eq!(runs.nodes().len(), once.nodes().len());
    for (one, other) in runs.nodes().iter().zip(once.nodes()) {
        assert_eq!(runs.symbols().text(one.key), once.symbols().text(other.key));
        assert_eq!(
            oneauth::document::Node {
                key: other.key,
                ..*one
            },
            *other
        );
    }
}
