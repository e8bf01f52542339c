//! The schema that editors use.

use oneauth::config::{all_rules, schema};
use serde_json::Value;

use super::RULES;
use crate::support::command::repository;
use crate::support::golden;

#[test]
fn the_committed_schema_is_the_catalogue() {
    golden::check("docs/config.schema.json", &schema(&all_rules()));
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&schema(&RULES)).expect("it is JSON");
    jsonschema::validator_for(&schema).expect("it is a schema")
}

fn read(folder: &str) -> Vec<(String, Value)> {
    let folder = repository().join("fixtures/configs").join(folder);
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let each = entries.filter_map(|entry| {
        let path = entry.expect("readable").path();
        let text = std::fs::read_to_string(&path).expect("it is text");
        let value = serde_yaml::from_str(&text).ok()?;
        Some((path.display().to_string(), value))
    });
    each.collect()
}

#[test]
fn what_is_accepted_is_valid() {
    let validator = validator();
    for (name, value) in read("good") {
        // a file of comments reads as null, which an editor has no say on
        if !value.is_null() {
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|e| e.to_string())
                .collect();
            assert!(errors.is_empty(), "{name}: {}", errors.join("\n"));
        }
    }
}

#[test]
fn what_is_refused_is_invalid() {
    // a schema cannot tell what a pattern over paths may be, nor what stands twice
    let beyond = ["bad-pattern", "duplicate-member", "empty-reason"];
    let validator = validator();
    for (name, value) in read("bad") {
        if !beyond.iter().any(|known| name.contains(known)) {
            assert!(!validator.is_valid(&value), "{name} is valid");
        }
    }
}
