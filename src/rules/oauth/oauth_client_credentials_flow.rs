//! `oauth-client-credentials-flow`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Flow, FlowKind, SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("`{scheme}` uses the client credentials flow, which connectors do not know")
}

declare_rule! {
    /// A connector's scheme signs in without a user.
    ///
    /// The connector platform signs a user in with the authorization code flow; it does not know the
    /// client credentials flow, and the import refuses it or drops the scheme. In any other document
    /// this is the right flow for a service, and nothing is reported.
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
    ///     flow: application
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
    OauthClientCredentialsFlow = "oauth-client-credentials-flow" {
        family: OAuth,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "RFC 6749 section 4.4: client credentials grant" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-4.4",
        ],
    }
}

impl Rule for OauthClientCredentialsFlow {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>, flow: &Flow<'_>) {
        if flow.kind == Some(FlowKind::ClientCredentials) {
            let draft = Draft::key(flow.named_by, message(scheme.name))
                .label("no user signs in")
                .help("use the authorization code flow, or put a key in front of the API");
            cx.report(draft);
        }
    }
}
