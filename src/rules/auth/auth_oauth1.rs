//! `auth-oauth1`

use super::http_scheme;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::{SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("`{scheme}` is OAuth 1.0")
}

declare_rule! {
    /// A scheme is OAuth 1.0.
    ///
    /// OAuth 1.0 was replaced by OAuth 2.0 in 2012: it signs with SHA-1, every client needs a secret it
    /// can hardly keep, and no platform for connectors offers it.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// security: [{login: []}]
    /// components:
    ///   securitySchemes:
    ///     login: {type: http, scheme: oauth}
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// security: [{login: []}]
    /// components:
    ///   securitySchemes:
    ///     login: {type: http, scheme: bearer}
    /// paths: {}
    /// ```
    AuthOauth1 = "auth-oauth1" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "RFC 6749: obsoletes OAuth 1.0 (RFC 5849)" => "https://www.rfc-editor.org/rfc/rfc6749",
            "CWE-477: Use of Obsolete Function" => "https://cwe.mitre.org/data/definitions/477.html",
            "IANA, HTTP Authentication Schemes" => "https://www.iana.org/assignments/http-authschemes/http-authschemes.xhtml",
        ],
    }
}

impl Rule for AuthOauth1 {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if let Some(draft) = http_scheme::draft(scheme, "oauth", message) {
            let draft = draft.label("replaced in 2012");
            cx.report(draft.help("use `type: oauth2` with the authorization code flow"));
        }
    }
}
