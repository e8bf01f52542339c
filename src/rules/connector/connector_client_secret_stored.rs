//! `connector-client-secret-stored`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::secrets::is_opaque;
use crate::spec::Version;

const MESSAGE: &str = "the client secret has a place in the file";

declare_rule! {
    /// `apiProperties.json` has a member for the client secret.
    ///
    /// Whoever uploads the connector gives the secret then, and the platform keeps it. A file that has it,
    /// or a place for it, is one edit away from a secret in a repository.
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
    ///           "redirectMode": "GlobalPerConnector",
    ///           "clientSecret": "<fill in>"
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
    ConnectorClientSecretStored = "connector-client-secret-stored" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
        ],
    }
}

impl Rule for ConnectorClientSecretStored {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            let Some(secret) = settings.client_secret() else {
                continue;
            };
            let text = secret.text();
            // what looks like a real one is told as a secret
            if text.is_empty() || secret.is_null() || is_opaque(&text, 8, 2.5) {
                continue;
            }
            let draft = Draft::key(secret, MESSAGE)
                .label("not for a file")
                .help("remove the member; give the secret when the connector is uploaded");
            cx.report(draft);
        }
    }
}
