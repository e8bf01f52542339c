//! `connector-notification-extension-invalid`

use super::{dynamic, validator};
use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Operation, Version};

declare_rule! {
    /// `x-ms-notification` stands where no trigger can use it.
    ///
    /// The extension ties a polling trigger to the webhook that wakes it. It belongs on a trigger that is no
    /// webhook itself, and its `operationId` names one that is.
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
    ///     post: {operationId: WhenDelivered, x-ms-trigger: single, responses: {"201": {description: Subscribed}}}
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       x-ms-notification: {operationId: WhenDelivered}
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
    ///     post: {operationId: WhenDelivered, x-ms-trigger: single, responses: {"201": {description: Subscribed}}}
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       x-ms-trigger: batch
    ///       x-ms-notification: {operationId: WhenDelivered}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorNotificationExtensionInvalid = "connector-notification-extension-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("x-ms-notification")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: NotificationExtensionSupportedForTriggerOnly, NotificationExtensionNotSupportedInWebhookOperation, NotificationOperationMustBeWebhook" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorNotificationExtensionInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        let found = operation.node.get("x-ms-notification");
        let Some(extension) = found.filter(|_| validator::is_asked(cx)) else {
            return;
        };
        let id = extension.member(key::OPERATION_ID);
        let named = dynamic::target(cx, extension);
        let fault = if operation.node.get("x-ms-trigger").is_none() {
            "stands on an operation that is no trigger"
        } else if is_webhook(operation) {
            "stands on a webhook"
        } else if id.is_some() && !named.is_some_and(|one| is_webhook(&one.operation)) {
            "names an operation that is no webhook"
        } else {
            return;
        };
        let draft = Draft::key(extension, format!("`x-ms-notification` {fault}"));
        cx.report(draft.help("keep it on the polling trigger, with the id of its webhook"));
    }
}

fn is_webhook(operation: &Operation<'_>) -> bool {
    operation
        .path_item
        .get("x-ms-notification-content")
        .is_some()
}
