//! `connector-dynamic-parameter-undefined`

use super::connector_dynamic_operation_undefined::each_call;
use super::{dynamic, validator};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};
use crate::text::suggest;

fn message(name: &str, operation: &str) -> String {
    format!("`{operation}` has no parameter `{name}`")
}

declare_rule! {
    /// A dynamic extension passes a parameter that the operation it calls does not have.
    ///
    /// `x-ms-dynamic-values` and its kin call another operation of the connector and hand it parameters
    /// by name. A name that the operation does not know makes the call fail, and the import is refused.
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
    ///           x-ms-dynamic-values:
    ///             operationId: ListDepots
    ///             value-path: id
    ///             parameters: {contry: DE}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: country, in: query, type: string}]
    ///       responses: {"200": {description: Depots}}
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
    ///           x-ms-dynamic-values:
    ///             operationId: ListDepots
    ///             value-path: id
    ///             parameters: {country: DE}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: country, in: query, type: string}]
    ///       responses: {"200": {description: Depots}}
    /// ```
    ConnectorDynamicParameterUndefined = "connector-dynamic-parameter-undefined" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("x-ms-dynamic-*"), Schema("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: OperationParameterNameNotFound" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicParameterUndefined {
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
    let (Some(id), Some(passed)) = (
        object.member(key::OPERATION_ID),
        object.member(key::PARAMETERS),
    ) else {
        return;
    };
    let id = id.text();
    let named = dynamic::target(cx, object);
    let Some(called) = named.filter(|_| validator::is_asked(cx)) else {
        return;
    };
    let known = || {
        called
            .parameters
            .iter()
            .filter_map(|one| one.name.as_deref())
    };
    for one in passed.entries() {
        // a path into the body begins with the body's name
        let name = one.key().split('/').next().unwrap_or_default();
        if known().any(|own| own == name || own == one.key()) {
            continue;
        }
        let near = suggest::nearest(name, known());
        let help = near.map_or_else(
            || "name a parameter of the operation".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let draft = Draft::key(one, message(one.key(), &id)).label("not known there");
        cx.report(draft.help(help));
    }
}
