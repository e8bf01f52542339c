//! `security-empty-array-operation`

use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::rules::public;
use crate::spec::{Operation, Origin, Protection, Version};

fn message(operation: &Operation<'_>) -> String {
    format!("`{}` switches authentication off", operation.title())
}

declare_rule! {
    /// An operation switches authentication off with an empty `security` list.
    ///
    /// Its own empty list replaces what the document requires: anyone may call it. That is right for a
    /// sign-in or a health check; say so with a suppression and a reason.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     delete:
    ///       security: []
    ///       responses: {"204": {description: Gone}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     delete:
    ///       responses: {"204": {description: Gone}}
    /// ```
    SecurityEmptyArrayOperation = "security-empty-array-operation" {
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
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
            "CWE-306: Missing Authentication for Critical Function" => "https://cwe.mitre.org/data/definitions/306.html",
        ],
    }
}

impl Rule for SecurityEmptyArrayOperation {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let Protection::OptedOut(own) = &facts.protection else {
            return;
        };
        let operation = &facts.operation;
        if operation.origin != Origin::Paths || !own.node.is_array() || !own.node.is_empty() {
            return;
        }
        let mut draft = Draft::key(own.node, message(operation))
            .label("an empty list lets anyone in")
            .help("remove it, or name the scheme that callers must use");
        if let Some(root) = cx
            .spec()
            .requirements()
            .filter(|root| !root.alternatives.is_empty())
        {
            draft = draft.related(Label::key(root.node, "replaces this"));
        }
        if public::by_nature(operation) {
            draft = draft.severity(Severity::Info);
        }
        cx.report(draft);
    }
}
