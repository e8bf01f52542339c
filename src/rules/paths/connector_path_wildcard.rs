//! `connector-path-wildcard`

use super::template;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(path: &str) -> String {
    format!("the path `{path}` holds a wildcard")
}

declare_rule! {
    /// A path holds a wildcard.
    ///
    /// Gateways take `/parcels/*` for everything below; their exports hand it on. The connector
    /// platform has no such operation and refuses the document.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   "/parcels/*":
    ///     get:
    ///       operationId: GetAnything
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
    ///   "/parcels/{number}":
    ///     get:
    ///       operationId: GetParcel
    ///       parameters:
    ///         - {name: number, in: path, required: true, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorPathWildcard = "connector-path-wildcard" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, Swagger validator rules: OperationPathContainsUnsupportedCharacters" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "Azure API Management, wildcard operations" => "https://learn.microsoft.com/azure/api-management/add-api-manually",
        ],
    }
}

impl Rule for ConnectorPathWildcard {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for path in template::paths(cx.spec()) {
            if path.key().contains('*') {
                let draft = Draft::key(path, message(path.key()))
                    .label("no path that can be called")
                    .help("describe the operations behind it, each by its own path");
                cx.report(draft);
            }
        }
    }
}
