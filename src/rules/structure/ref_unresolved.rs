//! `ref-unresolved`

use super::reference_loop::leads_nowhere;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(reference: &str) -> String {
    format!("the reference `{reference}` names nothing")
}

declare_rule! {
    /// A reference names nothing in the document.
    ///
    /// What it stands for is missing: readers refuse the document, or go on without the schema,
    /// parameter or answer. Usually the thing was renamed or removed.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels, schema: {$ref: "#/definitions/Parcels"}}}
    /// definitions:
    ///   Parcel: {type: object}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels, schema: {$ref: "#/definitions/Parcel"}}}
    /// definitions:
    ///   Parcel: {type: object}
    /// ```
    RefUnresolved = "ref-unresolved" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Reference],
        references: [
            "OpenAPI 3.1.1, Reference Object" => "https://spec.openapis.org/oas/v3.1.1.html#reference-object",
            "Microsoft, Swagger validator rules: SchemaReferenceNotFound, ParameterReferenceNotFound, ResponseReferenceNotFound, JsonPointerNotValid" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for RefUnresolved {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_reference(&self, cx: &mut Context<'_, '_>, reference: NodeRef<'_>) {
        if !leads_nowhere(cx.spec(), reference) {
            return;
        }
        let text = reference.text();
        if !text.starts_with('#') || is_by_name(cx, reference) {
            return;
        }
        let draft = Draft::value(reference, message(&text))
            .label("not there")
            .help("define it, or name what is meant");
        cx.report(draft);
    }
}

/// True when JSON Schema 2020-12 may find it otherwise: by `$anchor`, or from another `$id`.
fn is_by_name(cx: &Context<'_, '_>, reference: NodeRef<'_>) -> bool {
    if matches!(cx.spec().version(), Version::Swagger2 | Version::OpenApi30) {
        return false;
    }
    let has_id = |node: &NodeRef<'_>| node.member(key::DOLLAR_ID).is_some();
    let mut above = std::iter::successors(reference.parent(), |node| node.parent());
    !reference.text().starts_with("#/") || above.any(|node| has_id(&node))
}
