//! `connector-dynamic-extension-misplaced`

use super::connector_dynamic_operation_undefined::each_call;
use super::validator;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

declare_rule! {
    /// A dynamic extension stands where the platform does not look.
    ///
    /// For a body the dynamic extensions belong into its schema, not beside it. `selectedItemValuePath`
    /// means something in the `browse` part of `x-ms-dynamic-tree` alone.
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
    ///     post:
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           x-ms-dynamic-schema: {operationId: ListDepots, value-path: schema}
    ///           schema: {type: object}
    ///       responses: {"200": {description: Sent}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       responses: {"200": {description: Depots, schema: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}
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
    ///     post:
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema: {type: object, x-ms-dynamic-schema: {operationId: ListDepots, value-path: schema}}
    ///       responses: {"200": {description: Sent}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       responses: {"200": {description: Depots, schema: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}
    /// ```
    ConnectorDynamicExtensionMisplaced = "connector-dynamic-extension-misplaced" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Parameter("x-ms-dynamic-*"), Schema("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: DynamicExtensionDefinitionNotAllowedInParameter, SelectedItemValuePathNotAllowedInThisPosition" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicExtensionMisplaced {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        if parameter.place == Some(ParameterPlace::Body) && validator::is_asked(cx) {
            let mut members = parameter.node.entries();
            let found = members.find(|one| one.key().starts_with("x-ms-dynamic-"));
            if let Some(extension) = found {
                let draft = Draft::key(extension, "the extension stands beside the schema");
                cx.report(draft.help("move it into the `schema`"));
            }
        }
        each_call(cx, parameter.node, call);
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        each_call(cx, schema, call);
    }
}

fn call(cx: &mut Context<'_, '_>, object: NodeRef<'_>) {
    let path = object.get("selectedItemValuePath");
    if let Some(path) = path.filter(|_| object.key() != "browse" && validator::is_asked(cx)) {
        let draft = Draft::key(path, "only `browse` of a tree has a selected item");
        cx.report(draft.help("move it into `browse`, or remove it"));
    }
}
