//! `reserved-header-parameter`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

fn message(name: &str) -> String {
    format!("`{name}` is a parameter")
}

declare_rule! {
    /// A parameter is a header that clients write themselves.
    ///
    /// `Accept` and `Content-Type` follow from what an operation takes and gives. OpenAPI 3 says
    /// that parameters of these names are ignored; the connector platform warns of them, and its
    /// makers see a field that does nothing.
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
    ///       produces: [application/json]
    ///       parameters:
    ///         - {name: Accept, in: header, type: string}
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
    ///       produces: [application/json]
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ReservedHeaderParameter = "reserved-header-parameter" {
        family: Structure,
        api: Level::On(Severity::Info),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter],
        references: [
            "OpenAPI 3.1.1, Parameter Object" => "https://spec.openapis.org/oas/v3.1.1.html#parameter-object",
            "Microsoft, Swagger validator rules: ReservedParameterIsUsed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ReservedHeaderParameter {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let is = |name| parameter.is(ParameterPlace::Header, name);
        let Some(name) = ["Accept", "Content-Type"].into_iter().find(|name| is(name)) else {
            return;
        };
        // an internal parameter with a default is how a connector fixes a header
        if parameter.schema_member(key::DEFAULT).is_some()
            && parameter
                .node
                .member(key::X_MS_VISIBILITY)
                .is_some_and(|one| one.is_str("internal"))
        {
            return;
        }
        let draft = Draft::value(parameter.node, message(name))
            .label("written by the client")
            .help("declare media types instead: `consumes` and `produces`, or `content`");
        cx.report(draft);
    }
}
