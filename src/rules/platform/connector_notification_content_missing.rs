//! `connector-notification-content-missing`

use super::{reach::Marks, validator};
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(operation: &str) -> String {
    format!("nothing says what `{operation}` will be sent")
}

declare_rule! {
    /// A trigger takes an address and does not say what will be sent there.
    ///
    /// The path of a webhook trigger describes the body of its calls in `x-ms-notification-content`. Without
    /// it the platform refuses the document, and a flow would have no outputs to work with.
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
    ///     post:
    ///       operationId: WhenDelivered
    ///       x-ms-trigger: single
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             required: [url]
    ///             properties: {url: {type: string, x-ms-notification-url: true, x-ms-visibility: internal}}
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
    ///     x-ms-notification-content: {schema: {type: object, properties: {number: {type: string}}}}
    ///     post:
    ///       operationId: WhenDelivered
    ///       x-ms-trigger: single
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             required: [url]
    ///             properties: {url: {type: string, x-ms-notification-url: true, x-ms-visibility: internal}}
    ///       responses: {"201": {description: Subscribed}}
    /// ```
    ConnectorNotificationContentMissing = "connector-notification-content-missing" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("x-ms-notification-url")],
        references: [
            "Microsoft, webhook triggers" => "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
            "Microsoft, Swagger validator rules: OperationMustHaveNotificationContentExtension" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorNotificationContentMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let marks = Marks::new(cx, &["x-ms-notification-url"]);
        if marks.is_empty() || !validator::is_asked(cx) {
            return;
        }
        let operation = &facts.operation;
        let told = ["x-ms-notification-content", "x-ms-notification"];
        let told = told.iter().any(|name| {
            operation.path_item.get(name).is_some() || operation.node.get(name).is_some()
        });
        if told {
            return;
        }
        let mut sent = facts.parameters.iter().map(|one| one.node);
        let mark = sent.find_map(|node| {
            let mut marks = marks.below(node).into_iter();
            marks.find(|mark| mark.text() == "true")
        });
        if let Some(mark) = mark {
            let draft = Draft::key(mark, message(&operation.title()))
                .related(Label::key(operation.path_item, "described here"));
            cx.report(draft.help("add `x-ms-notification-content` with a `schema` to the path"));
        }
    }
}
