//! `connector-redirect-not-per-connector`

use crate::connector::RedirectMode;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::Version;

const MESSAGE: &str = "the sign-in comes back to a URL that all connectors share";

declare_rule! {
    /// Every connector of the platform shares the redirect URL of this sign-in.
    ///
    /// With `Global` all connectors come back to one URL, so a code that was meant for one can be handed
    /// to another. With `GlobalPerConnector` each has its own; connectors are certified with that alone.
    /// Whoever changes it must register the new URL with the identity provider.
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
    ///           "redirectMode": "Global"
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
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
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
    ///           "redirectMode": "GlobalPerConnector"
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
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.example-post.net/authorize
    ///     tokenUrl: https://login.example-post.net/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    ConnectorRedirectNotPerConnector = "connector-redirect-not-per-connector" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "RFC 9700 section 4.4: mix-up attacks" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-4.4",
        ],
    }
}

impl Rule for ConnectorRedirectNotPerConnector {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            if settings.redirect_mode() == Some(RedirectMode::GlobalPerConnector) {
                continue;
            }
            let mode = settings.node().get("redirectMode");
            let draft = match mode {
                Some(mode) => Draft::value(mode, MESSAGE).label("shared"),
                None => Draft::key(settings.node(), MESSAGE).label("no `redirectMode`"),
            };
            let draft = draft
                .help("write `\"redirectMode\": \"GlobalPerConnector\"` and register the connector's own URL");
            cx.report(draft);
        }
    }
}
