//! `connector-dynamic-parameter-missing`

use super::connector_dynamic_operation_undefined::each_call;
use super::{dynamic, validator};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

fn message(name: &str) -> String {
    format!("the operation that is called needs `{name}`")
}

declare_rule! {
    /// A dynamic extension calls an operation without a parameter that it needs.
    ///
    /// The operation that fetches values must be given every parameter it requires, unless that has a
    /// default. Without it the call fails, and the maker sees no values.
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
    ///         - name: depot
    ///           in: query
    ///           type: string
    ///           x-ms-dynamic-values: {operationId: ListDepots, value-path: id}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: region, in: query, type: string, required: true}]
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
    ///     get:
    ///       operationId: ListParcels
    ///       parameters:
    ///         - name: depot
    ///           in: query
    ///           type: string
    ///           x-ms-dynamic-values: {operationId: ListDepots, value-path: id, parameters: {region: north}}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: region, in: query, type: string, required: true}]
    ///       responses: {"200": {description: Depots, schema: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}
    /// ```
    ConnectorDynamicParameterMissing = "connector-dynamic-parameter-missing" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Parameter("x-ms-dynamic-*"), Schema("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: OperationMissingRequiredProperty" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicParameterMissing {
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

fn call(cx: &mut Context<'_, '_>, object: NodeRef<'_>) {
    let called = dynamic::target(cx, object);
    let Some(called) = called.filter(|_| validator::is_asked(cx)) else {
        return;
    };
    let passed: Vec<&str> = dynamic::passed(object).map(NodeRef::key).collect();
    for needed in &called.parameters {
        let name = needed.name.as_deref().unwrap_or_default();
        let is_passed = |one: &&str| *one == name || one.split('/').next() == Some(name);
        let is_body = needed.place == Some(ParameterPlace::Body);
        let required = validator::says_true(needed.node, "required");
        let filled = needed.node.member(key::DEFAULT).is_some();
        if required && !filled && !is_body && !passed.iter().any(is_passed) {
            let draft = Draft::key(object, message(name))
                .argument(name)
                .related(Label::value(needed.node, "required here"));
            cx.report(draft.help("pass it under `parameters`"));
            return;
        }
    }
}
