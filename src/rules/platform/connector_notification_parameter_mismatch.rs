//! `connector-notification-parameter-mismatch`

use super::{dynamic, validator};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(name: &str, member: &str) -> String {
    format!("`{name}` has another `{member}` in the webhook")
}

declare_rule! {
    /// A trigger and its webhook share a parameter that is not the same.
    ///
    /// The platform asks the maker once for what the polling trigger and the webhook that wakes it both
    /// take. Parameters of one name must have one type and one visibility.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /hooks:
    ///     x-ms-notification-content: {schema: {type: object}}
    ///     post:
    ///       operationId: WhenDelivered
    ///       x-ms-trigger: single
    ///       parameters: [{name: depot, in: query, type: string}]
    ///       responses: {"201": {description: Subscribed}}
    ///   /parcels:
    ///     get:
    ///       operationId: ListDelivered
    ///       x-ms-trigger: batch
    ///       x-ms-notification: {operationId: WhenDelivered}
    ///       parameters: [{name: depot, in: query, type: integer}]
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
    /// paths:
    ///   /hooks:
    ///     x-ms-notification-content: {schema: {type: object}}
    ///     post:
    ///       operationId: WhenDelivered
    ///       x-ms-trigger: single
    ///       parameters: [{name: depot, in: query, type: string}]
    ///       responses: {"201": {description: Subscribed}}
    ///   /parcels:
    ///     get:
    ///       operationId: ListDelivered
    ///       x-ms-trigger: batch
    ///       x-ms-notification: {operationId: WhenDelivered}
    ///       parameters: [{name: depot, in: query, type: string}]
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorNotificationParameterMismatch = "connector-notification-parameter-mismatch" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("x-ms-notification")],
        references: [
            "Microsoft, webhook triggers" => "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
            "Microsoft, Swagger validator rules: ParamtersWithSameNameMustHaveSameTypeAndVisibility" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorNotificationParameterMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let extension = facts.operation.node.get("x-ms-notification");
        let Some(extension) = extension.filter(|_| validator::is_asked(cx)) else {
            return;
        };
        let Some(webhook) = dynamic::target(cx, extension) else {
            return;
        };
        for other in &webhook.parameters {
            let named = |one: &&Parameter<'_>| one.name.is_some() && one.name == other.name;
            let Some(own) = facts.parameters.iter().find(named) else {
                continue;
            };
            let same = |member| {
                let text = |node: NodeRef<'_>| node.get(member).map(|it| it.text().into_owned());
                text(own.node) == text(other.node)
            };
            let Some(member) = ["type", "x-ms-visibility"]
                .into_iter()
                .find(|one| !same(one))
            else {
                continue;
            };
            let name = own.name.as_deref().unwrap_or_default();
            let draft = Draft::value(own.node, message(name, member))
                .related(Label::value(other.node, "the webhook's"));
            cx.report(draft.help("make both the same"));
        }
    }
}
