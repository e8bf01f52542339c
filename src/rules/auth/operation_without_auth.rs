//! `operation-without-auth`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::rules::{connection, public};
use crate::spec::{Method, Operation, Origin, Protection, Version};

fn message(operation: &Operation<'_>) -> String {
    format!("`{}` requires no authentication", operation.title())
}

declare_rule! {
    /// An operation requires no authentication, and neither does the document.
    ///
    /// Anyone who knows the address can call it. Operations that change something are errors, reads are
    /// warnings. Webhooks are left alone: there the API is the caller. So are OPTIONS and TRACE. In a
    /// connector whose schemes are required nowhere the platform attaches the credential, and nothing
    /// is reported.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// components:
    ///   securitySchemes:
    ///     parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// paths:
    ///   /parcels:
    ///     post:
    ///       responses: {"201": {description: Created}}
    ///     get:
    ///       security: [{parcelKey: []}]
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers: [{url: https://parcels.example-post.net}]
    /// components:
    ///   securitySchemes:
    ///     parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     post:
    ///       responses: {"201": {description: Created}}
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OperationWithoutAuth = "operation-without-auth" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "Swagger 2.0, Operation Object" => "https://spec.openapis.org/oas/v2.0.html#operation-object",
            "OpenAPI 3.1.1, Operation Object" => "https://spec.openapis.org/oas/v3.1.1.html#operation-object",
            "OWASP API5:2023 Broken Function Level Authorization" => "https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/",
            "CWE-306: Missing Authentication for Critical Function" => "https://cwe.mitre.org/data/definitions/306.html",
            "RFC 9110 section 9.2.1: safe methods" => "https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2.1",
        ],
    }
}

impl Rule for OperationWithoutAuth {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        let called = operation.origin == Origin::Paths
            && !matches!(operation.method, Method::Options | Method::Trace);
        if !called || !matches!(facts.protection, Protection::Undeclared) {
            return;
        }
        if cx.is_connector() && platform_attaches(cx) {
            return;
        }
        let draft = Draft::key(operation.node, message(operation))
            .label("no `security` here or at the root")
            .severity(severity(cx, operation))
            .help("require a scheme with `security`, at the root for all operations or here");
        cx.report(draft);
    }
}

fn severity(cx: &Context<'_, '_>, operation: &Operation<'_>) -> Severity {
    let usual = if public::by_nature(operation) {
        Severity::Info
    } else if operation.method.is_safe() {
        Severity::Warning
    } else {
        Severity::Error
    };
    // beside operations that do require something it is the connector's documentation that lacks
    if cx.is_connector() && !cx.spec().schemes().is_empty() {
        usual.min(Severity::Warning)
    } else {
        usual
    }
}

/// True when the connection answers the question, whatever the requirements say: schemes that are
/// required nowhere, or a companion file that asks for a credential or for nothing on purpose.
fn platform_attaches(cx: &Context<'_, '_>) -> bool {
    let undeclared = |one: &OperationFacts<'_>| matches!(one.protection, Protection::Undeclared);
    connection::answers(cx)
        || (!cx.spec().schemes().is_empty() && cx.operations().iter().all(undeclared))
}
