//! `request-body-not-allowed`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Method, ParameterPlace, Version};

fn message(operation: &str) -> String {
    format!("`{operation}` has a body")
}

declare_rule! {
    /// A call whose method gives a body no meaning has one.
    ///
    /// A body with GET or HEAD has no meaning (RFC 9110 section 9.3.1), and TRACE may not have one:
    /// caches, gateways and clients drop it, or refuse the call. The connector platform refuses the
    /// operation. With DELETE it may work; OpenAPI 3.0 has readers ignore it, and later versions
    /// advise against it.
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
    ///       parameters:
    ///         - {name: filter, in: body, schema: {type: object}}
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
    ///       parameters:
    ///         - {name: filter, in: query, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    RequestBodyNotAllowed = "request-body-not-allowed" {
        family: Structure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "RFC 9110 section 9.3.1, GET" => "https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1",
            "Microsoft, Swagger validator rules: BodyOrFormDataParameterInFetchOperationNotAllowed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for RequestBodyNotAllowed {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        let is_3 = cx.spec().version().is_3();
        let vague = match operation.method {
            Method::Get | Method::Head | Method::Trace => false,
            // OpenAPI 3.0 ignores it, later versions say to avoid it; Swagger 2.0 says nothing
            Method::Delete if is_3 => true,
            _ => return,
        };
        let title = operation.title();
        let in_body = |place| matches!(place, ParameterPlace::Body | ParameterPlace::FormData);
        let first = facts
            .parameters
            .iter()
            .find(|one| one.place.is_some_and(in_body));
        let draft = match (first, operation.node.member(key::REQUEST_BODY)) {
            (Some(parameter), _) => Draft::value(parameter.entry, message(&title)),
            (None, Some(body)) if is_3 => Draft::key(body, message(&title)),
            _ => return,
        };
        let draft = if vague {
            draft.severity(Severity::Info)
        } else {
            draft
        };
        let draft = draft
            .label("not sent by many clients")
            .argument(title)
            .help("send it in the query, or make the operation a POST");
        cx.report(draft);
    }
}
