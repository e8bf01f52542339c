//! `security-empty-array-global`

use crate::declare_rule;
use crate::document::{NodeRef, Value};
use crate::edit::Change;
use crate::finding::{File, Fix, Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::connection;
use crate::spec::{Flow, FlowKind, SecurityScheme, Version};

fn fix(security: NodeRef<'_>, scheme: &SecurityScheme<'_>) -> Fix {
    let requirement = Value::object([(scheme.name, scopes(scheme))]);
    Fix {
        title: format!("require `{}`", scheme.name),
        safety: Safety::Safe,
        file: File::Document,
        changes: vec![Change::Replace {
            node: security.id(),
            value: Value::array([requirement]),
        }],
    }
}

declare_rule! {
    /// The document requires nothing: `security` is an empty list.
    ///
    /// An empty list says that no operation needs a credential unless it says so itself. The wizard of
    /// the connector platform writes it beside working definitions, so it is no more than a remark
    /// there; in any other document it makes the API public.
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
    /// security: []
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
    SecurityEmptyArrayGlobal = "security-empty-array-global" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Info),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0, Swagger Object" => "https://spec.openapis.org/oas/v2.0.html#swagger-object",
            "OpenAPI 3.1.1, Security Requirement Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object",
            "OWASP API2:2023 Broken Authentication" => "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
            "CWE-306: Missing Authentication for Critical Function" => "https://cwe.mitre.org/data/definitions/306.html",
        ],
    }
}

impl Rule for SecurityEmptyArrayGlobal {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(security) = cx.spec().root_security() else {
            return;
        };
        if !security.is_array() || !security.is_empty() {
            return;
        }
        let mut draft = Draft::key(
            security,
            "`security` is empty: no operation requires anything",
        )
        .label("an empty list")
        .help("name the scheme that callers must use");
        let schemes = cx.spec().schemes();
        if let [only] = schemes {
            draft = draft.related(Label::key(only.entry, "defined, but not required"));
        }
        if cx.is_connector() {
            draft = draft.severity(severity(cx)).fix_if(
                schemes
                    .first()
                    .filter(|_| schemes.len() == 1)
                    .map(|s| fix(security, s)),
            );
        }
        cx.report(draft);
    }
}

/// In a connector the platform reads the definitions; an error only when nobody asks for anything.
fn severity(cx: &Context<'_, '_>) -> Severity {
    if connection::answers(cx) || !cx.spec().schemes().is_empty() {
        Severity::Info
    } else {
        Severity::Error
    }
}

/// The scopes of the one sign-in flow a connection uses.
fn scopes(scheme: &SecurityScheme<'_>) -> Value {
    let flow = scheme.flow(FlowKind::AuthorizationCode);
    let entries = flow.into_iter().flat_map(Flow::scope_entries);
    Value::array(entries.map(|entry| Value::from(entry.key())))
}
