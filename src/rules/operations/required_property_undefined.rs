//! `required-property-undefined`

use super::known_members::Known;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use crate::text::suggest;

fn message(name: &str) -> String {
    format!("the required member `{name}` is not defined")
}

declare_rule! {
    /// A required member is not defined.
    ///
    /// The object requires a member that neither its `properties` nor those of the schemas it joins
    /// have: a call without it is refused, and nobody is told what to put there. Often a name was
    /// changed in one of the two places.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Parcel:
    ///     type: object
    ///     required: [nummer]
    ///     properties: {number: {type: string}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Parcel:
    ///     type: object
    ///     required: [number]
    ///     properties: {number: {type: string}}
    /// ```
    RequiredPropertyUndefined = "required-property-undefined" {
        family: Structure,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("required")],
        references: [
            "OpenAPI 3.1.1, Schema Object" => "https://spec.openapis.org/oas/v3.1.1.html#schema-object",
            "Microsoft, Swagger validator rules: RequiredPropertyDefinitionMissing" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for RequiredPropertyUndefined {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let Some(required) = schema.member(key::REQUIRED) else {
            return;
        };
        // there, what stands beside a reference is ignored
        let before = matches!(cx.spec().version(), Version::Swagger2 | Version::OpenApi30);
        if before && schema.member(key::REF).is_some() {
            return;
        }
        let own = schema.member(key::PROPERTIES);
        let is_own = |name: &NodeRef<'_>| own.is_some_and(|own| own.get(&name.text()).is_some());
        let names = required.items().filter(|name| name.is_string());
        let elsewhere: Vec<_> = names.filter(|name| !is_own(name)).collect();
        if elsewhere.is_empty() {
            return;
        }
        let known = Known::of(schema, cx.spec());
        if known.open || !known.any {
            return;
        }
        for name in elsewhere {
            let text = name.text();
            if known.names.contains(&*text) {
                continue;
            }
            let help = suggest::nearest(&text, known.names.iter().copied()).map_or_else(
                || "define it under `properties`, or do not require it".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            cx.report(
                Draft::value(name, message(&text))
                    .label("not defined")
                    .help(help),
            );
        }
    }
}
