//! `path-contains-query`

use super::template;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(path: &str, sign: char) -> String {
    format!("the path `{path}` holds `{sign}`")
}

declare_rule! {
    /// A path holds a query or a fragment.
    ///
    /// A path template ends where the query starts. What stands after `?` or `#` is never matched:
    /// the operation cannot be called as it is written, and the connector platform refuses the
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
    ///   /parcels?state=open:
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
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    PathContainsQuery = "path-contains-query" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.1.1, Paths Object" => "https://spec.openapis.org/oas/v3.1.1.html#paths-object",
            "Microsoft, Swagger validator rules: OperationPathMayNotContainQueryOrFragment" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for PathContainsQuery {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for path in template::paths(cx.spec()) {
            let Some(sign) = path.key().chars().find(|c| matches!(c, '?' | '#')) else {
                continue;
            };
            let draft = Draft::key(path, message(path.key(), sign))
                .label("nothing after it is matched")
                .help("declare what stands in the query as parameters with `in: query`");
            cx.report(draft);
        }
    }
}
