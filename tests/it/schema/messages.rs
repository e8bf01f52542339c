//! What a person is told, where, and what to do about it.

use std::fmt::Write as _;

use oneauth::document::Document;
use oneauth::finding::Label;
use oneauth::schema::validate;

use super::version_of;

/// The failures of a document as lines: place, underlined text, message, help.
fn told(name: &str, text: &str) -> String {
    let document = Document::of_text(name, text).unwrap_or_else(|e| panic!("{e}"));
    let version = version_of(&document).expect("the document states its version");
    let mut out = String::new();
    for failure in validate(&document, version) {
        let label = Label::new(document.at(failure.node), failure.on, "");
        let place = document.source().place(label.span.start);
        let underlined: String = document
            .source()
            .slice(label.span)
            .chars()
            .take(24)
            .collect();
        let _ = write!(
            out,
            "{}:{} {underlined:?}: {}",
            place.line, place.column, failure.message
        );
        let _ = match &failure.help {
            Some(help) => writeln!(out, " ({help})"),
            None => writeln!(out),
        };
    }
    out
}

/// A Swagger 2.0 document with these members after `info`, each on lines of its own.
fn swagger(members: &str) -> String {
    format!("swagger: '2.0'\ninfo: {{title: Parcel Tracking API, version: '1'}}\n{members}")
}

fn openapi(version: &str, members: &str) -> String {
    format!("openapi: {version}\ninfo: {{title: Parcel Tracking API, version: '1'}}\n{members}")
}

#[test]
fn members_missing_and_unknown() {
    let text = swagger(
        "hots: apim-parcels.azure-api.net
secruity: []
note: mine
paths:
  parcels:
    get: {}
  /parcels:
    get:
      operationid: list
      summary: [List]
    Get: {}
",
    );
    insta::assert_snapshot!("members", told("a.yaml", &text));
}

#[test]
fn parameters_by_their_place() {
    let text = swagger(
        "paths:
  /parcels/{id}:
    parameters:
      - {name: id, in: path, type: string}
      - {name: id, in: path, type: string, required: false}
      - {name: q, in: quer, type: string}
      - {name: q, in: query}
      - {name: q, in: query, type: sting, schema: {}}
      - {name: b, in: body}
      - {name: h}
      - {$ref: '#/parameters/h', description: more}
      - {name: f, in: header, type: file}
    get:
      responses: {}
    put:
      responses: {x-note: 1}
    post:
      responses: {20: {description: short}, OK: {description: word}, '201': {}}
",
    );
    insta::assert_snapshot!("parameters", told("a.yaml", &text));
}

#[test]
fn security_schemes_of_swagger() {
    let text = swagger(
        "paths: {}
security: {key: []}
securityDefinitions:
  a: {type: apikey, name: X-Key, in: header}
  b: {type: apiKey, name: X-Key, in: cookie}
  c: {type: oauth2, flow: authorizationCode}
  d: {type: oauth2, flow: accessCode, authorizationUrl: login, scopes: [read]}
  e: {type: basic, scheme: basic}
  f: basic
  g: {type: oauth2}
",
    );
    insta::assert_snapshot!("swagger_schemes", told("a.yaml", &text));
}

#[test]
fn security_schemes_of_openapi() {
    let text = openapi(
        "3.0.3",
        "paths: {}
components:
  securitySchemes:
    a: {type: http}
    b: {type: http, scheme: basic, bearerFormat: JWT}
    c: {type: http, scheme: Bearer, bearerFormat: JWT}
    d: {type: oauth2, flows: {authorizationCode: {authorizationUrl: 'https://login.example.com', scopes: {}}}}
    e: {type: oauth2, flows: {accessCode: {}}}
    f: {type: mutualTLS}
    g: {type: openIdConnect}
    h: {$ref: '#/components/securitySchemes/c', description: ignored}
    i: {$ref: 1}
",
    );
    insta::assert_snapshot!("openapi_schemes", told("a.yaml", &text));
}

#[test]
fn schema_or_content() {
    let text = openapi(
        "3.0.3",
        "paths:
  /a:
    get:
      parameters:
        - {name: a, in: query}
        - {name: b, in: query, schema: {}, content: {application/json: {}}}
        - {name: c, in: query, content: {application/json: {}}, style: form}
        - {name: d, in: query, content: {}}
        - {name: e, in: header, schema: {}, style: form}
        - {name: f, in: path, schema: {}}
        - {name: g, in: query, schema: {}, example: 1, examples: {}}
      responses:
        '200':
          description: fine
          content: {application/json: {schema: {type: [string, 'null'], requird: [a]}}}
        6XX: {description: no such class}
",
    );
    insta::assert_snapshot!("schema_or_content", told("a.yaml", &text));
}

#[test]
fn openapi_31_and_32() {
    let text = openapi(
        "3.1.0",
        "components:
  schemas:
    'Parcel List': {}
    Parcel: {type: objekt, required: id, items: [{}], allOf: []}
  pathItems:
    a: {query: {}}
",
    );
    insta::assert_snapshot!("in_31", told("a.yaml", &text));
    let text = openapi(
        "3.2.0",
        "paths:
  /a:
    query: {responses: {'200': {summary: no description needed}}}
    additionalOperations: {COPY: {}, GET: {}}
    get: {parameters: [{name: all, in: querystring, schema: {}}]}
components:
  securitySchemes:
    a: {type: oauth2, flows: {deviceAuthorization: {tokenUrl: 'https://login.example.com/token'}}}
",
    );
    insta::assert_snapshot!("in_32", told("a.yaml", &text));
    let text = openapi("3.1.0", "x-empty: true\n");
    insta::assert_snapshot!("empty_31", told("a.yaml", &text));
}

#[test]
fn values_of_the_wrong_kind() {
    let text = r#"{
  "swagger": "2.0",
  "info": {"title": 1, "version": null, "contact": {"email": "nobody", "url": "not a url"}},
  "host": "https://apim-parcels.azure-api.net/v1",
  "basePath": "v1",
  "schemes": ["https", "https", "ftp"],
  "tags": [{"name": "a"}, {"name": "b"}, { "name" : "a" }],
  "paths": [],
  "definitions": {
    "A": {"multipleOf": 0, "maxLength": -1, "minLength": 1.5, "pattern": "(", "enum": [], "required": []}
  }
}"#;
    insta::assert_snapshot!("wrong_kinds", told("a.json", text));
}

#[test]
fn aliases_and_merge_keys_are_looked_through() {
    let text = swagger(
        "x-common: &common
  responses: {'200': {description: fine}}
paths:
  /a:
    get:
      <<: *common
      deprecated: yes
    put: &put
      responses: *nothing
",
    );
    let text = text.replace("*nothing", "{'200': {description: fine}}\n    post: *put");
    insta::assert_snapshot!("aliases", told("a.yaml", &text));
}

#[test]
fn endless_and_exploding_aliases_are_refused() {
    let mut laughs = String::from("paths: {}\nx-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for level in 1..12 {
        let above = format!("*a{}, ", level - 1).repeat(8);
        let _ = writeln!(laughs, "x-{level}: &a{level} [{above}]");
    }
    if let Ok(document) = Document::of_text("a.yaml", swagger(&laughs)) {
        let version = version_of(&document).expect("the document states its version");
        let failures = validate(&document, version);
        assert_eq!(failures.len(), 1);
        assert!(
            failures[0].message.contains("aliases"),
            "{}",
            failures[0].message
        );
    }
}
