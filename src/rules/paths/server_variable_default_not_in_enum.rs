//! `server-variable-default-not-in-enum`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Server, Version};

fn message(variable: &str) -> String {
    format!("the default of `{variable}` is none of its values")
}

declare_rule! {
    /// The default of a server variable is none of its values.
    ///
    /// Who takes the URL as it stands calls a host that the list of values does not know. OpenAPI 3.1
    /// forbids it.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://{region}.example-post.net
    ///     variables:
    ///       region: {default: east, enum: [north, south]}
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://{region}.example-post.net
    ///     variables:
    ///       region: {default: north, enum: [north, south]}
    /// paths: {}
    /// ```
    ServerVariableDefaultNotInEnum = "server-variable-default-not-in-enum" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Server],
        references: [
            "OpenAPI 3.1.1, Server Variable Object" => "https://spec.openapis.org/oas/v3.1.1.html#server-variable-object",
        ],
    }
}

impl Rule for ServerVariableDefaultNotInEnum {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_server(&self, cx: &mut Context<'_, '_>, server: &Server<'_>) {
        let variables = server.node.member(key::VARIABLES).into_iter();
        for variable in variables.flat_map(NodeRef::entries) {
            let (Some(default), Some(values)) =
                (variable.member(key::DEFAULT), variable.member(key::ENUM))
            else {
                continue;
            };
            let is_default = |value: NodeRef<'_>| value.text() == default.text();
            if values.is_empty() || !values.is_array() || values.items().any(is_default) {
                continue;
            }
            let draft = Draft::value(default, message(variable.key()))
                .label("not in the list")
                .related(Label::value(values, "the values"));
            cx.report(draft.help("add it to `enum`, or take one of its values"));
        }
    }
}
