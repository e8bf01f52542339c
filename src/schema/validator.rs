//! The schema of each version, compiled when it is first asked for.

use std::sync::OnceLock;

use jsonschema::{Draft, Validator};

use super::bounds::is_bounded;
use super::failure::Failure;
use super::format;
use super::message::failures_of;
use super::tree::{Tree, View};
use crate::document::{Document, NodeId};
use crate::finding::On;
use crate::spec::Version;

/// A schema and what it was compiled to.
struct Compiled {
    schema: serde_json::Value,
    validator: Validator<Tree>,
}

/// The schema of a version: JSON Schema 2020-12.
pub const fn source(version: Version) -> &'static str {
    match version {
        Version::Swagger2 => include_str!("swagger20.json"),
        Version::OpenApi30 => include_str!("openapi30.json"),
        Version::OpenApi31 => include_str!("openapi31.json"),
        Version::OpenApi32 => include_str!("openapi32.json"),
    }
}

/// Check a document against the schema of its version. The failures come in source order; none
/// means that the document is valid. Aliases and merge keys are looked through; placeholders that
/// wait for their value, such as `{{TENANT_ID}}`, are never a failure.
pub fn validate(document: &Document, version: Version) -> Vec<Failure> {
    if !is_bounded(document) {
        return vec![Failure {
            node: NodeId::ROOT,
            on: On::Value,
            message: "aliases expand this document too far to check it".to_owned(),
            help: Some("write out the values that its aliases repeat".to_owned()),
            dialect: false,
        }];
    }
    let compiled = compiled(version);
    let root = View::Node(document.root());
    // nearly every document is valid, and to say so takes a third of what looking for errors takes
    if compiled.validator.is_valid(root) {
        return Vec::new();
    }
    let errors = compiled.validator.iter_errors(root);
    let mut failures: Vec<Failure> = errors
        .flat_map(|error| failures_of(&error, document, &compiled.schema))
        .collect();
    failures.sort_by_key(|failure| failure.node);
    failures.dedup();
    failures
}

fn compiled(version: Version) -> &'static Compiled {
    static COMPILED: [OnceLock<Compiled>; 4] = [const { OnceLock::new() }; 4];
    let slot = Version::ALL.iter().position(|known| *known == version);
    let slot = slot.expect("every version is one of all");
    COMPILED[slot].get_or_init(|| compile(source(version)))
}

fn compile(text: &str) -> Compiled {
    let schema: serde_json::Value = serde_json::from_str(text).expect("our schemas are JSON");
    let validator = jsonschema::options_for::<Tree>()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .with_format("url", format::is_url)
        .with_format("url-reference", format::is_url_reference)
        .with_format("email", format::is_email)
        .with_format("host", format::is_host)
        .with_format("base-path", format::is_base_path)
        .build(&schema)
        .expect("our schemas are sound: a test compiles each");
    Compiled { schema, validator }
}
