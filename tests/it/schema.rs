//! Documents against the JSON Schema of their version: sound schemas, messages a person
//! understands, and the same verdicts as the published schemas give.

mod agreement;
mod formats;
mod messages;
mod sound;

use oneauth::document::{Document, NodeRef};
use oneauth::spec::Version;

/// The version a document states.
fn version_of(document: &Document) -> Option<Version> {
    let root = document.root();
    let swagger = root.get("swagger").map(NodeRef::text);
    let openapi = root.get("openapi").map(NodeRef::text);
    swagger
        .and_then(|text| Version::of_swagger(&text))
        .or_else(|| openapi.and_then(|text| Version::of_openapi(&text)))
}
