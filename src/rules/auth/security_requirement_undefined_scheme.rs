//! `security-requirement-undefined-scheme`

use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::rules::{elsewhere, place};
use crate::spec::{SchemeUse, SecurityRequirement, Version};

fn message(name: &str) -> String {
    format!("the requirement names `{name}`, which is not defined")
}

fn near_miss(name: &str, defined: &str) -> String {
    format!("`{defined}` is defined: names are compared exactly, `{name}` is another one")
}

declare_rule! {
    /// A security requirement names a scheme that the document does not define.
    ///
    /// Nothing says what the caller must send. Some gateways refuse the document, others let
    /// every call through. The usual cause is an edit that removed the definitions and left the
    /// requirements behind.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions: {}
    /// security:
    ///   - apiKeyHeader: []
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
    /// securityDefinitions:
    ///   apiKeyHeader: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security:
    ///   - apiKeyHeader: []
    /// paths: {}
    /// ```
    SecurityRequirementUndefinedScheme = "security-requirement-undefined-scheme" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Requirement],
        references: [
            "OpenAPI 3.1.1, Security Requirement Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object",
            "Microsoft, Swagger validator rules: SecurityRequirementMustBeDefined" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "CWE-1188: Initialization of a Resource with an Insecure Default" => "https://cwe.mitre.org/data/definitions/1188.html",
        ],
    }
}

impl Rule for SecurityRequirementUndefinedScheme {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        _: Site<'_, '_>,
    ) {
        let undefined = |used: &&SchemeUse<'_>| {
            cx.spec().scheme(used.name).is_none() && !names_by_uri(cx.spec().version(), used.name)
        };
        let undefined: Vec<&SchemeUse<'_>> = requirement.schemes.iter().filter(undefined).collect();
        if undefined.is_empty() || elsewhere::schemes(cx.spec()) {
            return;
        }
        for used in undefined {
            let draft = draft(cx, used);
            cx.report(draft);
        }
    }
}

/// How many schemes a name is compared with: nobody has more.
const MOST_COMPARED: usize = 200;

fn draft(cx: &Context<'_, '_>, used: &SchemeUse<'_>) -> Draft {
    let draft = Draft::key(used.entry, message(used.name)).label("no such scheme");
    let folded = |name: &str| name.to_lowercase().replace([' ', '-', '_'], "");
    let mut schemes = cx.spec().schemes().iter().take(MOST_COMPARED);
    match schemes.find(|scheme| folded(scheme.name) == folded(used.name)) {
        Some(scheme) => draft
            .related(Label::key(scheme.entry, "this one is"))
            .note(near_miss(used.name, scheme.name))
            .help("write the name exactly as it is defined"),
        None => draft
            .related(place::schemes(cx.spec(), "not among these"))
            .help("define the scheme, or remove the requirement"),
    }
}

/// Since 3.2 a requirement may name its scheme by a URI instead of a component's name.
fn names_by_uri(version: Version, name: &str) -> bool {
    version == Version::OpenApi32 && (name.contains("://") || name.contains(['/', '#']))
}
