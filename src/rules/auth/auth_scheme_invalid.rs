//! `auth-scheme-invalid`

use super::scheme_members::{
    TYPES_2, check_discovery, check_flow_names, check_misplaced, check_place, one_of, types_of,
};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{References, SchemeKind, SecurityScheme, Version};
use crate::text::suggest;

fn missing(scheme: &str, member: &str) -> String {
    format!("`{scheme}` has no `{member}`")
}

fn unknown_type(kind: NodeRef<'_>, version: Version) -> Draft {
    let text = kind.text();
    let types = types_of(version);
    let draft = Draft::value(kind, format!("`{text}` is no type of {version}"));
    let draft = draft.label("unknown type");
    let help = match text.as_ref() {
        "http" | "openIdConnect" if types == TYPES_2 => {
            "Swagger 2.0 has basic, apiKey and oauth2".into()
        }
        "basic" => "write `type: http` with `scheme: basic`".into(),
        other => suggest::help(other, types.iter().copied()).unwrap_or_else(|| one_of(types)),
    };
    draft.help(help)
}

declare_rule! {
    /// A security scheme lacks what its type needs, or its type does not exist.
    ///
    /// Tools read an incomplete scheme in their own way or drop it, and with it the protection it
    /// stands for. A member that belongs to another type is a sign of two schemes mixed up; it is a
    /// warning.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header}
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
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    AuthSchemeInvalid = "auth-scheme-invalid" {
        family: Auth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "Swagger 2.0, Security Scheme Object" => "https://spec.openapis.org/oas/v2.0.html#security-scheme-object",
            "OpenAPI 3.1.1, Security Scheme Object" => "https://spec.openapis.org/oas/v3.1.1.html#security-scheme-object",
            "Microsoft, Swagger validator rules: SecuritySchemePropertyRequired, SecuritySchemePropertyNotValid" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for AuthSchemeInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let (node, version) = (scheme.node, cx.spec().version());
        if References::reference(node).is_some() {
            return;
        }
        if !node.is_object() {
            let draft = Draft::key(scheme.entry, format!("`{}` is no object", scheme.name));
            return cx.report(draft.label("a scheme is an object with a `type`"));
        }
        let Some(kind) = node.member(key::TYPE) else {
            let draft = Draft::key(scheme.entry, missing(scheme.name, "type"));
            return cx.report(draft.label("no `type`").help(one_of(types_of(version))));
        };
        if matches!(scheme.kind, SchemeKind::Unknown) {
            return cx.report(unknown_type(kind, version));
        }
        for name in lacking(scheme, version) {
            let draft = Draft::key(scheme.entry, missing(scheme.name, name)).argument(name);
            cx.report(
                draft
                    .label(format!("no `{name}`"))
                    .help(format!("add `{name}`")),
            );
        }
        check_place(cx, scheme);
        check_flow_names(cx, scheme);
        check_discovery(cx, scheme);
        check_misplaced(cx, scheme, &kind.text());
    }
}

fn lacking(scheme: &SecurityScheme<'_>, version: Version) -> Vec<&'static str> {
    let needed: &[&str] = match &scheme.kind {
        SchemeKind::ApiKey { .. } => &["name", "in"],
        SchemeKind::Http { .. } => &["scheme"],
        SchemeKind::OpenIdConnect => &["openIdConnectUrl"],
        SchemeKind::OAuth2 { .. } if version.is_3() => &["flows"],
        SchemeKind::OAuth2 { .. } => &["flow"],
        _ => &[],
    };
    let absent = |name: &&&str| scheme.node.get(name).is_none_or(NodeRef::is_null);
    needed.iter().filter(absent).copied().collect()
}
