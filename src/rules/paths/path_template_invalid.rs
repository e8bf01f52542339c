//! `path-template-invalid`

use super::template;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(path: &str, why: &str) -> String {
    format!("the path `{path}` is no template: {why}")
}

declare_rule! {
    /// The braces of a path template do not name a variable each.
    ///
    /// A template names each variable in one pair of braces: `/parcels/{number}`. A brace without
    /// its partner, a name that is empty or braces inside braces leave the reader to guess what is
    /// variable, and the connector platform refuses the document. So it does with a default value
    /// inside braces.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels/{number:
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
    ///   /parcels/{number}:
    ///     get:
    ///       parameters:
    ///         - {name: number, in: path, required: true, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    PathTemplateInvalid = "path-template-invalid" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.1.1, Path Templating" => "https://spec.openapis.org/oas/v3.1.1.html#path-templating",
            "Microsoft, Swagger validator rules: OperationPathTemplateNotValid, OperationPathVariablesContainDefaults" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for PathTemplateInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for path in template::paths(cx.spec()) {
            let Some(why) = fault(path.key(), cx.is_connector()) else {
                continue;
            };
            let draft = Draft::key(path, message(path.key(), why))
                .label(why)
                .help("write each variable as `{name}`");
            cx.report(draft);
        }
    }
}

/// What is wrong with a template.
fn fault(path: &str, is_connector: bool) -> Option<&'static str> {
    let mut rest = path;
    while let Some(at) = rest.find(['{', '}']) {
        let Some(tail) = rest[at..].strip_prefix('{') else {
            return Some("a brace closes that was not opened");
        };
        let Some(end) = tail.find(['{', '}']) else {
            return Some("a brace is not closed");
        };
        let name = &tail[..end];
        if tail[end..].starts_with('{') {
            return Some("a brace opens inside braces");
        }
        if name.trim().is_empty() {
            return Some("a variable has no name");
        }
        if is_connector && name.contains('=') {
            return Some("a variable has a default value");
        }
        rest = &tail[end + 1..];
    }
    None
}
