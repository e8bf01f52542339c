//! `operation-id-duplicate`

use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use std::borrow::Cow;

use rustc_hash::FxHashMap;

fn message(id: &str) -> String {
    format!("the operation id `{id}` is used twice")
}

declare_rule! {
    /// Two operations have the same operation id.
    ///
    /// An `operationId` names one operation: clients make a method of it, flows and links call by
    /// it. Of two with the same one a reader takes either, and the connector platform refuses the
    /// document.
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
    ///       operationId: Parcels
    ///       responses: {"200": {description: Parcels}}
    ///     post:
    ///       operationId: Parcels
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
    ///       responses: {"200": {description: Parcels}}
    ///     post:
    ///       operationId: BookParcel
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OperationIdDuplicate = "operation-id-duplicate" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.1.1, Operation Object" => "https://spec.openapis.org/oas/v3.1.1.html#operation-object",
            "Microsoft, Swagger validator rules: OperationIdNotUnique" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for OperationIdDuplicate {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let mut known: FxHashMap<Cow<'_, str>, NodeRef<'_>> = FxHashMap::default();
        for facts in cx.operations() {
            let id = facts.operation.operation_id().filter(|id| id.is_string());
            let Some(id) = id else { continue };
            let text = id.text();
            let Some(first) = known.get(&text).copied() else {
                known.insert(text, id);
                continue;
            };
            let draft = Draft::value(id, message(&text))
                .label("not unique")
                .related(Label::value(first, "first used here"))
                .help("name each operation differently; flows and clients that call the second one follow");
            cx.report(draft);
        }
    }
}
