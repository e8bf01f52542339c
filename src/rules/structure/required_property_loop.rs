//! `required-property-loop`

use rustc_hash::{FxHashMap, FxHashSet};

use super::circles::{circles, goes_on};
use crate::declare_rule;
use crate::document::{NodeId, NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Spec, Version};

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
        hooks: [Spec],
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

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let needs = Needs::new(cx.spec());
        let circles = circles(&needs.onward);
        let mut told = FxHashSet::default();
        for need in &needs.members {
            let [outer, inner] = [need.owner, need.member].map(|one| circles.get(&one));
            if outer.is_none() || outer != inner || !told.insert(need.name.id()) {
                continue;
            }
            let draft = Draft::value(need.name, message(&need.name.text()))
                .label("no value is ever complete")
                .help("do not require it, or let it be null");
            cx.report(draft);
        }
    }
}

/// Which schemas' values must hold a value of which others, as far as references need to know it.
#[derive(Default)]
struct Needs<'d> {
    /// From a schema to its required members, and from a reference to what it names.
    onward: FxHashMap<NodeId, Vec<NodeId>>,
    members: Vec<Need<'d>>,
}

/// A required member, with its name in `required`.
#[derive(Clone, Copy)]
struct Need<'d> {
    owner: NodeId,
    member: NodeId,
    name: NodeRef<'d>,
}

impl<'d> Needs<'d> {
    fn new(spec: &Spec<'d>) -> Self {
        let mut needs = Self::default();
        let references = spec.references();
        for reference in references.written() {
            let reference = spec.document().at(*reference);
            // what stands near is looked at before what is named
            let Some(need) = reference.parent().and_then(Need::of) else {
                continue;
            };
            let target = references.resolve(reference);
            if let Some(target) = target.filter(|target| goes_on(spec, *target)) {
                let target = target.target().id();
                needs.onward.entry(need.member).or_default().push(target);
                needs.add(need);
            }
        }
        needs
    }

    /// Add a member, and its owner where that is a required member in turn.
    fn add(&mut self, mut need: Need<'d>) {
        loop {
            let onward = self.onward.entry(need.owner).or_default();
            let is_first = onward.is_empty();
            onward.push(need.member);
            self.members.push(need);
            let owner = need.name.document().at(need.owner);
            match Need::of(owner) {
                Some(around) if is_first => need = around,
                _ => return,
            }
        }
    }
}

impl<'d> Need<'d> {
    /// What requires this schema: it is a member, required, and may not be null.
    fn of(schema: NodeRef<'d>) -> Option<Self> {
        let properties = schema.parent()?;
        if properties.key_symbol() != key::PROPERTIES {
            return None;
        }
        let owner = properties.parent()?;
        let mut names = owner.member(key::REQUIRED)?.items();
        let name = names.find(|name| name.is_str(schema.key()))?;
        (!may_be_null(schema)).then(|| Self {
            owner: owner.id(),
            member: schema.id(),
            name,
        })
    }
}

fn may_be_null(schema: NodeRef<'_>) -> bool {
    let says = |name| schema.get(name).and_then(NodeRef::as_bool) == Some(true);
    says("nullable") || says("x-nullable")
}
