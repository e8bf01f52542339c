//! `security-optional-operation`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::rules::public;
use crate::spec::{Operation, Origin, SecurityRequirement, Version};

fn message(operation: &Operation<'_>) -> String {
    format!(
        "`{{}}` among the requirements of `{}` lets anyone in",
        operation.title()
    )
}

declare_rule! {
    /// Anonymous access is one of the alternatives an operation requires.
    ///
    /// An empty requirement `{}` is satisfied by a call without any credential. For operations that
    /// change something it is an error, for reads a warning.
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
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     post:
    ///       security: [{parcelKey: []}, {}]
    ///       responses: {"201": {description: Created}}
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
    /// ```
    SecurityOptionalOperation = "security-optional-operation" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Requirement],
        references: [
            "OpenAPI 3.0.4, Security Requirement Object" => "https://spec.openapis.org/oas/v3.0.4.html#security-requirement-object",
            "OpenAPI 3.1.1, Security Requirement Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
            "CWE-306: Missing Authentication for Critical Function" => "https://cwe.mitre.org/data/definitions/306.html",
            "RFC 9110 section 9.2.1: safe methods" => "https://www.rfc-editor.org/rfc/rfc9110.html#section-9.2.1",
        ],
    }
}

impl Rule for SecurityOptionalOperation {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        site: Site<'_, '_>,
    ) {
        let Site::Operation(operation) = site else {
            return;
        };
        if operation.origin != Origin::Paths || !requirement.schemes.is_empty() {
            return;
        }
        let severity = if public::by_nature(operation) {
            Severity::Info
        } else if operation.method.is_safe() {
            Severity::Warning
        } else {
            Severity::Error
        };
        let draft = Draft::value(requirement.node, message(operation))
            .label("satisfied without a credential")
            .severity(severity)
            .help("remove it, so that the other requirements count");
        cx.report(draft);
    }
}
