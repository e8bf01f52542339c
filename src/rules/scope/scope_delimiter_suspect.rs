//! `scope-delimiter-suspect`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Flow, SecurityScheme, Version};

fn message(scope: &str) -> String {
    format!("`{scope}` is several scopes in one")
}

declare_rule! {
    /// One scope is defined that looks like several.
    ///
    /// Scopes are sent with a space between them, so none has a space or a comma of its own. A name with
    /// one is several scopes under one name: nobody can ask for one of them alone.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {"parcels:read parcels:write": Read and write}
    /// security: [{login: []}]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels:read: Read, parcels:write: Write}
    /// security: [{login: []}]
    /// paths: {}
    /// ```
    ScopeDelimiterSuspect = "scope-delimiter-suspect" {
        family: Scope,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "RFC 6749 section 3.3: Access Token Scope" => "https://www.rfc-editor.org/rfc/rfc6749#section-3.3",
        ],
    }
}

impl Rule for ScopeDelimiterSuspect {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, _: &SecurityScheme<'_>, flow: &Flow<'_>) {
        for entry in flow.scope_entries() {
            let scope = entry.key().trim();
            if scope.contains([' ', ',']) {
                let draft = Draft::key(entry, message(scope)).label("one name");
                cx.report(draft.help("define each of them under its own name"));
            }
        }
    }
}
