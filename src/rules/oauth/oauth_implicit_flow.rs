//! `oauth-implicit-flow`

use super::entra;
use crate::declare_rule;
use crate::document::Value;
use crate::edit::{Change, Position};
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Flow, FlowKind, SecurityScheme, Version};

fn message(scheme: &str) -> String {
    format!("`{scheme}` signs in with the implicit flow")
}

declare_rule! {
    /// A scheme signs in with the implicit flow.
    ///
    /// The token comes back in the address of a page, where history, logs and scripts see it, and it is
    /// bound to nobody. RFC 9700 says not to use it and OAuth 2.1 has removed it; connectors cannot use
    /// it at all. The authorization code flow does the same job.
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
    ///     flow: implicit
    ///     authorizationUrl: https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/oauth2/v2.0/authorize
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/oauth2/v2.0/authorize
    ///     tokenUrl: https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/oauth2/v2.0/token
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OauthImplicitFlow = "oauth-implicit-flow" {
        family: OAuth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Unsafe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "RFC 9700 section 2.1.2: implicit grant" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1.2",
            "OAuth 2.1, differences from OAuth 2.0" => "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-10",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
        ],
    }
}

impl Rule for OauthImplicitFlow {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>, flow: &Flow<'_>) {
        if flow.kind == Some(FlowKind::Implicit) {
            let draft = Draft::key(flow.named_by, message(scheme.name))
                .label("the token comes back in an address")
                .help("use the authorization code flow")
                .fix_if(fix(scheme, flow, cx.spec().version()));
            cx.report(draft);
        }
    }
}

/// Make it an authorization code flow: drop it where one stands beside it, else rename it when the
/// token URL is there or the provider is one whose URL is known.
fn fix(scheme: &SecurityScheme<'_>, flow: &Flow<'_>, version: Version) -> Option<Fix> {
    let code = FlowKind::AuthorizationCode;
    let changes = if scheme.flow(code).is_some() {
        vec![Change::RemoveEntry {
            entry: flow.node.id(),
        }]
    } else {
        let rename = if version.is_3() {
            Change::RenameKey {
                entry: flow.node.id(),
                key: code.name(version).to_owned(),
            }
        } else {
            Change::Replace {
                node: flow.named_by.id(),
                value: Value::from(code.name(version)),
            }
        };
        let mut changes = vec![rename];
        changes.extend(token_url(flow)?);
        changes
    };
    Some(Fix {
        title: "use the authorization code flow".to_owned(),
        safety: Safety::Unsafe,
        file: File::Document,
        changes,
    })
}

/// The insertion of the token URL, when it lacks; `None` when nobody knows it.
fn token_url(flow: &Flow<'_>) -> Option<Vec<Change>> {
    if flow.url("tokenUrl").is_some() {
        return Some(Vec::new());
    }
    let authorization = flow.url("authorizationUrl")?;
    let url = entra::token_url(&authorization.as_str()?)?;
    Some(vec![Change::InsertEntry {
        object: flow.node.id(),
        position: Position::After(authorization.id()),
        key: "tokenUrl".to_owned(),
        value: Value::from(url),
    }])
}
