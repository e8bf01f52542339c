//! `trace-method-exposed`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Method, Version};

fn message(operation: &str) -> String {
    format!("`{operation}` answers with the request it got")
}

declare_rule! {
    /// An operation has the method TRACE.
    ///
    /// A server answers TRACE with the request it got, headers and all. Where a proxy adds credentials on
    /// the way, the caller reads them in the answer; nothing else needs the method.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// paths:
    ///   /parcels:
    ///     trace:
    ///       operationId: Look
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       operationId: Look
    ///       responses: {"200": {description: Parcels}}
    /// ```
    TraceMethodExposed = "trace-method-exposed" {
        family: Exposure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "RFC 9110 section 9.3.8: TRACE" => "https://www.rfc-editor.org/rfc/rfc9110#section-9.3.8",
            "CWE-693: Protection Mechanism Failure" => "https://cwe.mitre.org/data/definitions/693.html",
        ],
    }
}

impl Rule for TraceMethodExposed {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        if facts.operation.method != Method::Trace {
            return;
        }
        let title = facts.operation.title();
        let draft = Draft::key(facts.operation.node, message(&title)).argument(title);
        cx.report(draft.help("remove the operation, and switch the method off"));
    }
}
