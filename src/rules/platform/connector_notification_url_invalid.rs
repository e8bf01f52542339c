//! `connector-notification-url-invalid`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str, fault: &str) -> String {
    format!("`{name}` takes the trigger's address and {fault}")
}

declare_rule! {
    /// The member that takes a trigger's address is not one that the platform can fill.
    ///
    /// The platform puts the flow's address into the member marked `x-ms-notification-url: true`: a
    /// required string that makers do not see, so it is `x-ms-visibility: internal`. Otherwise makers
    /// are asked for an address that nobody knows, or none is sent.
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
    ///       operationId: OnParcel
    ///       x-ms-trigger: single
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             properties:
    ///               url: {type: string, x-ms-notification-url: true}
    ///       responses: {"201": {description: Subscribed}}
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
    ///       operationId: OnParcel
    ///       x-ms-trigger: single
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             required: [url]
    ///             properties:
    ///               url: {type: string, x-ms-notification-url: true, x-ms-visibility: internal}
    ///       responses: {"201": {description: Subscribed}}
    /// ```
    ConnectorNotificationUrlInvalid = "connector-notification-url-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("x-ms-notification-url")],
        references: [
            "Microsoft, webhook triggers" => "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
            "Microsoft, Swagger validator rules: NotificationUrlNotInternal, NotificationUrlNotRequired, NotificationUrlNotString" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorNotificationUrlInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let marked = schema.get("x-ms-notification-url");
        let is_on = validator::says_true(schema, "x-ms-notification-url");
        let Some(mark) = marked.filter(|_| is_on && validator::is_asked(cx)) else {
            return;
        };
        let kind = schema.member(key::TYPE);
        let fault = if kind.is_some_and(|kind| !kind.is_str("string")) {
            "is no string"
        } else if !validator::is_internal(schema) {
            "is shown to the maker"
        } else if !is_required(schema) {
            "is not required"
        } else {
            return;
        };
        let draft = Draft::key(mark, message(schema.key(), fault))
            .label("filled by the platform")
            .help("make it a required string with `x-ms-visibility: internal`");
        cx.report(draft);
    }
}

/// True when the object around a member requires it; something else than a member is let pass.
fn is_required(schema: NodeRef<'_>) -> bool {
    let around = schema
        .parent()
        .filter(|one| one.key_symbol() == key::PROPERTIES);
    let Some(object) = around.and_then(NodeRef::parent) else {
        return true;
    };
    let names = object.member(key::REQUIRED);
    names.is_some_and(|names| names.items().any(|name| name.is_str(schema.key())))
}
