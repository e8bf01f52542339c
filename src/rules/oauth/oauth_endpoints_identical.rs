//! `oauth-endpoints-identical`

use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Flow, SecurityScheme, Version};

const MESSAGE: &str = "one URL is given for signing in and for fetching tokens";

declare_rule! {
    /// The token URL is the authorization URL.
    ///
    /// A user signs in at one and a program fetches tokens at the other: a page for people answers no
    /// program. The wizard for connectors writes the sign-in page in both places.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/authorize
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
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
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    OauthEndpointsIdentical = "oauth-endpoints-identical" {
        family: OAuth,
        api: Level::On(Severity::Info),
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "RFC 6749 section 3: protocol endpoints" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-3",
        ],
    }
}

impl Rule for OauthEndpointsIdentical {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, _: &SecurityScheme<'_>, flow: &Flow<'_>) {
        let urls = (flow.url("authorizationUrl"), flow.url("tokenUrl"));
        let (Some(authorization), Some(token)) = urls else {
            return;
        };
        let same = token
            .as_str()
            .is_some_and(|text| authorization.is_str(&text));
        let text = token.text();
        if same && text.contains("://") {
            let draft = Draft::value(token, MESSAGE)
                .label("the sign-in page")
                .related(Label::value(authorization, "the same URL"))
                .help("write the URL that tokens come from");
            cx.report(draft);
        }
    }
}
