//! `connector-webhook-url-missing`

use super::{reach, validator};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(operation: &str) -> String {
    format!("the trigger `{operation}` marks no member for its address")
}

declare_rule! {
    /// A trigger does not say where the platform puts its address.
    ///
    /// A webhook trigger subscribes with the address of the flow that waits. `x-ms-notification-
    /// url: true` marks the member that takes it; without one the API is never told, and the flow
    /// never starts.
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
    ///       operationId: WhenParcelArrives
    ///       x-ms-trigger: single
    ///       parameters:
    ///         - name: hook
    ///           in: body
    ///           schema:
    ///             type: object
    ///             properties:
    ///               url: {type: string}
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
    ///       operationId: WhenParcelArrives
    ///       x-ms-trigger: single
    ///       parameters:
    ///         - name: hook
    ///           in: body
    ///           schema:
    ///             type: object
    ///             properties:
    ///               url: {type: string, x-ms-notification-url: true, x-ms-visibility: internal}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorWebhookUrlMissing = "connector-webhook-url-missing" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation("x-ms-trigger")],
        references: [
            "Microsoft, webhook triggers" => "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
            "Microsoft, Swagger validator rules: WebhookOperationsMissingNotificationUrlProperty" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorWebhookUrlMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        let trigger = operation.node.get("x-ms-trigger");
        let subscribes = operation
            .path_item
            .get("x-ms-notification-content")
            .is_some();
        let Some(trigger) = trigger.filter(|_| subscribes && validator::is_asked(cx)) else {
            return;
        };
        let is_marked = |node: NodeRef<'_>| node.get("x-ms-notification-url").is_some();
        let spec = cx.spec();
        if facts
            .parameters
            .iter()
            .any(|one| reach::any(spec, one.node, is_marked))
        {
            return;
        }
        let draft = Draft::key(trigger, message(&operation.title()))
            .label("subscribes without an address")
            .help("mark the member that takes it with `x-ms-notification-url: true`");
        cx.report(draft);
    }
}
