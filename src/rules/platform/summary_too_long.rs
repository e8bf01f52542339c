//! `summary-too-long`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, Version};
use crate::target::LimitKind;

fn message(member: &str, length: u64) -> String {
    format!("`{member}` has {length} characters")
}

declare_rule! {
    /// A text is longer than the platform takes.
    ///
    /// Summaries and labels are what makers see on a card, and descriptions what a model reads to
    /// choose an action. Each platform has its own limit, and cuts or refuses what is longer.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       summary: "List the parcels that are on their way to you, and those at the counter, all of them"
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
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       summary: List parcels
    ///       responses: {"200": {description: Parcels}}
    /// ```
    SummaryTooLong = "summary-too-long" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation, Parameter("x-ms-summary", "description"), Schema("x-ms-summary")],
        references: [
            "Microsoft, Swagger validator rules: OperationSummaryTooLong" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "Microsoft, string guidance for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance",
        ],
    }
}

impl Rule for SummaryTooLong {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let node = facts.operation.node;
        text(cx, node.member(key::SUMMARY), LimitKind::SummaryChars);
        text(
            cx,
            node.member(key::DESCRIPTION),
            LimitKind::OperationDescriptionChars,
        );
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let node = parameter.node;
        text(cx, node.member(key::X_MS_SUMMARY), LimitKind::LabelChars);
        text(
            cx,
            node.member(key::DESCRIPTION),
            LimitKind::ParameterDescriptionChars,
        );
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        text(cx, schema.member(key::X_MS_SUMMARY), LimitKind::LabelChars);
    }
}

fn text(cx: &mut Context<'_, '_>, text: Option<NodeRef<'_>>, kind: LimitKind) {
    let limit = cx.target().constraints.limit(kind).map(|limit| limit.max);
    let limit = limit.or_else(|| advised(cx.spec().version(), kind));
    let (Some(limit), Some(text)) = (limit, text.filter(|text| text.is_string())) else {
        return;
    };
    // no text has more characters than its source has bytes
    if u64::from(text.target().span().len()) <= limit {
        return;
    }
    let length = text.text().chars().count() as u64;
    if length > limit {
        let draft = Draft::value(text, message(text.key(), length))
            .label(format!("at most {limit}"))
            .help("say it in fewer words");
        cx.report(draft);
    }
}

/// What the specification asks for where the platform sets no limit.
fn advised(version: Version, kind: LimitKind) -> Option<u64> {
    let summary = matches!(kind, LimitKind::SummaryChars);
    (version == Version::Swagger2 && summary).then_some(120)
}
