//! `array-items-missing`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message() -> &'static str {
    "the array has no `items`"
}

declare_rule! {
    /// An array does not say what it holds.
    ///
    /// Without `items` nobody knows what to put in or to expect: generated clients fail, and the
    /// connector platform refuses the document.
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
    ///       responses: {"200": {description: Parcels, schema: {type: array}}}
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
    ///       responses: {"200": {description: Parcels, schema: {type: array, items: {type: string}}}}
    /// ```
    ArrayItemsMissing = "array-items-missing" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2, Version::OpenApi30],
        since: "0.1.0",
        hooks: [Schema("type"), Parameter("type")],
        references: [
            "OpenAPI 3.0.4, Schema Object" => "https://spec.openapis.org/oas/v3.0.4.html#schema-object",
            "Microsoft, Swagger validator rules: ArrayHasNoItems" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ArrayItemsMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        array(cx, schema);
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        if cx.spec().version() == Version::Swagger2 {
            array(cx, parameter.node);
        }
    }
}

fn array(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let Some(kind) = node.member(key::TYPE) else {
        return;
    };
    if kind.is_str("array")
        && [key::ITEMS, key::REF]
            .iter()
            .all(|one| node.member(*one).is_none())
    {
        let draft = Draft::value(kind, message())
            .label("of what?")
            .help("add `items` with a schema");
        cx.report(draft);
    }
}
