//! `connector-dynamic-operation-undefined`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};
use crate::text::suggest;

fn message(id: &str) -> String {
    format!("no operation has the id `{id}`")
}

declare_rule! {
    /// A list that the platform fills calls an operation that is not there.
    ///
    /// `x-ms-dynamic-values` and its kin name the operation that gives the choices. When no
    /// operation has that id the maker sees an empty list, and the platform refuses the document.
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
    ///       parameters:
    ///         - {name: state, in: query, type: string, x-ms-dynamic-values: {operationId: ListStates, value-path: id}}
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
    ///       parameters:
    ///         - {name: state, in: query, type: string, x-ms-dynamic-values: {operationId: ListParcels, value-path: id}}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorDynamicOperationUndefined = "connector-dynamic-operation-undefined" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("x-ms-dynamic-*"), Schema("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: OperationIdNotFound" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicOperationUndefined {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        each_call(cx, parameter.node, call);
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        each_call(cx, schema, call);
    }
}

/// Every call that a dynamic extension of a node makes.
pub(super) fn each_call(
    cx: &mut Context<'_, '_>,
    node: NodeRef<'_>,
    call: fn(&mut Context<'_, '_>, NodeRef<'_>),
) {
    for member in node
        .entries()
        .filter(|one| one.key().starts_with("x-ms-dynamic-"))
    {
        call(cx, member);
        // a tree names one operation to open a folder and one to browse it
        for step in ["open", "browse"] {
            if let Some(step) = member.get(step) {
                call(cx, step);
            }
        }
    }
}

fn call(cx: &mut Context<'_, '_>, object: NodeRef<'_>) {
    let id = object.member(key::OPERATION_ID).filter(|id| id.is_string());
    let Some(id) = id else { return };
    let text = id.text();
    let ids = cx.operation_ids();
    if !validator::is_asked(cx) || ids.contains_key(text.as_ref()) {
        return;
    }
    let near = suggest::nearest(&text, ids.keys().map(AsRef::as_ref));
    let help = near.map_or_else(
        || "name an operation of this document".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    cx.report(
        Draft::value(id, message(&text))
            .label("no such operation")
            .help(help),
    );
}
