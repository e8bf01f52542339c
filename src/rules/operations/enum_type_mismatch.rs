//! `enum-type-mismatch`

use super::kinds;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(kind: &str) -> String {
    format!("a value of the choice is not of the type `{kind}`")
}

declare_rule! {
    /// A value of a choice is not of its type.
    ///
    /// The choice offers a value that its own type refuses: whoever takes it gets an error, and
    /// generated clients do not compile.
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
    ///         - {name: top, in: query, type: integer, enum: [10, "50"]}
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
    ///         - {name: top, in: query, type: integer, enum: [10, 50]}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    EnumTypeMismatch = "enum-type-mismatch" {
        family: Structure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("enum"), Parameter("enum")],
        references: [
            "OpenAPI 3.1.1, Schema Object" => "https://spec.openapis.org/oas/v3.1.1.html#schema-object",
            "Microsoft, Swagger validator rules: InvalidEnumValue" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for EnumTypeMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        choice(cx, schema);
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        choice(cx, parameter.node);
    }
}

/// The first value that does not fit: the others are usually wrong in the same way.
fn choice(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let (Some(values), Some(kind)) = (node.member(key::ENUM), node.member(key::TYPE)) else {
        return;
    };
    let (mut values, kind) = (values.items(), kind.text());
    let wrong = values.find(|value| !value.is_null() && !kinds::fits(*value, &kind));
    if let Some(value) = wrong {
        let draft = Draft::value(value, message(&kind))
            .label(format!("this is {}", value.kind().name()))
            .help("write values of the type, or mend the type");
        cx.report(draft);
    }
}
