//! `connector-redirect-url-invalid`

use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::{hosts, sign_in};
use crate::spec::Version;

const ELSEWHERE: &str = "the sign-in comes back to a host that is not the platform's";
const CLEARTEXT: &str = "the sign-in comes back unencrypted";
const REGIONAL: &str = "the sign-in comes back to the host of one region";

/// Where the platform waits for users who have signed in.
const HOSTS: [&str; 2] = [
    "global.consent.azure-apim.net",
    "global-test.consent.azure-apim.net",
];

declare_rule! {
    /// The sign-in does not come back to the platform.
    ///
    /// A user who has signed in is sent to `redirectUrl` with a code. Only the platform's consent hosts
    /// know what to do with it: `https://global.consent.azure-apim.net/redirect`, alone or with the name
    /// of the connector behind it. A host of one region serves that region alone.
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
    ///           "redirectUrl": "https://login.example-post.net/done"
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
    ///           "redirectMode": "GlobalPerConnector",
    ///           "redirectUrl": "https://global.consent.azure-apim.net/redirect"
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
    ConnectorRedirectUrlInvalid = "connector-redirect-url-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "RFC 6749 section 3.1.2: redirection endpoint" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-3.1.2",
        ],
    }
}

impl Rule for ConnectorRedirectUrlInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            let Some(member) = settings.redirect_url() else {
                continue;
            };
            let listed = member.items();
            for url in std::iter::once(member).chain(listed) {
                if let Some(draft) = judge(url) {
                    cx.report(draft);
                }
            }
        }
    }
}

fn judge(url: NodeRef<'_>) -> Option<Draft> {
    let text = url.as_str()?.to_ascii_lowercase();
    let host = hosts::host_of_url(&text);
    // an empty URL, or one still to be filled in, is the platform's own
    let open = text.is_empty() || text.starts_with(['{', '<', '[', '@']);
    if open || HOSTS.contains(&host.as_str()) && text.starts_with("https://") {
        return None;
    }
    let (message, severity) = if !text.starts_with("https://") {
        (CLEARTEXT, Severity::Warning)
    } else if host.ends_with(".consent.azure-apim.net") {
        (REGIONAL, Severity::Info)
    } else {
        (ELSEWHERE, Severity::Warning)
    };
    let draft = Draft::value(url, message).severity(severity);
    Some(draft.help("write `https://global.consent.azure-apim.net/redirect`"))
}
