//! `connector-apim-twin-key`

use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::auth::key_twin;
use crate::spec::{SecurityScheme, Version};

fn message(query: &str, header: &str) -> String {
    format!("`{query}` is the same key as `{header}`, sent in the URL")
}

declare_rule! {
    /// A key of API Management is declared twice, in a header and in the query.
    ///
    /// The gateway accepts its subscription key in either place, so its export declares both. A
    /// connector sends one: the header half keeps the key out of URLs and logs.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   apiKeyHeader: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
    ///   apiKeyQuery: {type: apiKey, in: query, name: subscription-key}
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
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   apiKeyHeader: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
    /// security:
    ///   - apiKeyHeader: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorApimTwinKey = "connector-apim-twin-key" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "Microsoft, subscriptions in Azure API Management" => "https://learn.microsoft.com/azure/api-management/api-management-subscriptions",
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
            "CWE-598: Use of GET Request Method With Sensitive Query Strings" => "https://cwe.mitre.org/data/definitions/598.html",
        ],
    }
}

impl Rule for ConnectorApimTwinKey {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let Some(header) = key_twin::header_half(cx, scheme) else {
            return;
        };
        let mut draft = Draft::key(scheme.entry, message(scheme.name, header.name))
            .label("the same key again")
            .related(Label::key(header.entry, "the half to keep"))
            .help("keep the header")
            .fix_if(key_twin::drop_query_half(cx, scheme));
        let root = cx.spec().root_security();
        let required = root.into_iter().flat_map(NodeRef::items);
        let required = required.filter_map(|one| one.get(scheme.name));
        for requirement in required.take(1) {
            draft = draft.related(Label::key(requirement, "required here"));
        }
        cx.report(draft);
    }
}
