//! `auth-negotiate`

use super::http_scheme;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::{SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("`{scheme}` is HTTP negotiate")
}

declare_rule! {
    /// A scheme is HTTP negotiate: Kerberos or NTLM.
    ///
    /// It vouches for a TCP connection instead of a message, so that a proxy which reuses connections
    /// mixes up its users, and it falls back to NTLM, whose answers can be relayed. Outside a Windows
    /// domain no client can sign in. A gateway on the premises may use it on purpose.
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
    ///     login: {type: http, scheme: negotiate}
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
    AuthNegotiate = "auth-negotiate" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "RFC 4559 section 6: Negotiate, security considerations" => "https://www.rfc-editor.org/rfc/rfc4559#section-6",
            "CWE-294: Authentication Bypass by Capture-replay" => "https://cwe.mitre.org/data/definitions/294.html",
            "IANA, HTTP Authentication Schemes" => "https://www.iana.org/assignments/http-authschemes/http-authschemes.xhtml",
        ],
    }
}

impl Rule for AuthNegotiate {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if let Some(draft) = http_scheme::draft(scheme, "negotiate", message) {
            let draft = draft.label("Kerberos or NTLM");
            cx.report(
                draft.help("let the gateway sign in to the backend, and callers use OAuth 2.0"),
            );
        }
    }
}
