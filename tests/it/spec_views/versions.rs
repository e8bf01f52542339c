//! Which version a document is of.

use oneauth::document::Document;
use oneauth::spec::{Spec, Version};

use super::with;

#[test]
fn each_version_in_both_formats() {
    let cases = [
        (r#"{"swagger": "2.0"}"#, Version::Swagger2),
        (r#"{"openapi": "3.0.0"}"#, Version::OpenApi30),
        (r#"{"openapi": "3.0.4"}"#, Version::OpenApi30),
        (r#"{"openapi": "3.1.1"}"#, Version::OpenApi31),
        (r#"{"openapi": "3.1.0-rc1"}"#, Version::OpenApi31),
        (r#"{"openapi": "3.2.0"}"#, Version::OpenApi32),
    ];
    for (text, version) in cases {
        super::both(text, |spec| assert_eq!(spec.version(), version, "{text}"));
    }
}

#[test]
fn yaml_numbers_say_a_version_too() {
    let cases = [
        ("swagger: 2.0\n", Version::Swagger2),
        ("swagger: '2.0'\n", Version::Swagger2),
        ("openapi: 3.1\n", Version::OpenApi31),
        ("openapi: 3.0.3\n", Version::OpenApi30),
        ("info: {}\nopenapi: \"3.2.0\"\n", Version::OpenApi32),
    ];
    for (text, version) in cases {
        with("parcels.yaml", text, |spec| {
            assert_eq!(spec.version(), version, "{text}");
        });
    }
}

#[test]
fn what_is_no_such_document_is_named() {
    let cases = [
        (r#"{"swagger": "1.2"}"#, "Swagger 1.2 is not supported"),
        (r#"{"swaggerVersion": "1.2", "apis": []}"#, "Swagger 1.x"),
        (r#"{"openapi": "4.0.0"}"#, "OpenAPI 4.0.0 is not supported"),
        (
            r#"{"openapi": "3.10.0"}"#,
            "OpenAPI 3.10.0 is not supported",
        ),
        (r#"{"openapi": "3"}"#, "OpenAPI 3 is not supported"),
        (r#"{"openapi": {}}"#, "is not supported"),
        (r#"{"swagger": "2.0", "openapi": "3.0.0"}"#, "both"),
        (r#"{"asyncapi": "2.0.0"}"#, "AsyncAPI"),
        (r"{}", "neither `swagger` nor `openapi`"),
        (r"[]", "its root is not an object"),
        (r"null", "its root is not an object"),
    ];
    for (text, words) in cases {
        let document = Document::of_text("parcels.json", text).expect("it is JSON");
        let error = Spec::new(&document).err().map(|error| error.to_string());
        let error = error.unwrap_or_else(|| panic!("{text} was taken"));
        assert!(error.contains(words), "{text}: {error}");
    }
}
