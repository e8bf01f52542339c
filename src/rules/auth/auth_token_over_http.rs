//! `auth-token-over-http`

use super::over_http;
use crate::declare_rule;
use crate::finding::{Safety, Severity};
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::{SchemeKind, Version};

fn message(name: &str) -> String {
    format!("the token of `{name}` may travel unencrypted")
}

fn wanted(kind: &SchemeKind<'_>) -> bool {
    matches!(
        kind,
        SchemeKind::OAuth2 { .. }
            | SchemeKind::OpenIdConnect
            | SchemeKind::Bearer
            | SchemeKind::Http { .. }
    )
}

declare_rule! {
    /// A token is in force where calls may travel unencrypted.
    ///
    /// A bearer token works for whoever has it. Whoever is on the way reads it and can use it until it
    /// expires. The same holds for OpenID Connect and for digest, which protects the password but not
    /// the call.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [http, https]
    /// securityDefinitions:
    ///   it:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {}
    /// security: [{it: []}]
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
    ///   it:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {}
    /// security: [{it: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    AuthTokenOverHttp = "auth-token-over-http" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "RFC 6750 section 5.3: recommendations" => "https://www.rfc-editor.org/rfc/rfc6750.html#section-5.3",
            "RFC 9700 section 2.6: other recommendations" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.6",
            "CWE-319: Cleartext Transmission of Sensitive Information" => "https://cwe.mitre.org/data/definitions/319.html",
            "OWASP API8:2023 Security Misconfiguration" => "https://owasp.org/API-Security/editions/2023/en/0xa8-security-misconfiguration/",
        ],
    }
}

impl Rule for AuthTokenOverHttp {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        over_http::check(cx, wanted, message);
    }
}
