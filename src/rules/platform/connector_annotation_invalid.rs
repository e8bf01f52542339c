//! `connector-annotation-invalid`

use super::validator;
use crate::declare_rule;
use crate::document::{Kind, NodeRef};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

const ANNOTATION: &str = "x-ms-api-annotation";

fn message(fault: &str) -> String {
    format!("`{ANNOTATION}` {fault}")
}

declare_rule! {
    /// `x-ms-api-annotation` does not say which revision of which operation this is.
    ///
    /// Revisions of one operation share a `family`, and each has a number of its own. A `replacement`
    /// names an operation of this connector. The import is refused otherwise.
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
    ///       operationId: ListParcels
    ///       x-ms-api-annotation: {family: ListParcels}
    ///       responses: {"200": {description: Parcels}}
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
    ///       operationId: ListParcels
    ///       x-ms-api-annotation: {family: ListParcels, revision: 1}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorAnnotationInvalid = "connector-annotation-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation("x-ms-api-annotation")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: OperationFamilyHasDuplicateRevisions, OperationRevisionEmpty, ApiAnnotationExtensionReplacementInfoMissingApiProperty, ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty, ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorAnnotationInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        let found = operation.node.get(ANNOTATION);
        let Some(annotation) = found.filter(|_| validator::is_asked(cx)) else {
            return;
        };
        let Some(fault) = fault(cx, operation.node, annotation) else {
            return;
        };
        let draft = Draft::key(annotation, message(fault)).label("not complete");
        cx.report(
            draft.help(
                "give `family` and a `revision` of its own, and name operations that are there",
            ),
        );
    }
}

fn fault(cx: &Context<'_, '_>, node: NodeRef<'_>, annotation: NodeRef<'_>) -> Option<&'static str> {
    let revision = annotation.get("revision");
    let is_number = revision.is_some_and(|revision| revision.kind() == Kind::Integer);
    match annotation.get("family") {
        Some(_) if !is_number => return Some("names a family and no revision"),
        None if revision.is_some() => return Some("names a revision and no family"),
        Some(family) if again(cx, node, family, revision?) => {
            return Some("is that of another operation too");
        }
        _ => {}
    }
    let replacement = annotation.get("replacement")?;
    let lacks = |member| replacement.get(member).is_none();
    if lacks("api") || lacks("operationId") {
        return Some("names a replacement without its `api` and `operationId`");
    }
    (!validator::says_true(node, "deprecated"))
        .then_some("names a replacement for an operation that is not deprecated")
}

/// True when an operation before this one has the same family and revision.
fn again(
    cx: &Context<'_, '_>,
    node: NodeRef<'_>,
    family: NodeRef<'_>,
    revision: NodeRef<'_>,
) -> bool {
    let before = cx
        .spec()
        .operations()
        .iter()
        .take_while(|one| one.node.id() != node.id());
    let same = |a: Option<NodeRef<'_>>, b: NodeRef<'_>| a.is_some_and(|a| a.text() == b.text());
    let mut annotations = before.filter_map(|one| one.node.get(ANNOTATION));
    annotations.any(|one| same(one.get("family"), family) && same(one.get("revision"), revision))
}
