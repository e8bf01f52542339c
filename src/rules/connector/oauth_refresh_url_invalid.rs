//! `oauth-refresh-url-invalid`

use crate::connector::OAuthSettings;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::Version;

fn message(what: &str) -> String {
    format!("the refresh URL is {what}")
}

declare_rule! {
    /// The refresh URL of a connection is an address that renews no token.
    ///
    /// Where the redirect or the authorization URL stands in its place the sign-in works, and the
    /// connection fails when the first token has run out.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "token": {
    ///         "type": "oauthSetting",
    ///         "oAuthSettings": {
    ///           "identityProvider": "oauth2",
    ///           "redirectUrl": "https://global.consent.azure-apim.net/redirect",
    ///           "customParameters": {
    ///             "authorizationUrl": {"value": "https://id.example-post.net/authorize"},
    ///             "tokenUrl": {"value": "https://id.example-post.net/token"},
    ///             "refreshUrl": {"value": "https://global.consent.azure-apim.net/redirect"}
    ///           }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
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
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// security:
    ///   - signIn: [parcels.read]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {
    ///       "token": {
    ///         "type": "oauthSetting",
    ///         "oAuthSettings": {
    ///           "identityProvider": "oauth2",
    ///           "redirectUrl": "https://global.consent.azure-apim.net/redirect",
    ///           "customParameters": {
    ///             "authorizationUrl": {"value": "https://id.example-post.net/authorize"},
    ///             "tokenUrl": {"value": "https://id.example-post.net/token"},
    ///             "refreshUrl": {"value": "https://id.example-post.net/token"}
    ///           }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
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
    /// security:
    ///   - signIn: [parcels.read]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OauthRefreshUrlInvalid = "oauth-refresh-url-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, troubleshoot OAuth 2.0 of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/troubleshoot-oauth2",
            "RFC 6749 section 6: refreshing an access token" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-6",
        ],
    }
}

impl Rule for OauthRefreshUrlInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            let Some(refresh) = settings.refresh_url() else {
                continue;
            };
            if let Some(what) = problem(settings, refresh) {
                let draft = Draft::value(refresh, message(what))
                    .label("renews nothing")
                    .help("write the token URL, unless the service has an address of its own");
                let others = [
                    (settings.redirect_url(), "the redirect URL"),
                    (settings.authorization_url(), "the authorization URL"),
                    (settings.token_url(), "tokens come from here"),
                ];
                let others = others
                    .into_iter()
                    .filter_map(|(url, text)| Some(Label::value(url?, text)));
                cx.report(others.fold(draft, Draft::related));
            }
        }
    }
}

fn problem(settings: OAuthSettings<'_>, refresh: NodeRef<'_>) -> Option<&'static str> {
    let text = refresh.as_str()?;
    let same = |node: Option<NodeRef<'_>>| node.is_some_and(|node| node.is_str(&text));
    if same(settings.redirect_url()) || text.contains(".consent.azure-apim.net/") {
        return Some("the redirect URL");
    }
    let is_token_url = same(settings.token_url());
    (same(settings.authorization_url()) && !is_token_url).then_some("the authorization URL")
}
