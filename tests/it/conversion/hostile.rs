//! Documents made to hurt: each ends in a result or in an error with a place, soon.

use std::fmt::Write as _;

use oneauth::convert::{Conversion, Options, convert};
use oneauth::document::Document;
use oneauth::error::{Error, Result};

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: Parcel Tracking API, version: '1'}\n";

fn run(body: &str, flatten: bool) -> Result<Conversion> {
    let document = Document::of_text("input.yaml", format!("{HEAD}{body}"))?;
    let options = Options {
        flatten_all_of: flatten,
        ..Options::default()
    };
    convert(&document, &options)
}

fn refused(body: &str) -> String {
    match run(body, false) {
        Err(Error::Place(misfit)) => misfit.to_string(),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was converted"),
    }
}

#[test]
fn aliases_that_multiply_are_refused_with_a_place() {
    let mut text = String::from("x-a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n");
    for at in 1..12 {
        let before = at - 1;
        let list = vec![format!("*a{before}"); 10].join(", ");
        let _ = writeln!(text, "x-a{at}: &a{at} [{list}]");
    }
    let message = refused(&text);
    assert!(message.starts_with("input.yaml:"), "{message}");
    assert!(
        message.ends_with("the document expands beyond all proportion"),
        "{message}"
    );
}

#[test]
fn aliases_that_nest_are_refused_with_a_place() {
    let mut text = String::from("x-a0: &a0 {type: string}\n");
    for at in 1..200 {
        let _ = writeln!(text, "x-a{at}: &a{at} {{type: array, items: *a{}}}", at - 1);
    }
    text.push_str("components: {schemas: {Deep: *a199}}\n");
    // the reader counts the depth of aliases already
    let message = refused(&text);
    assert!(message.starts_with("input.yaml:130:"), "{message}");
}

#[test]
fn references_in_circles_end() {
    let schemas = "components:
  schemas:
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/A'}
    C: {allOf: [{$ref: '#/components/schemas/D'}], properties: {c: {allOf: [{$ref: '#/components/schemas/C'}]}}}
    D: {allOf: [{$ref: '#/components/schemas/C'}], properties: {d: {allOf: [{$ref: '#/components/schemas/D'}, {type: object}]}}}
    E: {oneOf: [{$ref: '#/components/schemas/E'}, {$ref: '#/components/schemas/F'}]}
    F: {anyOf: [{$ref: '#/components/schemas/E'}, {type: object, properties: {f: {oneOf: [{$ref: '#/components/schemas/F'}, {$ref: '#/components/schemas/E'}]}}}]}
    G: {type: array, items: {$ref: '#/components/schemas/G'}}
  parameters:
    G: {name: g, in: query, schema: {$ref: '#/components/schemas/G'}}
    H: {$ref: '#/components/parameters/I'}
    I: {$ref: '#/components/parameters/H'}
  responses:
    R: {$ref: '#/components/responses/R'}
paths:
  /a: {$ref: '#/paths/~1b'}
  /b: {$ref: '#/paths/~1a'}
  /c:
    get:
      parameters: [{$ref: '#/components/parameters/G'}, {$ref: '#/components/parameters/H'}]
      requestBody: {$ref: '#/paths/~1c/get/requestBody'}
      responses: {'200': {$ref: '#/components/responses/R'}}
";
    for flatten in [false, true] {
        let conversion = run(schemas, flatten).map_err(|e| e.to_string()).unwrap();
        assert!(conversion.losses.len() > 4);
    }
}

#[test]
fn inheritance_that_doubles_stays_small() {
    let mut text = String::from(
        "components:\n  schemas:\n    S0: {type: object, properties: {p0: {type: string}}}\n",
    );
    for at in 1..120 {
        let below = at - 1;
        let _ = writeln!(
            text,
            "    S{at}:\n      allOf:\n        - {{$ref: '#/components/schemas/S{below}'}}\n        - {{$ref: '#/components/schemas/S{below}'}}\n        - {{type: object, properties: {{p{at}: {{allOf: [{{$ref: '#/components/schemas/S{below}'}}, {{$ref: '#/components/schemas/S{below}'}}]}}}}}}"
        );
    }
    let conversion = run(&text, true).map_err(|e| e.to_string()).unwrap();
    let json = conversion.text.text();
    assert!(
        json.len() < 200 * text.len(),
        "{} from {}",
        json.len(),
        text.len()
    );
}

#[test]
fn alternatives_that_double_stay_small() {
    let mut text = String::from(
        "components:\n  schemas:\n    U0: {type: object, properties: {p: {type: string}}}\n",
    );
    for at in 1..100 {
        let below = at - 1;
        let _ = writeln!(
            text,
            "    U{at}: {{oneOf: [{{$ref: '#/components/schemas/U{below}'}}, {{type: object, properties: {{q{at}: {{oneOf: [{{$ref: '#/components/schemas/U{below}'}}, {{type: object, properties: {{r: {{$ref: '#/components/schemas/U{below}'}}}}}}]}}}}}}]}}"
        );
    }
    let conversion = run(&text, false).map_err(|e| e.to_string()).unwrap();
    let json = conversion.text.text();
    assert!(
        json.len() < 400 * text.len(),
        "{} from {}",
        json.len(),
        text.len()
    );
}

#[test]
fn the_deepest_document_that_can_be_read_is_converted() {
    let mut schema = String::from("{\"type\":\"string\"}");
    for _ in 0..118 {
        schema = format!("{{\"items\":{schema}}}");
    }
    let text = format!(
        "{{\"openapi\":\"3.0.0\",\"info\":{{\"title\":\"t\",\"version\":\"1\"}},\"paths\":{{}},\"components\":{{\"schemas\":{{\"D\":{schema}}}}}}}"
    );
    let document = Document::of_text("input.json", text).unwrap();
    convert(&document, &Options::default()).unwrap();
}

#[test]
fn values_that_refer_to_each_other_end() {
    let mut text = String::from("x-v0: {a: 1}\n");
    for at in 1..60 {
        let below = at - 1;
        let _ = writeln!(
            text,
            "x-v{at}: {{a: {{$ref: '#/x-v{below}'}}, b: {{$ref: '#/x-v{below}'}}}}"
        );
    }
    // either the copies fit the budget or the place is named
    match run(&text, false) {
        Ok(conversion) => assert!(!conversion.losses.is_empty()),
        Err(error) => assert!(error.to_string().contains("input.yaml:"), "{error}"),
    }
}

#[test]
fn other_versions_are_refused_with_a_place() {
    for (text, says) in [
        (
            "swagger: '2.0'\n",
            "input.yaml:1:1: the document is Swagger 2.0 already",
        ),
        (
            "openapi: 4.0.0\n",
            "input.yaml:1:1: only OpenAPI 3.0, 3.1 and 3.2 can be converted",
        ),
        (
            "info: {}\n",
            "input.yaml:1:1: the document has no `openapi` version",
        ),
        (
            "- 1\n",
            "input.yaml:1:1: the document has no `openapi` version",
        ),
    ] {
        let document = Document::of_text("input.yaml", text).unwrap();
        let error = convert(&document, &Options::default()).unwrap_err();
        assert_eq!(error.to_string(), says);
    }
}
