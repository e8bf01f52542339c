//! What each node is, and that nothing else is anything.

use oneauth::document::NodeId;
use oneauth::spec::{Role, Spec};

use super::both;

/// `Schema /definitions/Parcel`, for each node that has a role.
fn roles(spec: &Spec<'_>) -> String {
    let count = spec.document().nodes().len() as u32;
    let known = (0..count)
        .map(NodeId)
        .filter(|id| spec.role(*id) != Role::Other);
    let line = |id: NodeId| {
        let pointer = spec.document().at(id).pointer();
        format!("{:?} {}\n", spec.role(id), pointer.as_str())
    };
    known.map(line).collect::<Vec<_>>().concat()
}

/// The roles in a text, which are those of its YAML twin.
fn seen(text: &str) -> String {
    let seen = std::cell::RefCell::<Vec<String>>::default();
    both(text, |spec| seen.borrow_mut().push(roles(spec)));
    let mut seen = seen.into_inner();
    seen.dedup();
    assert_eq!(seen.len(), 1, "{seen:#?}");
    seen.remove(0)
}

#[test]
fn of_swagger_2() {
    let text = r#"{"swagger": "2.0", "info": {"title": "Parcels"}, "x-a": {"paths": {"/": {"get": {}}}},
        "schemes": [], "tags": [], "security": [{}], "webhooks": {"lost": {"post": {}}},
        "components": {"schemas": {"Parcel": {}}}, "servers": [{"url": "/"}],
        "securityDefinitions": {"key": {"type": "basic", "scopes": {}, "x-a": {"flows": {}}}},
        "definitions": {"Parcel": {"properties": {"a": {"items": {}}}, "example": {"items": {}}}},
        "parameters": {"page": {"items": {}, "x-a": {"schema": {}}}},
        "responses": {"Gone": {"schema": {"allOf": [{}]}, "headers": {"Retry": {"items": {}}}, "examples": {}}},
        "paths": {"/parcels": {"parameters": [{"schema": {}}], "trace": {}, "x-a": {"get": {}},
            "get": {"schemes": [], "security": [], "parameters": [], "responses": {"200": {}}}}}}"#;
    insta::assert_snapshot!(seen(text));
}

const OPENAPI_3: &str = r#""info": {}, "tags": [], "security": [{}], "servers": [{"variables": {}}],
    "definitions": {"Parcel": {}}, "parameters": {"page": {}}, "responses": {"Gone": {}},
    "securityDefinitions": {"key": {}}, "schemes": [], "webhooks": {"lost": {"post": {}}},
    "components": {
        "schemas": {"Parcel": {"properties": {"a": {}}, "patternProperties": {"a": {}}, "$defs": {"a": {}},
            "dependentSchemas": {"a": {}}, "additionalProperties": {}, "not": {}, "if": {}, "then": {}, "else": {},
            "contains": {}, "propertyNames": {}, "additionalItems": {}, "unevaluatedProperties": {},
            "unevaluatedItems": {}, "oneOf": [{}], "anyOf": [{}], "prefixItems": [{}], "default": {"items": {}}}},
        "parameters": {"page": {"items": {}, "content": {"a": {}}}}, "responses": {"Gone": {}},
        "securitySchemes": {"key": {"flows": {"implicit": {"scopes": {}}}, "x-a": {"a": {}}}},
        "requestBodies": {"Parcel": {"content": {"text/plain": {"x-a": {"items": {}}, "itemSchema": {}, "encoding": {
            "a": {"headers": {"Retry": {"schema": {}}}, "x-a": {"a": {}}}}}}, "x-a": {"a": {"schema": {}}}}},
        "headers": {"Retry": {}}, "pathItems": {"Parcel": {"get": {}}},
        "callbacks": {"lost": {"/lost": {"post": {}}}}, "examples": {"a": {"schema": {}}},
        "links": {"next": {"server": {}, "parameters": {"page": {"schema": {}}}}}},
    "paths": {"/parcels": {"servers": [], "trace": {}, "query": {}, "additionalOperations": {"COPY": {"servers": []}},
        "get": {"requestBody": {}, "callbacks": {}, "responses": {"200": {"links": {}, "headers": {}}}}}}"#;

fn of_version(version: &str) -> String {
    seen(&format!(r#"{{"openapi": "{version}", {OPENAPI_3}}}"#))
}

#[test]
fn of_openapi_3() {
    insta::assert_snapshot!(of_version("3.2.0"));
}

/// Lines that `new` has and `old` has not.
fn added<'t>(old: &str, new: &'t str) -> Vec<&'t str> {
    let known: Vec<_> = old.lines().collect();
    new.lines().filter(|line| !known.contains(line)).collect()
}

#[test]
fn each_version_of_openapi_3_adds_its_own() {
    let [v0, v1, v2] = ["3.0.4", "3.1.1", "3.2.0"].map(of_version);
    let webhooks = [
        "Webhooks /webhooks",
        "PathItem /webhooks/lost",
        "Operation /webhooks/lost/post",
    ];
    assert_eq!(added(&v0, &v1), webhooks);
    let methods = [
        "Operation /paths/~1parcels/query",
        "AdditionalOperations /paths/~1parcels/additionalOperations",
        "Operation /paths/~1parcels/additionalOperations/COPY",
        "Servers /paths/~1parcels/additionalOperations/COPY/servers",
    ];
    assert_eq!(added(&v1, &v2), methods);
    assert_eq!(added(&v1, &v0), [""; 0]);
    assert_eq!(added(&v2, &v1), [""; 0]);
}

/// What stands elsewhere plays the role it is used in; a mapping that only lends its members is
/// not one more operation.
#[test]
fn of_what_yaml_uses_again() {
    let text = "openapi: 3.0.4
x-whole: &whole {parameters: [{}]}
x-part: &part {requestBody: {}}
x-one: &one {callbacks: {}}
x-unused: {parameters: [{}]}
paths:
  /parcels:
    get: *whole
    put: {<<: *part}
    post: {<<: [*one, *part]}
";
    super::with("parcels.yaml", text, |spec| {
        insta::assert_snapshot!(roles(spec));
    });
}
