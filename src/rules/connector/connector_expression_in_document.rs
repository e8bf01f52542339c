//! `connector-expression-in-document`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

const MESSAGE: &str = "nothing evaluates this expression";

declare_rule! {
    /// The document holds an expression that only policies evaluate.
    ///
    /// `@connectionParameters('name')` means something in the policies of `apiProperties.json`. In the
    /// document it is a text like any other, and is sent as it stands.
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
    ///         - {name: key, in: query, type: string, default: "@connectionParameters('key')"}
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
    ///         - {name: key, in: query, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorExpressionInDocument = "connector-expression-in-document" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("default")],
        references: [
            "Microsoft, policy templates of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
        ],
    }
}

impl Rule for ConnectorExpressionInDocument {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let default = parameter.schema_member(key::DEFAULT);
        let Some(default) = default.filter(|default| default.is_string()) else {
            return;
        };
        if default.text().contains("connectionParameters(") {
            let draft = Draft::value(default, MESSAGE)
                .label("sent as it stands")
                .help("remove the default and set the value by a policy");
            cx.report(draft);
        }
    }
}
