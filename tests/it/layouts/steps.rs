//! The API, and what is changed in it.

use super::{Document, Spot, Step, Value};

/// A small API with everything the changes need.
pub(super) fn parcels() -> Value {
    let text = r#"{
        "swagger": "2.0",
        "info": {"title": "Parcel Tracking API", "version": "1.0", "contact": {"name": "Parcels"},
            "description": "Track a parcel: by number, or by\nreference.\n\nSee the guide.\n"},
        "host": "apim-parcels.azure-api.net",
        "schemes": ["http", "https"],
        "x-empty": {},
        "x-none": [],
        "x-numbers": [1.0, 1e3, 12345678901234567890],
        "securityDefinitions": {
            "apiKeyHeader": {"type": "apiKey", "name": "Ocp-Apim-Subscription-Key", "in": "header"},
            "apiKeyQuery": {"type": "apiKey", "name": "subscription-key", "in": "query"}
        },
        "security": [{"apiKeyHeader": []}, {"apiKeyQuery": []}],
        "paths": {
            "/parcels": {"get": {"security": [{"apiKeyQuery": []}], "operationId": "ListParcels",
                "responses": {"200": {"description": "yes"}}}},
            "/parcels/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": true, "type": "string"}],
                "get": {"operationId": "GetParcel", "security": [], "responses": {"200": {"description": ""}}},
                "delete": {"responses": {"204": {"description": "gone # really"}}}
            }
        },
        "tags": [{"name": "parcels", "description": "All about parcels"}, {"name": "say \"hi\""}],
        "x-notes": "kept\nlines\n\n",
        "x-last": null
    }"#;
    Document::of_text("parcels.json", text)
        .unwrap()
        .value()
        .unwrap()
}

fn basic() -> Value {
    Value::object([("basicAuth", Value::object([("type", "basic".into())]))])
}

fn required() -> Value {
    Value::array([Value::object([("basicAuth", Value::array([]))])])
}

/// One change of each kind the tool makes.
pub(super) fn steps() -> Vec<Step> {
    let remove = |pointer: &str| Step::Remove(pointer.into());
    let insert = |pointer: &str, spot, key: &str, value| {
        Step::Insert(pointer.into(), spot, key.into(), value)
    };
    let push = |pointer: &str, spot, value| Step::Push(pointer.into(), spot, value);
    let replace = |pointer: &str, value| Step::Replace(pointer.into(), value);
    let after = |name: &str| Spot::After(name.into());
    vec![
        replace("/securityDefinitions", basic()),
        replace("/security", required()),
        remove("/security/1"),
        remove("/paths/~1parcels/get/security"),
        remove("/paths/~1parcels~1{id}/get"),
        insert(
            "/paths/~1parcels~1{id}/delete",
            Spot::Last,
            "security",
            required(),
        ),
        insert("", Spot::First, "x-first", "yes".into()),
        insert("", Spot::Last, "x-end", required()),
        insert(
            "",
            after("info"),
            "x c: \"d\"",
            Value::object([("on", "no".into())]),
        ),
        insert(
            "/securityDefinitions",
            after("apiKeyQuery"),
            "basicAuth",
            Value::object([("type", "basic".into())]),
        ),
        insert("/x-empty", Spot::First, "a", basic()),
        push("/x-none", Spot::Last, basic()),
        push("/schemes", Spot::First, "wss".into()),
        push("/tags", after("0"), Value::object([("name", "new".into())])),
        Step::Rename("/host".into(), "x-host".into()),
        Step::Rename("/paths/~1parcels".into(), "/packets".into()),
        remove("/info/contact/name"),
        remove("/tags/0/name"),
        remove("/schemes/0"),
        remove("/schemes/1"),
        remove("/x-last"),
        remove("/swagger"),
        remove("/x-notes"),
        replace("/info/description", "one line".into()),
        replace("/x-numbers", Value::Number("1.0".into())),
        replace("/x-last", Value::array([])),
        replace(
            "/paths/~1parcels~1{id}/parameters/0",
            Value::object([("$ref", "#/parameters/id".into())]),
        ),
        replace(
            "/paths/~1parcels/get/operationId",
            Value::object([("a", Value::Null)]),
        ),
    ]
}

/// The steps that can be made together, first come first served.
pub(super) fn compatible(steps: &[Step]) -> Vec<Step> {
    let pointer = |step: &Step| match step {
        Step::Remove(p) | Step::Replace(p, _) => (p.clone(), true),
        Step::Rename(p, _) | Step::Push(p, ..) | Step::Insert(p, ..) => (p.clone(), false),
    };
    let mut out: Vec<Step> = Vec::new();
    for step in steps {
        let (at, whole) = pointer(step);
        let meets = out.iter().any(|other| {
            let (place, other_whole) = pointer(other);
            let inside = |a: &str, b: &str| a == b || a.starts_with(&format!("{b}/"));
            (whole && inside(&place, &at)) || (other_whole && inside(&at, &place))
        });
        if !meets {
            out.push(step.clone());
        }
    }
    assert!(out.len() > 15);
    out
}

/// Each node removed, replaced, renamed, filled.
pub(super) fn of_every_node(document: &Document) -> Vec<Vec<Step>> {
    let mut out = Vec::new();
    for at in 0..document.nodes().len() {
        let node = document.at(oneauth::document::NodeId(at as u32));
        let pointer = node.pointer().as_str().to_owned();
        let found = oneauth::document::Pointer::parse(&pointer).and_then(|p| document.find(&p));
        if found.map(oneauth::document::NodeRef::id) != Some(node.id()) {
            continue;
        }
        if at > 0 {
            out.push(vec![Step::Remove(pointer.clone())]);
        }
        for value in [Value::from("no"), basic(), required()] {
            out.push(vec![Step::Replace(pointer.clone(), value)]);
        }
        if node.node().has_key() {
            out.push(vec![Step::Rename(pointer.clone(), "x renamed".into())]);
        }
        for spot in [Spot::First, Spot::Last] {
            if node.is_object() {
                out.push(vec![Step::Insert(
                    pointer.clone(),
                    spot,
                    "x-new".into(),
                    required(),
                )]);
            } else if node.is_array() {
                out.push(vec![Step::Push(pointer.clone(), spot, basic())]);
            }
        }
    }
    out
}
