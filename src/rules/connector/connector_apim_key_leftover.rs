//! `connector-apim-key-leftover`

use super::{gateway, traces};
use crate::connector::AuthType;
use crate::declare_rule;
use crate::document::key;
use crate::finding::{Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::rules::shared_parameter;
use crate::spec::{Parameter, SecurityRequirement, SecurityScheme, Version};

fn message(what: &str) -> String {
    format!("{what} the subscription key of API Management")
}

declare_rule! {
    /// The subscription key of API Management is still there.
    ///
    /// A connector that signs in by another type does not send the gateway's key, and the gateway
    /// refuses every call as long as it asks for one. Where the key is what the connection asks for,
    /// this is a hint: it tells subscriptions apart, not the people behind them.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    ///   apiKeyHeader: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
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
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
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
    ConnectorApimKeyLeftover = "connector-apim-key-leftover" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Scheme, Requirement, Parameter],
        references: [
            "Microsoft, subscriptions in Azure API Management" => "https://learn.microsoft.com/azure/api-management/api-management-subscriptions",
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        ],
    }
}

impl Rule for ConnectorApimKeyLeftover {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for trace in traces::traces(cx) {
            let draft = Draft::value(trace, message("this still speaks of"))
                .label("left over")
                .severity(Severity::Info)
                .help("remove it when the gateway no longer asks for the key");
            cx.report(draft);
        }
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if !gateway::is_key(scheme) {
            return;
        }
        let text = message(&format!("`{}` is", scheme.name));
        let mut draft = Draft::key(scheme.entry, text);
        draft = if traces::is_wanted(gateway::chosen(cx)) {
            draft = draft
                .label("of a subscription, not of a person")
                .severity(Severity::Hint);
            if let Some(host) = gateway::host(cx.spec()) {
                draft = draft.related(Label::value(host, "the gateway that asks for it"));
            }
            draft.help("keep it while the gateway asks for it")
        } else {
            let by = gateway::chosen(cx).map_or("another type", AuthType::name);
            draft
                .label(format!("not sent: the connection uses {by}"))
                .help("remove it, and switch off the subscription in the gateway")
                .fix_if(gateway::removal(cx, scheme))
        };
        cx.report(draft);
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        site: Site<'_, '_>,
    ) {
        let spec = cx.spec();
        let lost = |name: &str| !spec.schemes().is_empty() && gateway::is_lost_scheme(spec, name);
        for used in requirement.schemes.iter().filter(|used| lost(used.name)) {
            let all = traces::requirements(cx, site);
            let changes = all.and_then(|all| gateway::without(spec, &all, used.name));
            let fix = changes.map(|it| gateway::fix(format!("remove `{}`", used.name), it));
            let draft = Draft::key(used.entry, message("a requirement still names"))
                .label("left over")
                .help("remove it")
                .fix_if(fix);
            cx.report(draft);
        }
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let schemes = cx.spec().schemes();
        // what a scheme sends is another rule's; without a scheme the parameter is the key
        if schemes.is_empty() || schemes.iter().any(gateway::is_key) {
            return;
        }
        let name = parameter.node.member(key::NAME);
        if let Some(name) = name.filter(|_| gateway::is_key_parameter(parameter)) {
            let draft = Draft::value(name, message("this parameter is"))
                .label("left over")
                .related(Label::key(
                    traces::sent(cx),
                    "the connection sends this one",
                ))
                .help("remove it: the connection sends the credential")
                .fix_if(shared_parameter::removal(cx, parameter.node));
            cx.report(draft);
        }
    }
}
