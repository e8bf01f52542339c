//! `server-variable-undefined`

use super::template;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Server, Version};

fn message(name: &str) -> String {
    format!("the server's variable `{name}` is not defined")
}

declare_rule! {
    /// A variable of a server's URL is not defined.
    ///
    /// The URL names a variable that `variables` does not define: there is no value to put there,
    /// and every reader makes up its own host.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://{region}.example-post.net
    ///     variables: {}
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://{region}.example-post.net
    ///     variables:
    ///       region: {default: eu}
    /// paths: {}
    /// ```
    ServerVariableUndefined = "server-variable-undefined" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Server],
        references: [
            "OpenAPI 3.1.1, Server Object" => "https://spec.openapis.org/oas/v3.1.1.html#server-object",
            "OpenAPI 3.1.1, Server Variable Object" => "https://spec.openapis.org/oas/v3.1.1.html#server-variable-object",
        ],
    }
}

impl Rule for ServerVariableUndefined {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_server(&self, cx: &mut Context<'_, '_>, server: &Server<'_>) {
        let Some(url) = server.url() else { return };
        let text = url.text();
        for name in template::variables(&text) {
            if server.variable(name).is_some() {
                continue;
            }
            let draft = Draft::value(url, message(name))
                .label(format!("`{{{name}}}` has no value"))
                .argument(name)
                .help(
                    "define it under `variables` with a `default`, or write the value into the URL",
                );
            cx.report(draft);
        }
    }
}
