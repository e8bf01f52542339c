//! `connector-dynamic-parameter-mismatch`

use super::{dynamic, extension, reach::Marks, validator};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

fn message(name: &str, fault: &str) -> String {
    format!("`{name}` {fault}")
}

declare_rule! {
    /// A call that fetches values is given what it cannot take.
    ///
    /// What `parameters` of a dynamic extension passes must have the type of the parameter that takes it. A
    /// parameter that the maker never sees, or may leave empty, cannot fill one that is required.
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
    ///       parameters:
    ///         - {name: region, in: query, type: integer, required: true}
    ///         - name: depot
    ///           in: query
    ///           type: string
    ///           x-ms-dynamic-values: {operationId: ListDepots, value-path: id, parameters: {region: {parameter: region}}}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: region, in: query, required: true, type: string}]
    ///       responses: {"200": {description: Depots, schema: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}
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
    ///       parameters:
    ///         - {name: region, in: query, type: string, required: true}
    ///         - name: depot
    ///           in: query
    ///           type: string
    ///           x-ms-dynamic-values: {operationId: ListDepots, value-path: id, parameters: {region: {parameter: region}}}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: region, in: query, required: true, type: string}]
    ///       responses: {"200": {description: Depots, schema: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}
    /// ```
    ConnectorDynamicParameterMismatch = "connector-dynamic-parameter-mismatch" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: OperationParameterTypeMismatch, OperationParameterStaticTypeMismatch, OperationParameterRequiredMismatch, SourcePropertyInternal" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicParameterMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let dynamic = Marks::new(cx, &extension::DYNAMIC);
        if dynamic.is_empty() || !validator::is_asked(cx) {
            return;
        }
        let mut calls = Vec::new();
        for parameter in &facts.parameters {
            calls.extend(dynamic.below(parameter.node));
        }
        for call in calls {
            let Some(target) = dynamic::target(cx, call) else {
                continue;
            };
            let accepted = &target.parameters;
            for passed in dynamic::passed(call) {
                let taker = accepted
                    .iter()
                    .find(|one| one.name.as_deref() == Some(passed.key()));
                let fault = taker.and_then(|taker| fault(passed, taker, &facts.parameters));
                if let (Some(taker), Some(fault)) = (taker, fault) {
                    let draft = Draft::key(passed, message(passed.key(), &fault))
                        .related(Label::value(taker.node, "taken here"));
                    cx.report(draft.help("pass a value or a parameter that fits"));
                }
            }
        }
    }
}

/// Why a parameter cannot take what is passed.
fn fault(passed: NodeRef<'_>, taker: &Parameter<'_>, own: &[Parameter<'_>]) -> Option<String> {
    let wanted = taker.node.member(key::TYPE)?.text();
    if !passed.is_object() {
        let fits = match wanted.as_ref() {
            "integer" | "number" => passed.text().parse::<f64>().is_ok(),
            "boolean" => matches!(passed.text().as_ref(), "true" | "false"),
            _ => true,
        };
        return (!fits).then(|| format!("takes {wanted}, and is given another value"));
    }
    let name = passed
        .get("parameter")
        .or_else(|| passed.get("parameterReference"))?;
    let mut plain = own
        .iter()
        .filter(|one| one.place != Some(ParameterPlace::Body));
    let source = plain.find(|one| one.name.as_deref() == Some(&*name.text()))?;
    let given = source.node.member(key::TYPE)?.text();
    let required = |one: &Parameter<'_>| validator::says_true(one.node, "required");
    let filled = source.node.member(key::DEFAULT).is_some();
    if given != wanted {
        Some(format!("takes {wanted}, and is given {given}"))
    } else if validator::is_internal(source.node) && !filled {
        Some("is given a parameter that the maker never sees".to_owned())
    } else if required(taker) && !required(source) && !filled {
        Some("is required, and is given what may be empty".to_owned())
    } else {
        None
    }
}
