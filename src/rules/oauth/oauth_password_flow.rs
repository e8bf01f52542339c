//! `oauth-password-flow`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Flow, FlowKind, SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("`{scheme}` signs in with the user's password")
}

declare_rule! {
    /// A scheme signs in with the user's password.
    ///
    /// The application sees the password of its user, multi-factor authentication cannot take part, and
    /// users learn to type passwords where they should not. RFC 9700 forbids this flow and OAuth 2.1
    /// has removed it.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: password
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
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
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OauthPasswordFlow = "oauth-password-flow" {
        family: OAuth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "RFC 9700 section 2.4: resource owner password credentials grant" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.4",
            "OAuth 2.1, differences from OAuth 2.0" => "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-10",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
            "CWE-522: Insufficiently Protected Credentials" => "https://cwe.mitre.org/data/definitions/522.html",
        ],
    }
}

impl Rule for OauthPasswordFlow {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>, flow: &Flow<'_>) {
        if flow.kind == Some(FlowKind::Password) {
            let draft = Draft::key(flow.named_by, message(scheme.name))
                .label("the application sees the password")
                .help("use the authorization code flow");
            cx.report(draft);
        }
    }
}
