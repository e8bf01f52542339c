//! `reference-loop`

use rustc_hash::FxHashSet;

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Role, Version};

fn message(reference: &str) -> String {
    format!("`{reference}` leads back to here")
}

declare_rule! {
    /// A `$ref` leads back to itself.
    ///
    /// Each reference names the next, and none names a thing: readers that follow them never end or
    /// give up, and the connector platform refuses the document. A schema whose property refers to
    /// the schema itself is fine: that is a tree.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Parcel: {$ref: "#/definitions/Parcel"}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Parcel: {type: object, properties: {inner: {$ref: "#/definitions/Parcel"}}}
    /// ```
    ReferenceLoop = "reference-loop" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Reference],
        references: [
            "OpenAPI 3.1.1, Reference Object" => "https://spec.openapis.org/oas/v3.1.1.html#reference-object",
            "Microsoft, Swagger validator rules: SchemaRefLoopNotAllowed, ParameterRefLoopNotAllowed, ResponseRefLoopNotAllowed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ReferenceLoop {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_reference(&self, cx: &mut Context<'_, '_>, reference: NodeRef<'_>) {
        let place = reference.parent().map(|node| cx.spec().role(node.id()));
        if matches!(place, None | Some(Role::Other | Role::Examples)) || !comes_back(cx, reference)
        {
            return;
        }
        let draft = Draft::value(reference, message(&reference.text()))
            .label("part of a circle")
            .help("let one of the circle say what it is");
        cx.report(draft);
    }
}

/// True when references alone, one naming the next, lead back to this one.
fn comes_back(cx: &Context<'_, '_>, reference: NodeRef<'_>) -> bool {
    let mut seen = FxHashSet::default();
    let mut at = reference;
    while seen.insert(at.id()) {
        let next = cx.spec().references().resolve(at);
        let Some(next) = next.and_then(|target| target.member(key::REF)) else {
            return false;
        };
        at = next;
    }
    at.id() == reference.id()
}
