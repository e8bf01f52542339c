//! `auth-apikey-in-cookie`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{AuthKind, SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("the key `{scheme}` is sent in a cookie")
}

declare_rule! {
    /// An API key is sent in a cookie.
    ///
    /// A browser adds cookies to every call of a site by itself, calls that another site makes it send
    /// included. A key in a cookie lets such calls act for its user unless something else guards them,
    /// and platforms for connectors cannot send it.
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
    ///     login: {type: apiKey, in: cookie, name: parcel_key}
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
    ///     login: {type: apiKey, in: header, name: X-Parcel-Key}
    /// paths: {}
    /// ```
    AuthApikeyInCookie = "auth-apikey-in-cookie" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "OpenAPI 3.1.1, Security Scheme Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object",
            "CWE-352: Cross-Site Request Forgery" => "https://cwe.mitre.org/data/definitions/352.html",
        ],
    }
}

impl Rule for AuthApikeyInCookie {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if scheme.auth_kind() != Some(AuthKind::ApiKeyCookie) {
            return;
        }
        let place = scheme.node.member(key::IN).unwrap_or(scheme.entry);
        let draft = Draft::value(place, message(scheme.name))
            .label("browsers send it unasked")
            .argument(scheme.name);
        cx.report(draft.help("take the key in a header"));
    }
}
