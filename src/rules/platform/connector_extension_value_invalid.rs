//! `connector-extension-value-invalid`

use super::{extension, validator};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(name: &str, value: &str) -> String {
    format!("`{name}` knows no `{value}`")
}

declare_rule! {
    /// An extension has a value that the platform does not know.
    ///
    /// These extensions take a few words each. With another one the platform does as if it were not
    /// there, or refuses the document.
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
    ///         - {name: state, in: query, type: string, x-ms-visibility: hidden}
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
    ///         - {name: state, in: query, type: string, x-ms-visibility: internal}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorExtensionValueInvalid = "connector-extension-value-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation, Parameter("x-ms-visibility", "x-ms-trigger", "x-ms-url-encoding", "x-ms-media-kind"), Schema("x-ms-visibility", "x-ms-trigger", "x-ms-url-encoding", "x-ms-media-kind")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: JsonValueNotInEnum, InvalidNextLinkNameValue" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorExtensionValueInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let node = facts.operation.node;
        members(cx, node);
        let next = node
            .get("x-ms-pageable")
            .and_then(|one| one.get("nextLinkName"));
        if let Some(next) = next {
            judge(cx, next, extension::NEXT_LINKS);
        }
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        members(cx, parameter.node);
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        members(cx, schema);
    }
}

fn members(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    for member in node.entries() {
        if let Some(words) = extension::words(member.key()) {
            judge(cx, member, words);
        }
    }
}

fn judge(cx: &mut Context<'_, '_>, value: NodeRef<'_>, words: &[&str]) {
    let text = value.text();
    // an empty text is what the wizard leaves behind
    if !validator::is_asked(cx) || text.is_empty() || words.contains(&text.as_ref()) {
        return;
    }
    let draft = Draft::value(value, message(value.key(), &text))
        .label("not known")
        .help(format!("one of: {}", words.join(", ")));
    cx.report(draft);
}
