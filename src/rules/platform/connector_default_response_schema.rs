//! `connector-default-response-schema`

use super::validator;
use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(operation: &str) -> String {
    format!("the default response of `{operation}` has a schema")
}

declare_rule! {
    /// The default response has a schema.
    ///
    /// The platform takes the schema of the success answer for what an action gives back. One on
    /// `default` becomes a second output, or takes the first one's place.
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
    ///       responses:
    ///         default: {description: Parcels, schema: {type: object}}
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
    ///       responses:
    ///         "200": {description: Parcels, schema: {type: object}}
    ///         default: {description: A fault}
    /// ```
    ConnectorDefaultResponseSchema = "connector-default-response-schema" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "Microsoft, Swagger validator rules: DefaultResponseHasSchema" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDefaultResponseSchema {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let responses = facts.operation.node.member(key::RESPONSES);
        let default = responses.and_then(|all| all.member(key::DEFAULT));
        let Some(schema) = default.and_then(|one| one.member(key::SCHEMA)) else {
            return;
        };
        if validator::is_asked(cx) {
            let draft = Draft::key(schema, message(&facts.operation.title()))
                .label("not for `default`")
                .help("give the schema to the answer with the status that has it");
            cx.report(draft);
        }
    }
}
