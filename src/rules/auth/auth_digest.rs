//! `auth-digest`

use super::http_scheme;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::{SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("`{scheme}` is HTTP digest")
}

declare_rule! {
    /// A scheme is HTTP digest.
    ///
    /// The password never travels, but what does is a hash that whoever listens can try words against,
    /// and servers must keep the password, or as good as that, to check it. Few clients know more than
    /// its MD5 form.
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
    ///     login: {type: http, scheme: digest}
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
    AuthDigest = "auth-digest" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "RFC 7616 section 5: HTTP Digest, security considerations" => "https://www.rfc-editor.org/rfc/rfc7616#section-5",
            "CWE-916: Use of Password Hash With Insufficient Computational Effort" => "https://cwe.mitre.org/data/definitions/916.html",
            "IANA, HTTP Authentication Schemes" => "https://www.iana.org/assignments/http-authschemes/http-authschemes.xhtml",
        ],
    }
}

impl Rule for AuthDigest {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if let Some(draft) = http_scheme::draft(scheme, "digest", message) {
            let draft = draft.label("a hash of the password");
            cx.report(draft.help("use a bearer token or OAuth 2.0, over TLS"));
        }
    }
}
