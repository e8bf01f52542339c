//! `connector-identity-provider-unknown`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::Version;

const FIRST_PARTY: &str = "`aadcertificate` is for Microsoft's own connectors";

fn message(name: &str) -> String {
    format!("`{name}` is no identity provider that the published grammar knows")
}

/// Identity providers of the published grammar.
const KNOWN: [&str; 4] = ["oauth2", "oauth2generic", "aad", "facebook"];

/// Providers that published connectors or the wizard name beyond it.
const NAMED: [&str; 6] = [
    "docusign",
    "dropbox",
    "github",
    "google",
    "salesforce",
    "slack",
];

declare_rule! {
    /// The platform has no identity provider of that name.
    ///
    /// `identityProvider` chooses how the platform signs a user in. `oauth2`, `oauth2generic` and `aad` are
    /// for everybody; some more are named after a service. `aadcertificate` is for Microsoft's own
    /// connectors: another's cannot use it.
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
    ///           "identityProvider": "parcelpost",
    ///           "redirectMode": "GlobalPerConnector"
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
    ConnectorIdentityProviderUnknown = "connector-identity-provider-unknown" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        ],
    }
}

impl Rule for ConnectorIdentityProviderUnknown {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            let Some(provider) = settings.node().get("identityProvider") else {
                continue;
            };
            let name = provider.text().to_ascii_lowercase();
            let draft = match name.as_str() {
                "aadcertificate" => Draft::value(provider, FIRST_PARTY).severity(Severity::Info),
                _ if KNOWN.contains(&name.as_str()) => continue,
                _ if NAMED.contains(&name.as_str()) => {
                    Draft::value(provider, message(&name)).severity(Severity::Info)
                }
                _ => Draft::value(provider, message(&name)),
            };
            let draft = draft
                .label("not for every connector")
                .help("use `oauth2`, `oauth2generic` or `aad`; `oneauth providers` lists presets");
            cx.report(draft);
        }
    }
}
