//! `transport-http-global`

use super::cleartext_item::report;
use crate::declare_rule;
use crate::document::key;
use crate::finding::{Safety, Severity};
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(scheme: &str) -> String {
    format!("the document allows calls over `{scheme}`")
}

declare_rule! {
    /// The document allows calls over `http` or `ws`.
    ///
    /// Everything sent is readable and can be changed on the way, credentials first. The connector
    /// platform forms the address of the API from the first item of the list, so the order decides. A
    /// host on the same machine is no more than a remark.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [http, https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
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
    ///       responses: {"200": {description: Parcels}}
    /// ```
    TransportHttpGlobal = "transport-http-global" {
        family: Transport,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0, Swagger Object" => "https://spec.openapis.org/oas/v2.0.html#swagger-object",
            "RFC 9700 section 2.6: other recommendations" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.6",
            "CWE-319: Cleartext Transmission of Sensitive Information" => "https://cwe.mitre.org/data/definitions/319.html",
            "OWASP API8:2023 Security Misconfiguration" => "https://owasp.org/API-Security/editions/2023/en/0xa8-security-misconfiguration/",
        ],
    }
}

impl Rule for TransportHttpGlobal {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        if let Some(schemes) = cx.spec().root().member(key::SCHEMES) {
            for item in schemes.items() {
                report(cx, Some(schemes), item, message);
            }
        }
    }
}
