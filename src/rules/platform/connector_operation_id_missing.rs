//! `connector-operation-id-missing`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Origin, Version};
use crate::target::Required;

fn message(operation: &str) -> String {
    format!("`{operation}` has no operation id")
}

declare_rule! {
    /// An operation has no operation id.
    ///
    /// The platform makes an action or a trigger of every operation and calls it by its
    /// `operationId`: without one the document is refused. Choose it with care; flows depend on it.
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
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorOperationIdMissing = "connector-operation-id-missing" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "Microsoft, Swagger validator rules: OperationIdRequired" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorOperationIdMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        let demanded = cx.target().constraints.requires(Required::OperationId);
        if !demanded || operation.origin == Origin::Webhooks {
            return;
        }
        if operation
            .operation_id()
            .is_some_and(|id| !id.text().trim().is_empty())
        {
            return;
        }
        let draft = Draft::key(operation.node, message(&operation.title()))
            .label("no `operationId`")
            .help("add `operationId`, letters and digits, unique in the document");
        cx.report(draft);
    }
}
