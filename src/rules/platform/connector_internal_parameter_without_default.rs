//! `connector-internal-parameter-without-default`

use super::validator;
use crate::declare_rule;
use crate::document::{Document, NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

fn message(name: &str) -> String {
    format!("the hidden parameter `{name}` is required and has no default")
}

declare_rule! {
    /// A hidden, required parameter has no value.
    ///
    /// `x-ms-visibility: internal` hides a parameter from the maker; it is sent with its default.
    /// Required and without one, it can never be filled, and every call fails. A policy that sets
    /// it would be in `apiProperties.json`.
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
    ///         - {name: channel, in: query, type: string, required: true, x-ms-visibility: internal}
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
    ///         - name: channel
    ///           in: query
    ///           type: string
    ///           required: true
    ///           default: desk
    ///           x-ms-visibility: internal
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorInternalParameterWithoutDefault = "connector-internal-parameter-without-default" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("x-ms-visibility")],
        references: [
            "Microsoft, Swagger validator rules: PropertyMustBeRequired" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "Microsoft, OpenAPI extensions: x-ms-visibility" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions#x-ms-visibility",
        ],
    }
}

impl Rule for ConnectorInternalParameterWithoutDefault {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let node = parameter.node;
        let required = node.member(key::REQUIRED).and_then(NodeRef::as_bool) == Some(true);
        let valued = parameter.schema_member(key::DEFAULT).is_some()
            || parameter.place == Some(ParameterPlace::Body);
        if !validator::is_internal(node) || !required || valued {
            return;
        }
        let Some(name) = &parameter.name else { return };
        let named = |companion: &Document| companion.text().contains(name.as_ref());
        if !validator::is_asked(cx) || cx.companion().is_some_and(named) {
            return;
        }
        let draft = Draft::value(node, message(name))
            .label("nobody can fill it")
            .help("add `default`, show it to the maker, or do not require it");
        cx.report(draft);
    }
}
