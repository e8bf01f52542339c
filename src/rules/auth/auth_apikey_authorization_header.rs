//! `auth-apikey-authorization-header`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{KeyPlace, SchemeKind, SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("the key `{scheme}` is the whole `Authorization` header")
}

declare_rule! {
    /// An API key is the whole `Authorization` header.
    ///
    /// What that header holds begins with a word for its kind, such as `Bearer` or `Basic`. As a key
    /// the word is part of what is typed: whoever enters the token alone gets a connection whose calls
    /// all fail. Swagger 2.0 has no other way to say bearer; OpenAPI 3 has.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   token: {type: apiKey, in: header, name: Authorization}
    /// security: [{token: []}]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// security: [{token: []}]
    /// components:
    ///   securitySchemes:
    ///     token: {type: http, scheme: bearer}
    /// paths: {}
    /// ```
    AuthApikeyAuthorizationHeader = "auth-apikey-authorization-header" {
        family: Auth,
        api: Level::On(Severity::Info),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "RFC 9110 section 11.6.2, Authorization" => "https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2",
            "OpenAPI 3.1.1, Security Scheme Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object",
        ],
    }
}

impl Rule for AuthApikeyAuthorizationHeader {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let SchemeKind::ApiKey { place, name } = &scheme.kind else {
            return;
        };
        let sent = name.as_deref().unwrap_or_default();
        if *place != Some(KeyPlace::Header) || !sent.eq_ignore_ascii_case("authorization") {
            return;
        }
        let help = if cx.spec().version() == Version::Swagger2 {
            "tell users to type the word before the token, or let a policy of the connector add it"
        } else {
            "use `type: http` with `scheme: bearer` or `basic`"
        };
        let place = scheme.node.member(key::NAME).unwrap_or(scheme.entry);
        let draft =
            Draft::value(place, message(scheme.name)).label("with the word before the token");
        cx.report(draft.argument(scheme.name).help(help));
    }
}
