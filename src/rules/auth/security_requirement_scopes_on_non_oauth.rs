//! `security-requirement-scopes-on-non-oauth`

use crate::declare_rule;
use crate::document::Value;
use crate::edit::Change;
use crate::finding::{File, Fix, Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta, Site};
use crate::spec::{SchemeKind, SchemeUse, SecurityRequirement, SecurityScheme, Version};

fn message(scheme: &SecurityScheme<'_>, version: Version) -> String {
    let kind = scheme.describe(version);
    format!("the requirement asks `{}`, {kind}, for scopes", scheme.name)
}

fn fix(used: &SchemeUse<'_>) -> Fix {
    Fix {
        title: "empty the list".to_owned(),
        safety: Safety::Safe,
        file: File::Document,
        changes: vec![Change::Replace {
            node: used.entry.id(),
            value: Value::Array(Vec::new()),
        }],
    }
}

declare_rule! {
    /// A requirement asks for scopes of a scheme that has none.
    ///
    /// Before 3.1 only OAuth 2.0 and OpenID Connect requirements may list scopes; for a key or basic
    /// authentication the list must be empty. Validators refuse the document. From 3.1 on the list may
    /// name roles, and nothing is reported.
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
    ///   - parcelKey: [read]
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
    /// security:
    ///   - parcelKey: []
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    SecurityRequirementScopesOnNonOauth = "security-requirement-scopes-on-non-oauth" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Safe),
        versions: &[Version::Swagger2, Version::OpenApi30],
        since: "0.1.0",
        hooks: [Requirement],
        references: [
            "Swagger 2.0, Security Requirement Object" => "https://spec.openapis.org/oas/v2.0.html#security-requirement-object",
            "OpenAPI 3.0.4, Security Requirement Object" => "https://spec.openapis.org/oas/v3.0.4.html#security-requirement-object",
            "OpenAPI 3.1.1, Security Requirement Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object",
            "Microsoft, Swagger validator rules: SecurityRequirementMustHaveEmptyValue" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for SecurityRequirementScopesOnNonOauth {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_requirement(
        &self,
        cx: &mut Context<'_, '_>,
        requirement: &SecurityRequirement<'_>,
        _: Site<'_, '_>,
    ) {
        for used in &requirement.schemes {
            let Some(scheme) = cx.spec().scheme(used.name) else {
                continue;
            };
            if used.entry.items().next().is_some() && has_no_scopes(&scheme.kind) {
                let draft = Draft::key(used.entry, message(scheme, cx.spec().version()))
                    .label("the list must be empty")
                    .related(Label::key(scheme.entry, "defined here"))
                    .help("empty the list; describe the roles in the operation's description")
                    .fix(fix(used));
                cx.report(draft);
            }
        }
    }
}

fn has_no_scopes(kind: &SchemeKind<'_>) -> bool {
    matches!(
        kind,
        SchemeKind::ApiKey { .. }
            | SchemeKind::Basic
            | SchemeKind::Bearer
            | SchemeKind::Http { .. }
            | SchemeKind::MutualTls
    )
}
