//! `default-type-mismatch`

use super::kinds;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(kind: &str) -> String {
    format!("the default is not of the type `{kind}`")
}

declare_rule! {
    /// A default is not of its type.
    ///
    /// The default is sent, or shown to the maker, when nothing else is given. One of another type
    /// is refused by the API, or turned into something nobody meant.
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
    ///       parameters:
    ///         - {name: top, in: query, type: integer, default: "50"}
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
    ///       parameters:
    ///         - {name: top, in: query, type: integer, default: 50}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    DefaultTypeMismatch = "default-type-mismatch" {
        family: Structure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("default"), Parameter("default")],
        references: [
            "OpenAPI 3.1.1, Schema Object" => "https://spec.openapis.org/oas/v3.1.1.html#schema-object",
            "Microsoft, Swagger validator rules: DefaultValueMustMatchType" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for DefaultTypeMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        default(cx, schema);
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        default(cx, parameter.node);
    }
}

fn default(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let (Some(value), Some(kind)) = (node.member(key::DEFAULT), node.member(key::TYPE)) else {
        return;
    };
    if !value.is_null() && !kinds::fits(value, &kind.text()) {
        let draft = Draft::value(value, message(&kind.text()))
            .label(format!("this is {}", value.kind().name()))
            .help("write a value of the type, or mend the type");
        cx.report(draft);
    }
}
