//! `security`: alternatives, schemes together, inheritance, and what is not said.

use oneauth::document::Document;
use oneauth::spec::{Protection, Spec};

use super::{both, protected, with};

/// A document of each version whose root and only operation hold these members.
fn documents(root: &str, operation: &str) -> Vec<String> {
    let versions = [
        r#""swagger": "2.0""#,
        r#""openapi": "3.0.4""#,
        r#""openapi": "3.1.1""#,
        r#""openapi": "3.2.0""#,
    ];
    let one = |version: &str| {
        format!(r#"{{{version}, {root} "paths": {{"/parcels": {{"get": {{{operation}}}}}}}}}"#)
    };
    versions.map(one).to_vec()
}

#[track_caller]
fn expect(root: &str, operation: &str, words: &str, public: bool) {
    for text in documents(root, operation) {
        both(&text, |spec| {
            let operation = &spec.operations()[0];
            let protection = spec.protection(operation);
            assert_eq!(protection.describe(), words, "{text}");
            assert_eq!(protection.is_public(), public, "{text}");
        });
    }
}

#[test]
fn any_alternative_with_all_its_schemes() {
    let root = r#""security": [{"key": [], "oauth": ["read", "write"]}, {"login": []}],"#;
    let words = "key AND oauth [read, write] OR login";
    expect(root, "", words, false);
    expect("", root.trim_end_matches(','), words, false);
}

#[test]
fn an_operation_replaces_what_the_document_says() {
    let root = r#""security": [{"key": []}],"#;
    expect(root, "", "key", false);
    expect(root, r#""security": [{"login": []}]"#, "login", false);
    expect(root, r#""security": []"#, "none", true);
    expect(root, r#""security": [{}]"#, "anonymous", true);
}

#[test]
fn an_empty_alternative_makes_it_optional() {
    let words = "key OR anonymous";
    expect(r#""security": [{"key": []}, {}],"#, "", words, true);
    expect(
        "",
        r#""security": [{}, {"key": []}]"#,
        "anonymous OR key",
        true,
    );
}

#[test]
fn nothing_said_and_nothing_asked() {
    expect("", "", "none", true);
    expect(r#""security": [],"#, "", "none", true);
}

#[test]
fn null_says_nothing() {
    expect(
        r#""security": [{"key": []}],"#,
        r#""security": null"#,
        "key",
        false,
    );
    expect(r#""security": null,"#, "", "none", true);
}

#[test]
fn the_four_ways_to_be_protected() {
    let root = r#""security": [{"key": []}],"#;
    let of = |root: &str, operation: &str| {
        let text = documents(root, operation).remove(3);
        let document = oneauth::document::Document::of_text("parcels.json", text);
        let document = document.expect("it is JSON");
        let spec = oneauth::spec::Spec::new(&document).expect("it is a document");
        match spec.protection(&spec.operations()[0]) {
            Protection::Inherited(_) => "inherited",
            Protection::Own(_) => "own",
            Protection::OptedOut(_) => "opted out",
            Protection::Undeclared => "undeclared",
        }
    };
    assert_eq!(of(root, ""), "inherited");
    assert_eq!(of(root, r#""security": [{"key": []}]"#), "own");
    assert_eq!(of(root, r#""security": []"#), "opted out");
    assert_eq!(of("", ""), "undeclared");
    assert_eq!(of(r#""security": [],"#, ""), "inherited");
}

#[test]
fn a_lone_object_is_the_one_alternative_it_means() {
    let root = r#""security": {"key": [], "login": []},"#;
    expect(root, "", "key AND login", false);
}

#[test]
fn names_are_kept_whether_defined_or_not() {
    let text = r#"{"swagger": "2.0", "securityDefinitions": {"key": {"type": "basic"}},
        "security": [{"key": [], "Key": []}, {"gone": []}]}"#;
    both(text, |spec| {
        let requirements = spec.requirements().expect("they are there");
        let defined: Vec<_> = requirements
            .uses()
            .map(|one| (one.name, spec.scheme(one.name).is_some()))
            .collect();
        // names have case
        assert_eq!(defined, [("key", true), ("Key", false), ("gone", false)]);
    });
}

#[test]
fn a_path_item_has_no_security() {
    let text = r#"{"openapi": "3.1.0", "security": [{"key": []}],
        "paths": {"/parcels": {"security": [], "get": {}, "post": {"security": [{"login": []}]}}}}"#;
    both(text, |spec| {
        assert_eq!(
            protected(spec),
            ["GET /parcels: key", "POST /parcels: login"]
        );
    });
}

/// OpenAPI 3.2: a name may be the URI of a Security Scheme Object; a component's name comes first.
#[test]
fn a_name_may_be_a_uri_since_3_2() {
    let text = |version: &str| {
        format!(
            r##"{{"openapi": "{version}", "components": {{"securitySchemes": {{
            "key": {{"type": "apiKey", "in": "header", "name": "X-Key"}}}}}},
            "security": [{{"#/components/securitySchemes/key": []}}]}}"##
        )
    };
    let name = "#/components/securitySchemes/key";
    both(&text("3.2.0"), |spec| {
        assert_eq!(spec.scheme(name).map(|scheme| scheme.name), Some("key"));
        assert!(spec.scheme("#/components/securitySchemes/gone").is_none());
    });
    both(&text("3.1.1"), |spec| assert!(spec.scheme(name).is_none()));
}

#[test]
fn shapes_nobody_promised() {
    for security in [
        "7",
        r#""key""#,
        "[7]",
        "[[]]",
        r#"[{"key": null}]"#,
        "[null]",
    ] {
        for text in documents(&format!(r#""security": {security},"#), "") {
            with("parcels.json", &text, |spec| {
                let requirements = spec.requirements().expect("it is there");
                assert!(requirements.uses().all(|one| one.scopes.is_empty()));
            });
        }
    }
}

/// A copy for each operation would make a small document a large one.
#[test]
fn operations_share_what_they_inherit() {
    let text = "swagger: '2.0'\nsecurity: [{a: []}, {b: []}]\npaths: {/p: {get: {}, put: {}}}\n";
    let document = Document::of_text("a.yaml", text).unwrap();
    let spec = Spec::new(&document).unwrap();
    let inherited = |at: usize| {
        let protection = spec.protection(&spec.operations()[at]);
        protection.requirements().unwrap().alternatives.clone()
    };
    assert!(std::sync::Arc::ptr_eq(&inherited(0), &inherited(1)));
}
