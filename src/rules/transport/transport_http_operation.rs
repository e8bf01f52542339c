//! `transport-http-operation`

use super::cleartext_item::report;
use crate::declare_rule;
use crate::document::key;
use crate::finding::{Safety, Severity};
use crate::rule::{Context, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::Version;

fn message(scheme: &str) -> String {
    format!("the operation allows calls over `{scheme}`")
}

declare_rule! {
    /// An operation allows calls over `http` or `ws`.
    ///
    /// Its own `schemes` replace those of the document. Everything sent is readable and can be changed
    /// on the way, credentials first.
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
    ///     get:
    ///       schemes: [https, http]
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       schemes: [https]
    ///       responses: {"200": {description: Parcels}}
    /// ```
    TransportHttpOperation = "transport-http-operation" {
        family: Transport,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "Swagger 2.0, Operation Object" => "https://spec.openapis.org/oas/v2.0.html#operation-object",
            "RFC 9700 section 2.6: other recommendations" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.6",
            "CWE-319: Cleartext Transmission of Sensitive Information" => "https://cwe.mitre.org/data/definitions/319.html",
            "OWASP API8:2023 Security Misconfiguration" => "https://owasp.org/API-Security/editions/2023/en/0xa8-security-misconfiguration/",
        ],
    }
}

impl Rule for TransportHttpOperation {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        if let Some(schemes) = facts.operation.node.member(key::SCHEMES) {
            for item in schemes.items() {
                report(cx, Some(schemes), item, message);
            }
        }
    }
}
