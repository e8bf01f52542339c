//! `connector-public-after-key-removal`

use super::gateway;
use crate::connector::{ApiProperties, Credentials};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::{elsewhere, place};
use crate::spec::{Requirements, Spec, Version};

const MESSAGE: &str = "the key of the gateway is gone and nothing came in its place";
const HELP: &str = "declare the scheme callers must use now, and check it in the back end or by a \
                    policy of the gateway; or put the key back";

declare_rule! {
    /// The key of the gateway was taken away and nothing came in its place.
    ///
    /// An export from API Management declares the subscription key with every API. When the key is gone
    /// and no other scheme is there, the gateway lets everyone in: without a subscription it asks for
    /// nothing unless the back end or a policy checks a credential.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
    /// schemes: [https]
    /// securityDefinitions: {}
    /// security:
    ///   - apiKeyHeader: []
    ///   - apiKeyQuery: []
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
    /// host: apim-parcels.azure-api.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   basicAuth: {type: basic}
    /// security:
    ///   - basicAuth: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorPublicAfterKeyRemoval = "connector-public-after-key-removal" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, subscriptions in Azure API Management" => "https://learn.microsoft.com/azure/api-management/api-management-subscriptions",
            "RFC 9700 section 2: best practices" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2",
            "CWE-306: Missing Authentication for Critical Function" => "https://cwe.mitre.org/data/definitions/306.html",
        ],
    }
}

impl Rule for ConnectorPublicAfterKeyRemoval {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        let fragment = spec.operations().is_empty();
        if !spec.schemes().is_empty() || fragment || elsewhere::schemes(spec) || asks(cx) {
            return;
        }
        let lost = lost(cx);
        let host = gateway::host(spec);
        let label = match (lost, host) {
            (Some(entry), _) => Label::key(entry, "asked for, and not defined"),
            (None, Some(host)) => Label::value(host, "a gateway that asks for nothing"),
            (None, None) => return,
        };
        let mut draft = Draft::new(label, MESSAGE)
            .help(HELP)
            .related(place::schemes(spec, "no scheme is declared"));
        let asked = cx.companion().map(ApiProperties::new);
        if let Some(nothing) = asked.and_then(ApiProperties::parameters_node) {
            draft = draft.related(Label::key(nothing, "nothing is asked for"));
        }
        cx.report(draft);
    }
}

/// The first requirement that names a scheme of the export.
fn lost<'d>(cx: &Context<'_, 'd>) -> Option<NodeRef<'d>> {
    let spec: &Spec<'d> = cx.spec();
    let own = cx.operations().iter();
    let own = own.filter_map(|facts| facts.protection.requirements());
    spec.requirements()
        .into_iter()
        .chain(own)
        .flat_map(Requirements::uses)
        .find(|used| gateway::is_lost_scheme(spec, used.name))
        .map(|used| used.entry)
}

/// True when the connection asks for a credential all the same.
fn asks(cx: &Context<'_, '_>) -> bool {
    cx.companion().is_some_and(|companion| {
        let properties = ApiProperties::new(companion);
        Credentials::of(&properties.all_parameters()).auth.is_some()
    })
}
