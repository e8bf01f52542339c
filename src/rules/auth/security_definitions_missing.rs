//! `security-definitions-missing`

use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::{connection, elsewhere, place};
use crate::spec::{Spec, Version};

fn message(version: Version) -> &'static str {
    if version.is_3() {
        "the document has no `components.securitySchemes`: nothing says who may call"
    } else {
        "the document has no `securityDefinitions`: nothing says who may call"
    }
}

declare_rule! {
    /// The document defines no security scheme.
    ///
    /// Whoever reads it, a person, a gateway or a connector platform, takes the API for a public one
    /// and sends no credential. A connector may keep its authentication in `apiProperties.json` alone,
    /// or say there with empty `connectionParameters` that none is needed: both are respected.
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
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    SecurityDefinitionsMissing = "security-definitions-missing" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0, Security Scheme Object" => "https://spec.openapis.org/oas/v2.0.html#security-scheme-object",
            "OpenAPI 3.1.1, Security Scheme Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
            "CWE-306: Missing Authentication for Critical Function" => "https://cwe.mitre.org/data/definitions/306.html",
        ],
    }
}

impl Rule for SecurityDefinitionsMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        if !spec.schemes().is_empty() || is_part(spec) || elsewhere::schemes(spec) {
            return;
        }
        let Some(severity) = severity(cx) else { return };
        let draft = Draft::new(
            place::schemes(spec, "no scheme in here"),
            message(spec.version()),
        )
        .severity(severity)
        .help("define the scheme that callers must use, and require it with `security`");
        cx.report(draft);
    }
}

/// True for a part of another document: it has no operations, and nothing says that it has no
/// schemes either.
fn is_part(spec: &Spec<'_>) -> bool {
    let says = spec.scheme_container().is_some() && spec.root().member(key::PATHS).is_some();
    spec.operations().is_empty() && !says
}

/// What the companion file makes of it; `None` when it answers the question.
fn severity(cx: &Context<'_, '_>) -> Option<Severity> {
    if connection::answers(cx) {
        return None;
    }
    let silent = cx.companion().is_some();
    Some(if silent {
        Severity::Warning
    } else {
        Severity::Error
    })
}
