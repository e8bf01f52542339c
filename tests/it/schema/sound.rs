//! The schemas themselves: they compile, say everything in words, and never leave a choice open.

use oneauth::document::Document;
use oneauth::schema::{source, validate};
use oneauth::spec::Version;
use serde_json::Value;

fn schema(version: Version) -> Value {
    serde_json::from_str(source(version)).expect("a schema is JSON")
}

/// Every subschema with its pointer; conditions (`if`, `not`) are left out, they never speak.
fn speaking<'s>(schema: &'s Value, path: &str, found: &mut Vec<(String, &'s Value)>) {
    match schema {
        Value::Object(members) => {
            found.push((path.to_owned(), schema));
            for (key, value) in members {
                if !matches!(key.as_str(), "if" | "not" | "says") {
                    speaking(value, &format!("{path}/{key}"), found);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                speaking(item, &format!("{path}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn the_smallest_document_of_each_version_is_valid() {
    for (version, text) in [
        (
            Version::Swagger2,
            r#"{"swagger":"2.0","info":{"title":"A","version":"1"},"paths":{}}"#,
        ),
        (
            Version::OpenApi30,
            r#"{"openapi":"3.0.4","info":{"title":"A","version":"1"},"paths":{}}"#,
        ),
        (
            Version::OpenApi31,
            r#"{"openapi":"3.1.1","info":{"title":"A","version":"1"},"webhooks":{}}"#,
        ),
        (
            Version::OpenApi32,
            r#"{"openapi":"3.2.0","info":{"title":"A","version":"1"},"components":{}}"#,
        ),
    ] {
        let document = Document::of_text("a.json", text).expect("it is JSON");
        assert_eq!(validate(&document, version), [], "{version}");
        let empty = Document::of_text("a.json", "{}").expect("it is JSON");
        assert!(!validate(&empty, version).is_empty(), "{version}");
    }
}

#[test]
fn no_choice_is_left_to_the_reader() {
    for version in Version::ALL {
        let schema = schema(version);
        let mut found = Vec::new();
        speaking(&schema, "", &mut found);
        for (path, subschema) in found {
            let open = ["oneOf", "anyOf"]
                .iter()
                .any(|key| subschema.get(key).is_some());
            // `properties` may well describe members with these names
            let described = path.ends_with("/properties");
            assert!(!open || described, "{version}: {path} leaves a choice open");
        }
    }
}

#[test]
fn closed_objects_have_a_title_and_conditions_have_words() {
    for version in Version::ALL {
        let schema = schema(version);
        let mut found = Vec::new();
        speaking(&schema, "", &mut found);
        for (path, subschema) in found {
            if path.ends_with("/properties") {
                continue;
            }
            let has = |key: &str| subschema.get(key).is_some();
            if subschema.get("additionalProperties") == Some(&Value::Bool(false)) {
                assert!(has("title"), "{version}: {path} has no title");
            }
            for key in ["not", "pattern"] {
                let says = subschema.get("says").and_then(|says| says.get(key));
                let schema = subschema.get(key).is_some_and(|value| {
                    value.is_object() || (key == "pattern" && value.is_string())
                });
                assert!(
                    !schema || says.is_some(),
                    "{version}: {path} has no words for {key}"
                );
            }
        }
    }
}
