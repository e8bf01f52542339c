//! `connector-notification-url-misplaced`

use super::{reach::Marks, validator};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

const MESSAGE: &str = "nothing fills an address in this place";

declare_rule! {
    /// An address for calls is marked where none is sent.
    ///
    /// `x-ms-notification-url` marks the member of a body that the platform fills with the trigger's
    /// address. In an answer, in the query or in a header nothing fills it.
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
    ///       responses: {"201": {description: Subscribed, schema: {type: object, required: [url], properties: {url: {type: string, x-ms-notification-url: true, x-ms-visibility: internal}}}}}
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
    ///       parameters: [{name: body, in: body, schema: {type: object, required: [url], properties: {url: {type: string, x-ms-notification-url: true, x-ms-visibility: internal}}}}]
    ///       responses: {"201": {description: Subscribed}}
    /// ```
    ConnectorNotificationUrlMisplaced = "connector-notification-url-misplaced" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("x-ms-notification-url")],
        references: [
            "Microsoft, webhook triggers" => "https://learn.microsoft.com/connectors/custom-connectors/create-webhook-trigger",
            "Microsoft, Swagger validator rules: NotificationUrlNotAllowedInThisPosition" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorNotificationUrlMisplaced {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let marks = Marks::new(cx, &["x-ms-notification-url"]);
        if marks.is_empty() || !validator::is_asked(cx) {
            return;
        }
        let elsewhere = |one: &&Parameter<'_>| one.place != Some(ParameterPlace::Body);
        let outside = facts
            .parameters
            .iter()
            .filter(elsewhere)
            .map(|one| one.node);
        let answers = facts.operation.node.member(key::RESPONSES);
        let mark = outside.chain(answers).find_map(|node| {
            // a schema that a body shares is marked for the body's sake
            let own = |mark: &NodeRef<'_>| stands_below(*mark, facts.operation.path_item);
            let mut marks = marks.below(node).into_iter().filter(own);
            marks.find(|mark| mark.text() == "true")
        });
        if let Some(mark) = mark {
            let draft = Draft::key(mark, MESSAGE).label("not in a body that is sent");
            cx.report(draft.help("mark the member of the body that takes the address"));
        }
    }
}

fn stands_below(node: NodeRef<'_>, above: NodeRef<'_>) -> bool {
    let mut parents = std::iter::successors(node.parent(), |node| node.parent());
    parents.any(|parent| parent.id() == above.id())
}
