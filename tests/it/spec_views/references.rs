//! `$ref` as RFC 3986 fragments holding RFC 6901 pointers.

use oneauth::document::Document;
use oneauth::spec::{References, Spec};

/// Where each reference of the `x-refs` list leads.
fn leads(text: &str) -> Vec<Option<String>> {
    let document = Document::of_text("parcels.json", text).expect("it is JSON");
    let spec = Spec::new(&document).expect("it is a document");
    let list = document.root().get("x-refs").expect("it is there");
    let follow = |node| {
        let end = spec.follow(node)?;
        Some(end.pointer().as_str().to_owned())
    };
    list.items().map(follow).collect()
}

fn lead(reference: &str, components: &str) -> Option<String> {
    let text = format!(
        r#"{{"openapi": "3.1.0", "components": {components}, "x-refs": [{{"$ref": "{reference}"}}]}}"#
    );
    leads(&text).remove(0)
}

#[test]
fn pointers_are_percent_decoded_then_unescaped() {
    let schemas = r#"{"schemas": {"a/b": 1, "a~b": 1, "a b": 1, "ä": 1, "~1": 1, "a%25b": 1, "": 1, "a+b": 1}}"#;
    let cases = [
        ("#/components/schemas/a~1b", "a~1b"),
        ("#/components/schemas/a%7E1b", "a~1b"),
        ("#/components/schemas/a~0b", "a~0b"),
        ("#/components/schemas/a%20b", "a b"),
        ("#/components/schemas/%C3%A4", "ä"),
        ("#/components/schemas/ä", "ä"),
        ("#/components/schemas/~01", "~01"),
        ("#/components/schemas/a%2525b", "a%25b"),
        ("#/components/schemas/", ""),
        ("#/components/schemas/a+b", "a+b"),
        ("#/%63omponents/schemas/a~1b", "a~1b"),
    ];
    for (reference, name) in cases {
        let expected = format!("/components/schemas/{name}");
        assert_eq!(lead(reference, schemas), Some(expected), "{reference}");
    }
}

#[test]
fn what_leads_nowhere() {
    let schemas = r#"{"schemas": {"a": [10, 11], "a ": 1, "a%+20": 1}}"#;
    let cases = [
        "#/components/schemas/b",
        "#/components/schemas/a/2",
        "#/components/schemas/a/-",
        "#/components/schemas/a/00",
        "#/components/schemas/a/0/deep",
        "#components/schemas/a",
        "#a",
        "other.json",
        "other.json#/components/schemas/a",
        "https://apim-parcels.azure-api.net/api.json#/components/schemas/a",
        "a",
        "",
    ];
    for reference in cases {
        assert_eq!(lead(reference, schemas), None, "{reference}");
    }
    assert_eq!(
        lead("#/components/schemas/a/1", schemas).as_deref(),
        Some("/components/schemas/a/1")
    );
    // a `%` that starts no pair of hexadecimal digits stands for itself
    assert_eq!(
        lead("#/components/schemas/a%+20", schemas).as_deref(),
        Some("/components/schemas/a%+20")
    );
    assert_eq!(lead("#", schemas).as_deref(), Some(""));
}

#[test]
fn chains_end_and_cycles_do_not_hang() {
    let text = r##"{"openapi": "3.1.0", "x-refs": [
        {"$ref": "#/x-refs/1"}, {"$ref": "#/x-refs/2", "summary": "beside"}, {"type": "string"},
        {"$ref": "#/x-refs/4"}, {"$ref": "#/x-refs/3"}, {"$ref": "#/x-refs/5"}, {"$ref": 7}, 7]}"##;
    let expected = [
        Some("/x-refs/2"),
        Some("/x-refs/2"),
        Some("/x-refs/2"),
        None,
        None,
        None,
        Some("/x-refs/6"),
        Some("/x-refs/7"),
    ];
    assert_eq!(leads(text), expected.map(|one| one.map(str::to_owned)));
}

#[test]
fn a_property_named_ref_is_no_reference() {
    let document = Document::of_text(
        "parcels.yaml",
        "openapi: 3.1.0\nproperties:\n  $ref: {type: string}\n",
    );
    let document = document.expect("it is YAML");
    let properties = document.root().get("properties").expect("it is there");
    assert!(References::reference(properties).is_none());
}

#[test]
fn large_maps_are_searched_as_small_ones() {
    let entries: Vec<_> = (0..40).map(|n| format!(r#""s{n}": {{}}"#)).collect();
    let schemas = format!(
        r#"{{"schemas": {{{}, "s7": {{"last": 1}}}}}}"#,
        entries.join(", ")
    );
    // of duplicates the last counts, for any size
    let found = lead("#/components/schemas/s7/last", &schemas);
    assert_eq!(found.as_deref(), Some("/components/schemas/s7/last"));
    assert_eq!(lead("#/components/schemas/s40", &schemas), None);
}
