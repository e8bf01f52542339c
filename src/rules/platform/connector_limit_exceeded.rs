//! `connector-limit-exceeded`

use super::reach;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Origin, ParameterPlace, Version};
use crate::target::{Limit, LimitKind};

fn message(count: u64, limit: &Limit) -> String {
    let (most, what) = (limit.max, limit.what.name());
    format!("{count} or more {what}, and the platform takes {most}")
}

declare_rule! {
    /// The document has more operations or schemas than the platform takes.
    ///
    /// The platform counts what a connector is made of, and refuses one that has too much of it.
    /// Split the API into several connectors, or leave out what no flow needs.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   {
    ///     /a: &all {get: &one {operationId: A, responses: {"200": {description: Parcels}}}, put: *one, post: *one, delete: *one, options: *one, head: *one, patch: *one},
    ///     /b: *all, /c: *all, /d: *all, /e: *all, /f: *all, /g: *all,
    ///     /h: *all, /i: *all, /j: *all, /k: *all, /l: *all, /m: *all,
    ///     /n: *all, /o: *all, /p: *all, /q: *all, /r: *all, /s: *all,
    ///     /t: *all, /u: *all, /v: *all, /w: *all, /x: *all, /y: *all,
    ///     /z: *all, /0: *all, /1: *all, /2: *all, /3: *all, /4: *all,
    ///     /5: *all, /6: *all, /7: *all, /8: *all, /9: *all, /A: *all,
    ///     /B: *all
    ///   }
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
    ///     get: {operationId: ListParcels, responses: {"200": {description: Parcels}}}
    /// ```
    ConnectorLimitExceeded = "connector-limit-exceeded" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Operation],
        references: [
            "Microsoft, custom connectors: frequently asked questions" => "https://learn.microsoft.com/connectors/custom-connectors/faq",
            "Microsoft, Swagger validator rules: TotalOperationsCountExceedsMaxAllowed, BodySchemaCountExceedsMaxAllowed, OperationSchemaCountExceedsMaxAllowed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorLimitExceeded {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(limit) = cx.target().constraints.limit(LimitKind::Operations) else {
            return;
        };
        let operations = cx.spec().operations().iter();
        let count = operations.filter(|one| one.origin == Origin::Paths).count() as u64;
        if let Some(paths) = cx.spec().root().member(key::PATHS)
            && count > limit.max
        {
            let draft = Draft::key(paths, message(count, limit)).label("too many");
            cx.report(draft.help("split the API into several connectors"));
        }
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let constraints = &cx.target().constraints;
        let of = |kind| constraints.limit(kind);
        // a document with too many operations has one finding, and its schemas are not counted
        if of(LimitKind::Operations).is_some_and(|most| cx.operations().len() as u64 > most.max) {
            return;
        }
        let node = facts.operation.node;
        if let Some(limit) = of(LimitKind::SchemasPerOperation) {
            schemas(cx, node, limit);
        }
        let Some(limit) = of(LimitKind::SchemasPerBody) else {
            return;
        };
        let bodies = facts
            .parameters
            .iter()
            .filter(|one| one.place == Some(ParameterPlace::Body));
        for body in bodies {
            schemas(cx, body.node, limit);
        }
    }
}

/// Count the distinct schemas below a node, references followed, as far as the limit.
fn schemas(cx: &mut Context<'_, '_>, node: NodeRef<'_>, limit: &Limit) {
    if cx.schema_count() <= limit.max {
        return;
    }
    let count = reach::schemas(cx, node, limit.max + 1);
    if count > limit.max {
        let draft = Draft::key(node, message(count, limit)).label("too many");
        cx.report(draft.help("leave out members that no flow needs, or end a cycle of schemas"));
    }
}
