//! The parameters in force for an operation.

use super::{both, parameters};

#[test]
fn an_operation_adds_to_and_replaces_those_of_its_path() {
    let text = r#"{"swagger": "2.0", "paths": {"/parcels/{id}": {
        "parameters": [
            {"in": "path", "name": "id"}, {"in": "query", "name": "page"}, {"in": "header", "name": "page"}],
        "get": {"parameters": [{"in": "query", "name": "page"}, {"in": "formData", "name": "page"}]}}}}"#;
    both(text, |spec| {
        let at = "/paths/~1parcels~1{id}";
        let expected = [
            format!("Query page @ {at}/get/parameters/0"),
            format!("FormData page @ {at}/get/parameters/1"),
            format!("Path id @ {at}/parameters/0"),
            format!("Header page @ {at}/parameters/2"),
        ];
        assert_eq!(parameters(spec), expected);
    });
}

#[test]
fn names_are_compared_after_references() {
    let text = r##"{"openapi": "3.0.4", "paths": {"/parcels": {
            "parameters": [{"$ref": "#/components/parameters/page"}, {"$ref": "#/components/parameters/size"}],
            "get": {"parameters": [{"in": "query", "name": "page"}]}}},
        "components": {"parameters": {
            "page": {"in": "query", "name": "page"},
            "size": {"$ref": "#/components/parameters/length"},
            "length": {"in": "query", "name": "size"}}}}"##;
    both(text, |spec| {
        let expected = [
            "Query page @ /paths/~1parcels/get/parameters/0",
            "Query size @ /components/parameters/length",
        ];
        assert_eq!(parameters(spec), expected);
    });
}

#[test]
fn a_header_has_no_case() {
    let text = r#"{"openapi": "3.0.4", "paths": {"/parcels": {
            "parameters": [{"in": "header", "name": "x-parcel"}, {"in": "query", "name": "page"}],
            "get": {"parameters": [{"in": "header", "name": "X-Parcel"}, {"in": "query", "name": "Page"}]}}}}"#;
    both(text, |spec| {
        let expected = [
            "Header X-Parcel @ /paths/~1parcels/get/parameters/0",
            "Query Page @ /paths/~1parcels/get/parameters/1",
            "Query page @ /paths/~1parcels/parameters/1",
        ];
        assert_eq!(parameters(spec), expected);
    });
}

#[test]
fn those_beside_a_reference_count_too() {
    let text = r##"{"openapi": "3.1.1",
        "paths": {"/parcels": {"$ref": "#/components/pathItems/parcels",
            "parameters": [{"in": "header", "name": "X-Depot"}]}},
        "components": {"pathItems": {"parcels": {"get": {"parameters": [{"in": "query", "name": "page"}]}}}}}"##;
    both(text, |spec| {
        let expected = [
            "Query page @ /components/pathItems/parcels/get/parameters/0",
            "Header X-Depot @ /paths/~1parcels/parameters/0",
        ];
        assert_eq!(parameters(spec), expected);
    });
}

#[test]
fn those_behind_a_reference_count_for_operations_beside_it() {
    let text = r##"{"openapi": "3.1.1",
        "paths": {"/parcels": {"$ref": "#/components/pathItems/parcels", "get": {}}},
        "components": {"pathItems": {"parcels": {"parameters": [{"in": "query", "name": "page"}]}}}}"##;
    both(text, |spec| {
        let expected = ["Query page @ /components/pathItems/parcels/parameters/0"];
        assert_eq!(parameters(spec), expected);
    });
}

#[test]
fn every_place_of_3_2() {
    let text = r#"{"openapi": "3.2.0", "paths": {"/parcels": {"query": {"parameters": [
        {"in": "querystring", "name": "q"}, {"in": "cookie", "name": "q"}, {"in": "path", "name": "q"},
        {"in": "sideways", "name": "q"}, {"name": "q"}]}}}}"#;
    both(text, |spec| {
        let places: Vec<_> = parameters(spec)
            .iter()
            .map(|one| one.split(' ').next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(places[..4], ["QueryString", "Cookie", "Path", ""]);
    });
}

#[test]
fn what_cannot_be_followed_is_left_out() {
    let text = r##"{"openapi": "3.0.4", "paths": {"/parcels": {"get": {"parameters": [
        {"$ref": "#/components/parameters/gone"}, {"$ref": "other.yaml#/page"},
        {"$ref": "#/components/parameters/loop"}, {"in": "query", "name": "page"}]}}},
        "components": {"parameters": {"loop": {"$ref": "#/components/parameters/loop"}}}}"##;
    both(text, |spec| {
        let expected = ["Query page @ /paths/~1parcels/get/parameters/3"];
        assert_eq!(parameters(spec), expected);
    });
}
