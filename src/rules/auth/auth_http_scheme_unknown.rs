//! `auth-http-scheme-unknown`

use super::http_scheme;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{SecurityScheme, Version};

fn message(name: &str) -> String {
    format!("`{name}` is no registered HTTP authentication scheme")
}

declare_rule! {
    /// A scheme names an HTTP authentication scheme that nobody registered.
    ///
    /// Clients are made from the names of the IANA registry. An unknown name is a slip of the pen, or a
    /// scheme of somebody's own whose strength nobody has looked at.
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
    ///     login: {type: http, scheme: barer}
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
    AuthHttpSchemeUnknown = "auth-http-scheme-unknown" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "IANA, HTTP Authentication Schemes" => "https://www.iana.org/assignments/http-authschemes/http-authschemes.xhtml",
            "OpenAPI 3.1.1, Security Scheme Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object",
        ],
    }
}

impl Rule for AuthHttpSchemeUnknown {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let Some(named) = http_scheme::unregistered(scheme) else {
            return;
        };
        let text = named.text();
        let draft = Draft::value(named, message(&text))
            .label("unknown")
            .argument(&*text);
        cx.report(
            draft.help("name a registered scheme; a key of its own header is `type: apiKey`"),
        );
    }
}
