//! `connector-media-type-unsupported`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

/// What the platform sends.
const SENT: [&str; 4] = [
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "text/plain",
];

fn message(name: &str) -> String {
    format!("the platform sends no `{name}`")
}

declare_rule! {
    /// An operation takes bodies in a form that the platform does not send.
    ///
    /// It sends JSON, plain text and the two kinds of forms. An operation that takes nothing else cannot
    /// be called with a body; a further media type beside one of them does no harm.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// consumes: [application/xml]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// consumes: [application/json]
    /// paths: {}
    /// ```
    ConnectorMediaTypeUnsupported = "connector-media-type-unsupported" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Spec, Operation],
        references: [
            "Microsoft, Swagger validator rules: MimeTypeNotValid, MimeTypeNotSupported" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorMediaTypeUnsupported {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        types(cx, cx.spec().root());
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        types(cx, facts.operation.node);
    }
}

fn types(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let Some(consumes) = node
        .member(key::CONSUMES)
        .filter(|_| validator::is_asked(cx))
    else {
        return;
    };
    if consumes.items().any(is_sent) {
        return;
    }
    for one in consumes.items().filter(|one| one.is_string()) {
        let draft = Draft::value(one, message(&one.text()))
            .label("not sent")
            .help(format!("take one of {}", SENT.join(", ")));
        cx.report(draft);
    }
}

fn is_sent(media_type: NodeRef<'_>) -> bool {
    let text = media_type.text();
    let name = text.split(';').next().unwrap_or_default().trim();
    SENT.iter().any(|sent| sent.eq_ignore_ascii_case(name))
}
