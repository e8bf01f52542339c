//! `connector-operation-family-crowded`

use std::collections::BTreeMap;

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(family: &str, what: &str) -> String {
    format!("the family `{family}` has {what}")
}

declare_rule! {
    /// A family of operations has too many that are in use.
    ///
    /// Revisions of one operation share a family. Of these at most two may be in use, and one of them in
    /// `Production`: the older ones are deprecated, so that makers see one.
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
    ///       operationId: ListParcels
    ///       x-ms-api-annotation: {family: Parcels, revision: 1, status: Production}
    ///       responses: {"200": {description: Parcels}}
    ///   /v2/parcels:
    ///     get:
    ///       operationId: ListParcels_V2
    ///       x-ms-api-annotation: {family: Parcels, revision: 2, status: Production}
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
    /// paths:
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       x-ms-api-annotation: {family: Parcels, revision: 1, status: Production}
    ///       responses: {"200": {description: Parcels}}
    ///   /v2/parcels:
    ///     get:
    ///       operationId: ListParcels_V2
    ///       x-ms-api-annotation: {family: Parcels, revision: 2, status: Preview}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorOperationFamilyCrowded = "connector-operation-family-crowded" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: OperationFamilyHasManyActiveOperations, OperationFamilyHasManyActiveProductionOperations" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorOperationFamilyCrowded {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        if !validator::is_asked(cx) {
            return;
        }
        let mut families: BTreeMap<String, Vec<NodeRef<'_>>> = BTreeMap::new();
        for operation in cx.spec().operations() {
            let deprecated = operation.node.member(key::DEPRECATED);
            let in_use = deprecated.is_none_or(|it| it.text() != "true");
            let annotation = operation.node.get("x-ms-api-annotation").filter(|_| in_use);
            let Some(annotation) = annotation else {
                continue;
            };
            if let Some(family) = annotation.get("family") {
                families
                    .entry(family.text().into_owned())
                    .or_default()
                    .push(annotation);
            }
        }
        for (family, members) in families {
            let done = |one: &&NodeRef<'_>| {
                one.get("status")
                    .is_some_and(|status| status.is_str("Production"))
            };
            let in_production = members.iter().filter(done).count();
            let what = match (members.len(), in_production) {
                (_, 2..) => "several operations in production",
                (3.., _) => "more than two operations in use",
                _ => continue,
            };
            let mut places = members.into_iter();
            let Some(first) = places.next() else { continue };
            let draft = Draft::key(first, message(&family, what));
            let draft = places.fold(draft, |draft, one| {
                draft.related(Label::key(one, "and this one"))
            });
            cx.report(draft.help("mark the older revisions `deprecated: true`"));
        }
    }
}
