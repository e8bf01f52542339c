//! `connector-unsupported-oauth-flow`

use crate::connector::patterns::{Pattern, explain, recognize};
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Flow, FlowKind, SecurityScheme, Version};
use crate::target::Constraints;

fn message(scheme: &str, flow: &str, platform: &str) -> String {
    format!("`{scheme}` uses the flow `{flow}`, which a {platform} cannot run")
}

declare_rule! {
    /// An OAuth 2.0 scheme uses a flow the platform cannot run.
    ///
    /// The connector platform signs a user in with the authorization code flow and knows no other one.
    /// A scheme with the implicit, password, client credentials or device flow is refused at the
    /// import, or a connection with it never gets a token.
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
    ///     authorizationUrl: https://id.example-post.net/authorize
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
    ConnectorUnsupportedOauthFlow = "connector-unsupported-oauth-flow" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Flow],
        references: [
            "Microsoft, troubleshoot OAuth 2.0 of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/troubleshoot-oauth2",
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "RFC 9700 section 2.1: protecting redirect-based flows" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.1",
        ],
    }
}

impl Rule for ConnectorUnsupportedOauthFlow {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_flow(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>, flow: &Flow<'_>) {
        let target = cx.target();
        let Some(kind) = flow.kind else { return };
        if target.constraints.takes_flow(kind) {
            return;
        }
        let name = kind.name(cx.spec().version());
        let mut draft = Draft::key(flow.named_by, message(scheme.name, name, target.title))
            .label("not known to the platform")
            .help("use the authorization code flow");
        if kind == FlowKind::ClientCredentials {
            let mut shown = recognize(cx.spec()).into_iter();
            let shown = shown.find(|one| one.pattern == Pattern::ClientCredentials);
            if let Some(shown) = shown {
                draft = draft.note(explain(&shown, target));
            }
        }
        if has_a_way_in(scheme, &target.constraints) {
            // the platform has another flow to take
            draft = draft.severity(Severity::Warning);
        }
        cx.report(draft);
    }
}

fn has_a_way_in(scheme: &SecurityScheme<'_>, takes: &Constraints) -> bool {
    let mut kinds = scheme.flows().iter().filter_map(|flow| flow.kind);
    kinds.any(|kind| takes.takes_flow(kind))
}
