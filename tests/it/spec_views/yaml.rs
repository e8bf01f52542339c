//! Anchors, aliases and merge keys may supply any part of a document.

use super::{parameters, protected, with};

#[test]
fn an_alias_supplies_security() {
    let text = "\
openapi: 3.0.4
x-shared: &auth
  - key: []
    oauth: &scopes [read, write]
security: *auth
paths:
  /parcels:
    get: {security: [{oauth: *scopes}]}
    put: {security: *auth}
    post: {}
";
    with("parcels.yaml", text, |spec| {
        let expected = [
            "GET /parcels: oauth [read, write]",
            "PUT /parcels: key AND oauth [read, write]",
            "POST /parcels: key AND oauth [read, write]",
        ];
        assert_eq!(protected(spec), expected);
    });
}

#[test]
fn a_merge_key_supplies_operations_and_security() {
    let text = "\
openapi: 3.0.4
x-read: &read
  get: {security: []}
  head: {}
x-guard: &guard
  security: [{login: []}]
  parameters: [{in: query, name: page}]
security: [{key: []}]
paths:
  /parcels:
    <<: *read
    put:
      <<: *guard
    post:
      <<: *guard
      security: [{own: []}]
  /boxes:
    <<: [*read, {get: {}, patch: {}}]
    get: {security: [{own: []}]}
";
    with("parcels.yaml", text, |spec| {
        let mut found = protected(spec);
        found.sort();
        let expected = [
            "GET /boxes: own",
            "GET /parcels: none",
            "HEAD /boxes: key",
            "HEAD /parcels: key",
            "PATCH /boxes: key",
            "POST /parcels: own",
            "PUT /parcels: login",
        ];
        assert_eq!(found, expected);
    });
}

#[test]
fn aliases_supply_parameters() {
    let text = "\
swagger: '2.0'
x-page: &page {in: query, name: page}
x-all: &all
  - *page
  - <<: *page
    name: size
paths:
  /parcels:
    parameters: *all
    get:
      parameters:
        - <<: *page
          in: header
";
    with("parcels.yaml", text, |spec| {
        let found: Vec<_> = parameters(spec)
            .iter()
            .map(|one| one.split(" @").next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(found, ["Header page", "Query page", "Query size"]);
    });
}

#[test]
fn aliases_supply_schemes_and_whole_path_items() {
    let text = "\
openapi: 3.1.1
components:
  securitySchemes:
    one: &key {type: apiKey, in: header, name: X-Key}
    two: *key
    three: {<<: *key, in: query}
paths:
  /parcels: &item
    get: {}
  /boxes: *item
";
    with("parcels.yaml", text, |spec| {
        let kinds: Vec<_> = spec
            .schemes()
            .iter()
            .map(|scheme| scheme.describe(spec.version()))
            .collect();
        let expected = [
            "apiKey (header X-Key)",
            "apiKey (header X-Key)",
            "apiKey (query X-Key)",
        ];
        assert_eq!(kinds, expected);
        assert_eq!(super::titles(spec), ["GET /parcels", "GET /boxes"]);
    });
}

#[test]
fn a_merge_key_is_an_ordinary_key_in_json() {
    let text = r#"{"swagger": "2.0", "paths": {"/parcels": {"<<": {"get": {}}, "put": {}}}}"#;
    with("parcels.json", text, |spec| {
        assert_eq!(super::titles(spec), ["PUT /parcels"]);
    });
}
