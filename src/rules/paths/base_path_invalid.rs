//! `base-path-invalid`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Address, AddressKind, Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(path: &str, why: &str) -> String {
    format!("`{path}` is no base path: {why}")
}

declare_rule! {
    /// The base path cannot be put before a path.
    ///
    /// `basePath` starts with `/` and is a path alone. Anything else is joined to the host or to
    /// the paths in ways that differ from reader to reader.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// basePath: v1
    /// paths:
    ///   /parcels:
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
    /// basePath: /v1
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    BasePathInvalid = "base-path-invalid" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Address],
        references: [
            "Swagger 2.0, Swagger Object" => "https://spec.openapis.org/oas/v2.0.html#swagger-object",
            "Microsoft, Swagger validator rules: BasePathNotValid" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for BasePathInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        if address.kind != AddressKind::BasePath {
            return;
        }
        let Some(why) = fault(&address.text) else {
            trailing_slash(cx, address);
            return;
        };
        let draft = Draft::value(address.node, message(&address.text, why))
            .label(why)
            .help("write a path alone, such as `/v1`");
        cx.report(draft);
    }
}

fn fault(path: &str) -> Option<&'static str> {
    if !path.starts_with('/') {
        return Some("it does not start with `/`");
    }
    if path.contains(['?', '#']) {
        return Some("it holds a query or a fragment");
    }
    if path.contains(['{', '}']) {
        return Some("it is a template, and Swagger 2.0 has none here");
    }
    path.contains(char::is_whitespace)
        .then_some("it holds a space")
}

/// Every path starts with a slash: most servers take two of them for one, and not all.
fn trailing_slash(cx: &mut Context<'_, '_>, address: &Address<'_>) {
    if address.text.len() > 1 && address.text.ends_with('/') {
        let text = &address.text;
        let draft = Draft::value(address.node, format!("`{text}` ends in a slash"))
            .label("every path begins with one")
            .severity(Severity::Hint)
            .help("leave the last slash away");
        cx.report(draft);
    }
}
