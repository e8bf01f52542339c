//! `connector-connection-id-parameter`

use super::validator;
use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message() -> &'static str {
    "a parameter is called `connectionId`"
}

declare_rule! {
    /// A parameter takes the name that the platform keeps for itself.
    ///
    /// The platform passes the connection it calls with as `connectionId`: a document with a
    /// parameter of that name is refused.
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
    ///         - {name: connectionId, in: query, type: string}
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
    ///         - {name: linkId, in: query, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorConnectionIdParameter = "connector-connection-id-parameter" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter],
        references: [
            "Microsoft, Swagger validator rules: ConnectionIdParameterNotAllowed, ReservedParameterIsUsed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorConnectionIdParameter {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let name = parameter.node.member(key::NAME);
        let Some(name) = name.filter(|name| name.is_str("connectionId")) else {
            return;
        };
        if validator::is_asked(cx) {
            let draft = Draft::value(name, message())
                .label("kept for the platform")
                .help("let a gateway take the value under another name");
            cx.report(draft);
        }
    }
}
