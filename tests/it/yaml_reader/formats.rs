//! JSON in YAML files, and the other way round.

use std::sync::Arc;

use oneauth::document::{Document, Format, ReadOptions};
use oneauth::text::SourceFile;

fn format_of(name: &str, text: &str) -> Format {
    let source = Arc::new(SourceFile::new(name, text));
    let document = Document::parse(source, ReadOptions::default());
    document.unwrap_or_else(|e| panic!("{e}")).format()
}

#[test]
fn json_in_a_yaml_file_is_read_as_json() {
    for name in ["api.yaml", "api.yml", "API.YAML"] {
        assert_eq!(format_of(name, "{\"a\": 1}"), Format::Json);
        assert_eq!(format_of(name, "\n  [1, 2]\n"), Format::Json);
    }
}

#[test]
fn flow_yaml_in_a_yaml_file_is_read_as_yaml() {
    for text in [
        "{a: 1}",
        "{\"a\": 1,}",
        "{\"a\": 1} # c",
        "{\"a\": 017}",
        "{\"a\":\n1}\n---\n",
    ] {
        assert_eq!(format_of("api.yaml", text), Format::Yaml, "{text}");
    }
    assert_eq!(format_of("api.yaml", "a: {\"b\": 1}"), Format::Yaml);
}

#[test]
fn an_error_in_a_yaml_file_is_about_yaml() {
    let source = Arc::new(SourceFile::new("api.yaml", "{a: [1, 2}"));
    let error = Document::parse(source, ReadOptions::default()).expect_err("a bracket is missing");
    assert_eq!(error.to_string(), "api.yaml:1:5: `[` is closed by `}`");
}

#[test]
fn the_format_that_is_asked_for_is_used() {
    let options = ReadOptions {
        format: Some(Format::Yaml),
        ..ReadOptions::default()
    };
    let source = Arc::new(SourceFile::new("api.json", "{\"a\": 1}"));
    let document = Document::parse(source, options).expect("JSON is YAML");
    assert_eq!(document.format(), Format::Yaml);
    assert_eq!(format_of("-", "a: 1"), Format::Yaml);
    assert_eq!(format_of("-", "{\"a\": 1}"), Format::Json);
}
