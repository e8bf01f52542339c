//! `required-property-loop`

use rustc_hash::FxHashSet;

use crate::declare_rule;
use crate::document::{NodeId, NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Spec, Version};

/// How many references are followed from one schema, all its members together; circles of real
/// documents are short.
const MOST: usize = 4096;

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
        let references = cx.references();
        let mut told = FxHashSet::default();
        let mut left = MOST;
        for onward in required_onward(&references, schema) {
            let Some(name) = requirement(schema, onward) else {
                continue;
            };
            if told.contains(&name.id())
                || !leads_to((cx.spec(), &references), (onward, schema), &mut left)
            {
                continue;
            }
            told.insert(name.id());
            let draft = Draft::value(name, message(&name.text()))
                .label("no value is ever complete")
                .help("do not require it, or let it be null");
            cx.report(draft);
        }
    }
}

/// The references that each value of a schema must hold a value of, in members of members too.
fn required_onward<'d>(
    references: &[NodeId],
    schema: NodeRef<'d>,
) -> impl Iterator<Item = NodeRef<'d>> {
    let inside = schema.id()..schema.node().next;
    let first = references.partition_point(|id| *id < inside.start);
    let own = references[first..]
        .iter()
        .take_while(move |id| **id < inside.end);
    let around = own.filter_map(move |id| schema.document().at(*id).parent());
    around.filter(move |one| requirement(schema, *one).is_some())
}

/// The name in `required` of `outer` by which each of its values must hold one of `inner`, a schema
/// inside it.
fn requirement<'d>(outer: NodeRef<'d>, inner: NodeRef<'d>) -> Option<NodeRef<'d>> {
    let mut at = inner;
    loop {
        let properties = at
            .parent()
            .filter(|one| one.key_symbol() == key::PROPERTIES)?;
        let owner = properties
            .parent()
            .filter(|owner| owner.id() >= outer.id())?;
        let mut names = owner.member(key::REQUIRED)?.items();
        let name = names.find(|name| name.is_str(at.key()))?;
        if may_be_null(at) {
            return None;
        }
        if owner == outer {
            return Some(name);
        }
        at = owner;
    }
}

fn may_be_null(schema: NodeRef<'_>) -> bool {
    let says = |name| schema.get(name).and_then(NodeRef::as_bool) == Some(true);
    says("nullable") || says("x-nullable")
}

/// True when required members lead from one schema to another, as far as looks are `left`.
fn leads_to<'d>(
    (spec, references): (&Spec<'_>, &[NodeId]),
    (from, to): (NodeRef<'d>, NodeRef<'d>),
    left: &mut usize,
) -> bool {
    let mut seen = FxHashSet::default();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        let Some(at) = spec.references().follow(at).map(NodeRef::target) else {
            continue;
        };
        if at == to || requirement(at, to).is_some() {
            return true;
        }
        if *left > 0 && seen.insert(at.id()) {
            let before = open.len();
            open.extend(required_onward(references, at).take(*left));
            *left -= open.len() - before;
        }
    }
    false
}
