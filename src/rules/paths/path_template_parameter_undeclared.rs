//! `path-template-parameter-undeclared`

use super::template;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Origin, Parameter, ParameterPlace, Version};

fn message(name: &str, operation: &str) -> String {
    format!("`{operation}` declares no path parameter `{name}`")
}

declare_rule! {
    /// A variable of a path has no parameter.
    ///
    /// The path names a variable and nothing declares it: nobody can say what to put there,
    /// generated clients send the braces themselves, and the connector platform refuses the
    /// document.
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
    ///       parameters:
    ///         - {name: number, in: path, required: true, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    PathTemplateParameterUndeclared = "path-template-parameter-undeclared" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "OpenAPI 3.1.1, Path Templating" => "https://spec.openapis.org/oas/v3.1.1.html#path-templating",
            "Microsoft, Swagger validator rules: OperationMissingPathParameter" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for PathTemplateParameterUndeclared {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        if operation.origin == Origin::Webhooks || !operation.path.contains('{') {
            return;
        }
        let mut is_complete = None;
        for name in template::variables(operation.path) {
            let declared = |one: &Parameter<'_>| one.is(ParameterPlace::Path, name);
            let is_declared = facts.parameters.iter().any(declared);
            if is_declared {
                continue;
            }
            // a reference that leads elsewhere may declare anything
            if !*is_complete.get_or_insert_with(|| template::is_complete(cx.spec(), operation)) {
                return;
            }
            let draft = Draft::key(operation.node, message(name, &operation.title()))
                .label(format!("`{name}` is not declared"))
                .argument(name)
                .help("declare it as a parameter with `in: path` and `required: true`");
            cx.report(draft);
        }
    }
}
