//! `body-parameter-multiple`

use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{ParameterPlace, Version};

fn message(operation: &str) -> String {
    format!("`{operation}` has two bodies")
}

declare_rule! {
    /// An operation has two bodies.
    ///
    /// A request carries one body. With two `body` parameters each reader takes another one, and
    /// the connector platform refuses the document.
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
    ///       parameters:
    ///         - {name: parcel, in: body, schema: {type: object}}
    ///         - {name: label, in: body, schema: {type: object}}
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
    ///     post:
    ///       parameters:
    ///         - name: parcel
    ///           in: body
    ///           schema: {type: object, properties: {label: {type: object}}}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    BodyParameterMultiple = "body-parameter-multiple" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "Swagger 2.0, Parameter Object" => "https://spec.openapis.org/oas/v2.0.html#parameter-object",
            "Microsoft, Swagger validator rules: OperationParametersContainMultipleBodyParameters, PathParametersContainMultipleBodyParameters" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for BodyParameterMultiple {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let mut bodies = facts
            .parameters
            .iter()
            .filter(|one| one.place == Some(ParameterPlace::Body));
        let (Some(first), Some(second)) = (bodies.next(), bodies.next()) else {
            return;
        };
        let title = facts.operation.title();
        let draft = Draft::value(second.entry, message(&title))
            .label("a second body")
            .argument(title)
            .related(Label::value(first.entry, "the first"))
            .help("make one body with a member for each");
        cx.report(draft);
    }
}
