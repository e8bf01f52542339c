//! `path-parameter-not-in-template`

use super::template;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Origin, ParameterPlace, Version};
use crate::text::suggest;

fn message(name: &str, path: &str) -> String {
    format!("the path `{path}` has no `{{{name}}}`")
}

declare_rule! {
    /// A path parameter is not in the path.
    ///
    /// The parameter says it is sent in the path, and the path has no place for it: it is never
    /// sent. Often the two names differ in one letter or in case.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   "/parcels/{number}":
    ///     get:
    ///       parameters:
    ///         - {name: number, in: path, required: true, type: string}
    ///         - {name: event, in: path, required: true, type: string}
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
    ///   "/parcels/{number}/{event}":
    ///     get:
    ///       parameters:
    ///         - {name: number, in: path, required: true, type: string}
    ///         - {name: event, in: path, required: true, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    PathParameterNotInTemplate = "path-parameter-not-in-template" {
        family: Structure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "OpenAPI 3.1.1, Parameter Object" => "https://spec.openapis.org/oas/v3.1.1.html#parameter-object",
            "Microsoft, Swagger validator rules: PathParameterNotDefinedInTemplate" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for PathParameterNotInTemplate {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        if operation.origin == Origin::Webhooks {
            return;
        }
        let names: Vec<&str> = template::variables(operation.path).collect();
        for parameter in &facts.parameters {
            let Some(name) = parameter.name.as_deref() else {
                continue;
            };
            let told =
                template::is_shared(operation, parameter.entry) && !template::is_first(operation);
            if parameter.place != Some(ParameterPlace::Path) || told || names.contains(&name) {
                continue;
            }
            let draft = Draft::value(parameter.entry, message(name, operation.path))
                .label("never sent")
                .argument(operation.path)
                .help(suggest::nearest(name, names.iter().copied()).map_or_else(
                    || format!("put `{{{name}}}` into the path, or remove the parameter"),
                    |near| format!("did you mean `{near}`?"),
                ));
            cx.report(draft);
        }
    }
}
