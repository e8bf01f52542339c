//! `success-response-missing`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(operation: &str) -> String {
    format!("`{operation}` describes no answer of success")
}

declare_rule! {
    /// An operation describes no answer of success.
    ///
    /// The platform takes the outputs of an action from its answer of success. Without one a maker
    /// sees an action that gives nothing back. `default` stands for every answer that is not described,
    /// that of success among them.
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
    ///       responses: {"404": {description: None}}
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
    ///       responses: {"200": {description: Parcels}, "404": {description: None}}
    /// ```
    SuccessResponseMissing = "success-response-missing" {
        family: Structure,
        api: Level::Off,
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "OpenAPI 3.1.1, Responses Object" => "https://spec.openapis.org/oas/v3.1.1.html#responses-object",
            "Microsoft, Swagger validator rules: OperationShouldHaveSuccessfulResponse" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for SuccessResponseMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let Some(responses) = facts.operation.node.member(key::RESPONSES) else {
            return;
        };
        let is_swagger = cx.spec().version() == Version::Swagger2;
        let known = |one: NodeRef<'_>| {
            let status = one.key();
            // Swagger 2.0 has no ranges such as `2XX`
            let range = !is_swagger || status.bytes().all(|byte| byte.is_ascii_digit());
            let success = status.starts_with(['2', '3']) && range;
            success || status == "default" || status == "$ref"
        };
        if responses.is_empty() || responses.entries().any(known) {
            return;
        }
        let draft = Draft::key(responses, message(&facts.operation.title()))
            .label("faults only")
            .help("describe the answer of success, such as `200`, with its schema");
        cx.report(draft);
    }
}
