//! `required-property-loop`

use rustc_hash::FxHashSet;

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Spec, Version};

/// How many schemas are looked at from one; circles of real documents are short.
const MOST: usize = 256;

fn message(member: &str) -> String {
    format!("`{member}` is required and must hold a value of this schema again")
}

declare_rule! {
    /// A schema requires a member that must hold such a value again, without end.
    ///
    /// No value is valid: each needs another inside it. The connector platform refuses the document.
    /// A member that may be absent, null or an empty list ends the circle.
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
    ///     required: [inner]
    ///     properties: {inner: {$ref: "#/definitions/Parcel"}}
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
    ///     properties: {inner: {$ref: "#/definitions/Parcel"}}
    /// ```
    RequiredPropertyLoop = "required-property-loop" {
        family: Structure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Schema("required")],
        references: [
            "OpenAPI 3.1.1, Schema Object" => "https://spec.openapis.org/oas/v3.1.1.html#schema-object",
            "Microsoft, Swagger validator rules: RequiredLoopInSchemaNotAllowed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for RequiredPropertyLoop {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        for (name, value) in required(schema) {
            if leads_to(cx.spec(), value, schema) {
                let draft = Draft::value(name, message(&name.text()))
                    .label("no value is ever complete")
                    .help("do not require it, or let it be null");
                cx.report(draft);
            }
        }
    }
}

/// Names in `required` with the schemas of the members they name, when these lead any further.
fn required(schema: NodeRef<'_>) -> Vec<(NodeRef<'_>, NodeRef<'_>)> {
    let both = (schema.member(key::REQUIRED), schema.member(key::PROPERTIES));
    let (Some(required), Some(properties)) = both else {
        return Vec::new();
    };
    let name_of = |one: NodeRef<'_>| required.items().find(|name| name.is_str(one.key()));
    let onward = properties.entries().filter(|one| goes_on(*one));
    let named = onward.filter_map(|one| Some((name_of(one)?, one)));
    named.filter(|(_, one)| !may_be_null(*one)).collect()
}

fn goes_on(schema: NodeRef<'_>) -> bool {
    let onward = |one: NodeRef<'_>| matches!(one.key_symbol(), key::REF | key::REQUIRED);
    schema.entries().any(onward)
}

fn may_be_null(schema: NodeRef<'_>) -> bool {
    let says = |name| {
        let member = schema.get(name);
        member.and_then(NodeRef::as_bool) == Some(true)
    };
    says("nullable") || says("x-nullable")
}

/// True when required members lead from one schema to another.
fn leads_to<'d>(spec: &Spec<'_>, from: NodeRef<'d>, to: NodeRef<'d>) -> bool {
    let mut seen = FxHashSet::default();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        let Some(at) = spec.references().follow(at) else {
            continue;
        };
        if at.id() == to.id() {
            return true;
        }
        if seen.len() < MOST && seen.insert(at.id()) {
            open.extend(required(at).into_iter().map(|(_, value)| value));
        }
    }
    false
}
