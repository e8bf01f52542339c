//! `auth-apikey-in-query`

use super::key_twin;
use crate::declare_rule;
use crate::document::key;
use crate::finding::{Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{SchemeKind, SecurityScheme, Version};

fn message(name: &str) -> String {
    format!("the key of `{name}` travels in the URL")
}

declare_rule! {
    /// An API key travels in the URL.
    ///
    /// URLs end up in logs, browser histories and referrer headers; the key with them. API Management
    /// exports every key twice, as a header and as a query parameter: the header half is enough.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   keyHeader: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
    ///   keyQuery: {type: apiKey, in: query, name: subscription-key}
    /// security:
    ///   - keyHeader: []
    ///   - keyQuery: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   keyHeader: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
    /// security:
    ///   - keyHeader: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    AuthApikeyInQuery = "auth-apikey-in-query" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "RFC 6750 section 2.3: a token in the query" => "https://www.rfc-editor.org/rfc/rfc6750.html#section-2.3",
            "RFC 9700 section 4.3.2: access tokens in browser history" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-4.3.2",
            "CWE-598: Use of GET Request Method With Sensitive Query Strings" => "https://cwe.mitre.org/data/definitions/598.html",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
        ],
    }
}

impl Rule for AuthApikeyInQuery {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if !matches!(scheme.kind, SchemeKind::ApiKey { .. }) {
            return;
        }
        let Some(place) = scheme.node.member(key::IN) else {
            return;
        };
        if place.is_str("query") || place.is_str("path") {
            let draft = Draft::value(place, message(scheme.name))
                .label("part of the URL")
                .help("send it in a header")
                .fix_if(key_twin::drop_query_half(cx, scheme));
            cx.report(draft);
        }
    }
}
