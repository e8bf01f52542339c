//! `connector-oauth-url-mismatch`

use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::{Flow, SecurityScheme, Version};

fn message(member: &str) -> String {
    format!("the connection uses another `{member}`")
}

declare_rule! {
    /// The document and `apiProperties.json` name different OAuth 2 URLs.
    ///
    /// The platform signs in with the URLs of `apiProperties.json`. Whoever reads the document sees
    /// another address, and a wizard that opens the connector may write that one back.
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
    ///           "customParameters": {
    ///             "authorizationUrl": {"value": "https://id.example-post.net/authorize"},
    ///             "tokenUrl": {"value": "https://id.example-post.net/oauth/token"}
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
    ///           "customParameters": {
    ///             "authorizationUrl": {"value": "https://id.example-post.net/authorize"},
    ///             "tokenUrl": {"value": "https://id.example-post.net/token"}
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
    ConnectorOauthUrlMismatch = "connector-oauth-url-mismatch" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "RFC 9700 section 4.4: mix-up attacks" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-4.4",
        ],
    }
}

impl Rule for ConnectorOauthUrlMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, _: &SecurityScheme<'_>, flow: &Flow<'_>) {
        for settings in sign_in::all(cx) {
            let pairs = [
                ("authorizationUrl", settings.authorization_url()),
                ("tokenUrl", settings.token_url()),
            ];
            for (member, used) in pairs {
                if let (Some(said), Some(used)) = (flow.url(member), used)
                    && differ(said, used)
                {
                    cx.report(draft(member, said, used));
                }
            }
        }
    }
}

/// A template says nothing before it is filled in, and a slash at the end says nothing at all.
fn differ(said: NodeRef<'_>, used: NodeRef<'_>) -> bool {
    let (Some(said), Some(used)) = (said.as_str(), used.as_str()) else {
        return false;
    };
    let open = |url: &str| url.contains(['{', '<', '[']) || !url.contains("://");
    !open(&said) && !open(&used) && said.trim_end_matches('/') != used.trim_end_matches('/')
}

fn draft(member: &str, said: NodeRef<'_>, used: NodeRef<'_>) -> Draft {
    // the wizard leaves its own default in the document
    let wizard = said.text().contains("login.windows.net/common/oauth2");
    let draft = Draft::value(said, message(member))
        .label("not the one in use")
        .related(Label::value(used, "this one is in use"))
        .help("write the URL that is in use into the document");
    if wizard {
        draft.severity(Severity::Info)
    } else {
        draft
    }
}
