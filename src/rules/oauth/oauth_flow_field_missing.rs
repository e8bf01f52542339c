//! `oauth-flow-field-missing`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Flow, FlowKind, SchemeKind, SecurityScheme, Version};

fn message(scheme: &str, flow: &str, member: &str) -> String {
    format!("the flow `{flow}` of `{scheme}` has no `{member}`")
}

declare_rule! {
    /// An OAuth 2.0 flow lacks a URL or the scopes it needs.
    ///
    /// Nobody can sign in without the addresses of the flow, and readers differ in what they make of
    /// it: some drop the scheme and treat the API as a public one. `scopes` must be there, even when it
    /// is empty.
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
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     scopes: {parcels.read: Read parcels}
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
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OauthFlowFieldMissing = "oauth-flow-field-missing" {
        family: OAuth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "Swagger 2.0, Security Scheme Object" => "https://spec.openapis.org/oas/v2.0.html#security-scheme-object",
            "OpenAPI 3.1.1, OAuth Flow Object" => "https://spec.openapis.org/oas/v3.1.1.html#oauth-flow-object",
            "Microsoft, Swagger validator rules: SecuritySchemePropertyRequired" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for OauthFlowFieldMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let SchemeKind::OAuth2 { flows } = &scheme.kind else {
            return;
        };
        if let Some(member) = scheme.node.member(key::FLOWS).filter(|_| flows.is_empty()) {
            let draft = Draft::key(member, format!("`{}` has no flow", scheme.name));
            let draft = draft.label("empty").help("add `authorizationCode`");
            return cx.report(draft);
        }
        let version = cx.spec().version();
        for flow in flows {
            let Some(kind) = flow.kind else { continue };
            for name in lacking(flow, kind) {
                let place = if version.is_3() {
                    flow.node
                } else {
                    scheme.entry
                };
                let draft = Draft::key(place, message(scheme.name, kind.name(version), name))
                    .label(format!("no `{name}`"))
                    .argument(name)
                    .help(format!("add `{name}`"));
                cx.report(draft);
            }
        }
    }
}

fn lacking(flow: &Flow<'_>, kind: FlowKind) -> Vec<&'static str> {
    let absent = |name: &&str| flow.node.get(name).is_none_or(NodeRef::is_null);
    let needed = kind.required_urls().iter().chain(&["scopes"]);
    needed.copied().filter(absent).collect()
}
