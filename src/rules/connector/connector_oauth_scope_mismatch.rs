//! `connector-oauth-scope-mismatch`

use std::collections::BTreeSet;

use crate::declare_rule;
use crate::document::key;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::{Flow, SecurityScheme, Version};

fn message(missing: &[&String], spare: &[&String]) -> String {
    match (missing, spare) {
        ([one, ..], _) => format!("the connection does not ask for the scope `{one}`"),
        (_, [one, ..]) => format!("the connection asks for `{one}`, which the document lacks"),
        _ => String::new(),
    }
}

declare_rule! {
    /// The document and `apiProperties.json` ask for different scopes.
    ///
    /// The connection asks the identity provider for the scopes of `apiProperties.json`; the document says
    /// which scopes calls need. What only the document lists is never granted. Several scopes in one text,
    /// with a space between them, are several scopes.
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
    ///           "scopes": ["write"]
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
    ///           "scopes": ["read"]
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
    ConnectorOauthScopeMismatch = "connector-oauth-scope-mismatch" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
            "RFC 6749 section 3.3: access token scope" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-3.3",
        ],
    }
}

impl Rule for ConnectorOauthScopeMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, _: &SecurityScheme<'_>, flow: &Flow<'_>) {
        let Some(declared) = flow.node.member(key::SCOPES) else {
            return;
        };
        let wanted = set(flow.scope_entries().map(|scope| scope.key().to_owned()));
        let sign_ins = sign_in::all(cx);
        // of several sign-ins each may ask for its own
        let [settings] = sign_ins.as_slice() else {
            return;
        };
        let Some(asked) = settings.node().member(key::SCOPES) else {
            return;
        };
        let granted = set(settings.scopes());
        let missing: Vec<&String> = wanted.difference(&granted).collect();
        let spare: Vec<&String> = granted.difference(&wanted).collect();
        if wanted.is_empty() || missing.is_empty() && spare.is_empty() {
            return;
        }
        let severity = if missing.is_empty() {
            Severity::Info
        } else {
            Severity::Warning
        };
        let draft = Draft::key(declared, message(&missing, &spare))
            .severity(severity)
            .related(Label::key(asked, "the connection asks for these"))
            .help("list the same scopes in both files");
        cx.report(draft);
    }
}

/// Scopes as sets of words; `{placeholders}` say nothing.
fn set(texts: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for text in texts {
        let words = text.split([' ', ',']).filter(|word| !word.is_empty());
        out.extend(words.map(str::to_owned));
    }
    out.retain(|word| !word.contains(['{', '<']));
    out
}
