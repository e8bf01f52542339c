//! `security-optional-global`

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::spec::{SecurityRequirement, Version};

declare_rule! {
    /// Anonymous access is one of the alternatives the document requires.
    ///
    /// An empty requirement `{}` is satisfied by a call without any credential, so the other
    /// alternatives protect nothing. Since 3.0.3 it is the way to write optional authentication, which
    /// is a warning when another alternative stands beside it.
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
    /// security:
    ///   - parcelKey: []
    ///   - {}
    /// paths:
    ///   /parcels:
    ///     get:
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
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - parcelKey: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    SecurityOptionalGlobal = "security-optional-global" {
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
        ],
    }
}

impl Rule for SecurityOptionalGlobal {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        site: Site<'_, '_>,
    ) {
        if !matches!(site, Site::Root) || !requirement.schemes.is_empty() {
            return;
        }
        let draft = Draft::value(
            requirement.node,
            "`{}` among the requirements lets anyone in",
        )
        .label("satisfied without a credential")
        .severity(severity(cx))
        .help("remove it, or move it to the operations that are meant to be public");
        cx.report(draft);
    }
}

fn severity(cx: &Context<'_, '_>) -> Severity {
    let root = cx.spec().requirements();
    let optional = root.is_some_and(|root| root.uses().next().is_some());
    if optional && cx.spec().version().is_3() {
        Severity::Warning
    } else {
        Severity::Error
    }
}
