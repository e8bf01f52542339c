//! `oauth-token-url-invalid`

use super::url;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::{Flow, SecurityScheme, Version};

const MEMBER: &str = "tokenUrl";

declare_rule! {
    /// `tokenUrl` is no absolute URL without a fragment.
    ///
    /// The secret of the application and the code of the user are sent there. A relative address leads
    /// nowhere from a connector, a user name in it hides the host it names, and a fragment is
    /// forbidden. Placeholders are left to their own rule.
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
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: id.example-post.net/token
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
    OauthTokenUrlInvalid = "oauth-token-url-invalid" {
        family: OAuth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "RFC 6749 section 3.2: token endpoint" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-3.2",
            "Swagger 2.0, Security Scheme Object" => "https://spec.openapis.org/oas/v2.0.html#security-scheme-object",
            "OpenAPI 3.1.1, OAuth Flow Object" => "https://spec.openapis.org/oas/v3.1.1.html#oauth-flow-object",
        ],
    }
}

impl Rule for OauthTokenUrlInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, _: &SecurityScheme<'_>, flow: &Flow<'_>) {
        if let Some(node) = flow.url(MEMBER) {
            url::check(cx, node);
        }
    }
}
