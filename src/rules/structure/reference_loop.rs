//! `reference-loop`

use rustc_hash::FxHashMap;

use super::circles::circles;
use crate::declare_rule;
use crate::document::{NodeId, NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Role, Spec, Version};

fn message(reference: &str) -> String {
    format!("`{reference}` leads back to here")
}

declare_rule! {
    /// A `$ref` leads back to itself.
    ///
    /// Each reference names the next, and none names a thing: readers that follow them never end or
    /// give up, and the connector platform refuses the document. A schema whose property refers to
    /// the schema itself is fine: that is a tree.
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
    ///   Parcel: {$ref: "#/definitions/Parcel"}
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
    ///   Parcel: {type: object, properties: {inner: {$ref: "#/definitions/Parcel"}}}
    /// ```
    ReferenceLoop = "reference-loop" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.1.1, Reference Object" => "https://spec.openapis.org/oas/v3.1.1.html#reference-object",
            "Microsoft, Swagger validator rules: SchemaRefLoopNotAllowed, ParameterRefLoopNotAllowed, ResponseRefLoopNotAllowed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ReferenceLoop {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let onward = onward(cx.spec());
        let circles = circles(&onward);
        for (reference, next) in &onward {
            let [own, next] = [reference, &next[0]].map(|one| circles.get(one));
            let reference = cx.document().at(*reference);
            if own == next && is_known(cx.spec(), reference) {
                let draft = Draft::value(reference, message(&reference.text()))
                    .label("part of a circle")
                    .help("let one of the circle say what it is");
                cx.report(draft);
            }
        }
    }
}

/// From each reference that names another reference to that one.
fn onward(spec: &Spec<'_>) -> FxHashMap<NodeId, Vec<NodeId>> {
    let mut onward = FxHashMap::default();
    let mut open = spec.references().written().to_vec();
    while let Some(id) = open.pop() {
        let target = spec.references().resolve(spec.document().at(id));
        let next = target.and_then(|target| target.member(key::REF));
        if let Some(next) = next
            && onward.insert(id, vec![next.id()]).is_none()
        {
            open.push(next.id());
        }
    }
    onward
}

/// True where the specification has a place for a reference.
fn is_known(spec: &Spec<'_>, reference: NodeRef<'_>) -> bool {
    let role = reference.parent().map(|holder| spec.role(holder.id()));
    !matches!(role, None | Some(Role::Other | Role::Examples))
}

/// True for a reference that names nothing in the document. A member of that name in an example or
/// an extension is no reference.
pub(super) fn leads_nowhere(spec: &Spec<'_>, reference: NodeRef<'_>) -> bool {
    is_known(spec, reference) && spec.references().resolve(reference).is_none()
}
