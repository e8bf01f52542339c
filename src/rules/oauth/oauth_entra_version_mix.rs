//! `oauth-entra-version-mix`

use super::entra;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::{Flow, SecurityScheme, Version};

fn message(member: &str) -> String {
    format!("`{member}` is of another version of Entra ID's endpoints than the sign-in")
}

declare_rule! {
    /// The sign-in and token URLs are of different versions of Entra ID's endpoints.
    ///
    /// A code that the first version of the endpoints gives out is not taken by the second, nor the other
    /// way round: everybody can sign in and nobody gets a token.
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
    ///     authorizationUrl: https://login.microsoftonline.com/post.onmicrosoft.com/oauth2/authorize
    ///     tokenUrl: https://login.microsoftonline.com/post.onmicrosoft.com/oauth2/v2.0/token
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
    ///     authorizationUrl: https://login.microsoftonline.com/post.onmicrosoft.com/oauth2/v2.0/authorize
    ///     tokenUrl: https://login.microsoftonline.com/post.onmicrosoft.com/oauth2/v2.0/token
    ///     scopes: {read: Read parcels}
    /// security: [{login: [read]}]
    /// paths: {}
    /// ```
    OauthEntraVersionMix = "oauth-entra-version-mix" {
        family: OAuth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Flow],
        references: [
            "Microsoft identity platform: authorization code flow" => "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow",
            "Microsoft, why update to v2.0" => "https://learn.microsoft.com/entra/identity-platform/azure-ad-endpoint-comparison",
        ],
    }
}

impl Rule for OauthEntraVersionMix {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            compare(cx, settings.authorization_url(), settings.token_url());
        }
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, _: &SecurityScheme<'_>, flow: &Flow<'_>) {
        compare(cx, flow.url("authorizationUrl"), flow.url("tokenUrl"));
    }
}

fn compare(cx: &mut Context<'_, '_>, sign_in: Option<NodeRef<'_>>, token: Option<NodeRef<'_>>) {
    let (Some(sign_in), Some(token)) = (sign_in, token) else {
        return;
    };
    let versions = [sign_in, token].map(|url| version(&url.text()));
    let [Some(first), Some(second)] = versions else {
        return;
    };
    if first == second {
        return;
    }
    let draft = Draft::value(token, message(sign_in::url_name(token)))
        .label(second)
        .related(Label::value(sign_in, first));
    cx.report(draft.help("write `/oauth2/v2.0/` in both, or `/oauth2/` in both"));
}

/// The version of an Entra ID endpoint; `None` for any other URL.
fn version(url: &str) -> Option<&'static str> {
    entra::tenant(url)?;
    let path = url.split(['?', '#']).next()?;
    let (before, _) = path.rsplit_once('/')?;
    if before.ends_with("/oauth2/v2.0") {
        Some("version 2.0")
    } else {
        before.ends_with("/oauth2").then_some("version 1.0")
    }
}
