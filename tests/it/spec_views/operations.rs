//! Which operations a document has.

use oneauth::spec::{Method, Origin};

use super::{both, protected, titles};

const ALL: &str = r#""paths": {"/parcels": {
    "summary": "Parcels", "parameters": [], "servers": [], "x-get": {},
    "get": {}, "put": {}, "post": {}, "delete": {}, "options": {}, "head": {}, "patch": {},
    "trace": {}, "query": {}, "additionalOperations": {"LINK": {}, "Copy": {}}}}"#;

#[test]
fn the_methods_of_each_version() {
    let seven = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH"];
    let expect = |version: &str, more: &[&str]| {
        both(&format!("{{{version}, {ALL}}}"), |spec| {
            let expected = seven.iter().chain(more);
            let expected: Vec<_> = expected
                .map(|method| format!("{method} /parcels"))
                .collect();
            assert_eq!(titles(spec), expected, "{version}");
        });
    };
    expect(r#""swagger": "2.0""#, &[]);
    expect(r#""openapi": "3.0.4""#, &["TRACE"]);
    expect(r#""openapi": "3.1.1""#, &["TRACE"]);
    expect(r#""openapi": "3.2.0""#, &["TRACE", "QUERY", "LINK", "Copy"]);
}

#[test]
fn an_additional_method_is_not_one_that_changes_nothing() {
    both(&format!(r#"{{"openapi": "3.2.0", {ALL}}}"#), |spec| {
        let safe = spec.operations().iter().filter(|one| one.method.is_safe());
        let safe: Vec<_> = safe.map(|one| one.method).collect();
        let expected = [
            Method::Get,
            Method::Options,
            Method::Head,
            Method::Trace,
            Method::Query,
        ];
        assert_eq!(safe, expected);
    });
}

#[test]
fn webhooks_come_after_the_paths_since_3_1() {
    let text = |version: &str| {
        format!(
            r##"{{"openapi": "{version}", "security": [{{"key": []}}],
            "webhooks": {{"delivered": {{"post": {{}}}}, "lost": {{"$ref": "#/components/pathItems/lost"}}}},
            "components": {{"pathItems": {{"lost": {{"put": {{"security": []}}}}, "unused": {{"get": {{}}}}}}}},
            "paths": {{"/parcels": {{"get": {{}}}}, "x-notes": {{"get": {{}}}}}}}}"##
        )
    };
    for version in ["3.1.1", "3.2.0"] {
        both(&text(version), |spec| {
            let expected = ["GET /parcels: key", "POST delivered: key", "PUT lost: none"];
            assert_eq!(protected(spec), expected);
            let origins: Vec<_> = spec.operations().iter().map(|one| one.origin).collect();
            assert_eq!(origins, [Origin::Paths, Origin::Webhooks, Origin::Webhooks]);
        });
    }
    both(&text("3.0.4"), |spec| {
        assert_eq!(protected(spec), ["GET /parcels: key"]);
    });
}

#[test]
fn a_path_item_may_be_a_reference_with_siblings() {
    let text = r##"{"openapi": "3.1.0", "security": [{"key": []}],
        "paths": {
            "/parcels": {"$ref": "#/components/pathItems/parcels", "post": {"security": []}},
            "/boxes": {"$ref": "#/paths/~1parcels"}},
        "components": {"pathItems": {"parcels": {"get": {"security": [{"login": []}]}, "delete": {}}}}}"##;
    both(text, |spec| {
        let mut found = protected(spec);
        found.sort();
        let expected = [
            "DELETE /boxes: key",
            "DELETE /parcels: key",
            "GET /boxes: login",
            "GET /parcels: login",
            "POST /boxes: none",
            "POST /parcels: none",
        ];
        assert_eq!(found, expected);
    });
}

#[test]
fn references_that_lead_nowhere_add_nothing() {
    let text = r##"{"openapi": "3.0.4", "paths": {
        "/loop": {"$ref": "#/paths/~1pool"}, "/pool": {"$ref": "#/paths/~1loop"},
        "/self": {"$ref": "#/paths/~1self", "get": {}},
        "/gone": {"$ref": "#/components/pathItems/gone"},
        "/away": {"$ref": "paths.yaml#/parcels", "put": {}},
        "/odd": {"$ref": 7, "head": {}}}}"##;
    both(text, |spec| {
        assert_eq!(titles(spec), ["GET /self", "PUT /away", "HEAD /odd"]);
    });
}

#[test]
fn callbacks_are_no_operations_of_the_api() {
    let text = r#"{"openapi": "3.0.4", "paths": {"/parcels": {"post": {"callbacks": {
        "moved": {"{$request.body#/url}": {"post": {"security": []}}}}}}}}"#;
    both(text, |spec| assert_eq!(titles(spec), ["POST /parcels"]));
}

#[test]
fn shapes_nobody_promised() {
    for paths in [
        "null",
        "[]",
        "7",
        r#"{"/a": null}"#,
        r#"{"/a": {"get": 7, "put": []}}"#,
    ] {
        let text = format!(r#"{{"openapi": "3.2.0", "paths": {paths}, "webhooks": {paths}}}"#);
        both(&text, |spec| assert!(titles(spec).is_empty(), "{text}"));
    }
}
