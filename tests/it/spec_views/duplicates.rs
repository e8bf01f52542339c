//! The same key twice: most JSON readers take the last (RFC 8259 section 4). Operations are all
//! there: another reader may take the first.

use super::{protected, with};

#[test]
fn of_schemes() {
    let text = r#"{"swagger": "2.0", "securityDefinitions": {
        "key": {"type": "basic"}, "key": {"type": "apiKey", "in": "query", "name": "k"}}}"#;
    with("parcels.json", text, |spec| {
        assert_eq!(spec.schemes().len(), 2, "each is there to be seen");
        let scheme = spec.scheme("key").expect("it is defined");
        assert_eq!(scheme.describe(spec.version()), "apiKey (query k)");
    });
}

#[test]
fn of_operations_and_their_security() {
    let text = r#"{"openapi": "3.0.4", "security": [{"first": []}], "security": [{"last": []}],
        "paths": {"/parcels": {
            "get": {"security": [{"key": []}]}, "get": {"security": []},
            "put": {"security": [{"key": []}], "security": [{"login": []}]},
            "post": {}}}}"#;
    with("parcels.json", text, |spec| {
        let mut found = protected(spec);
        found.sort();
        let expected = [
            "GET /parcels: key",
            "GET /parcels: none",
            "POST /parcels: last",
            "PUT /parcels: login",
        ];
        assert_eq!(found, expected);
    });
}

#[test]
fn of_names_in_a_requirement() {
    let text = r#"{"swagger": "2.0", "security": [{"oauth": ["read"], "oauth": ["write"]}]}"#;
    with("parcels.json", text, |spec| {
        let requirements = spec.requirements().expect("they are there");
        assert_eq!(requirements.describe(), "oauth [write]");
    });
}
