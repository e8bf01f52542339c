//! `connector-filter-functions-invalid`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

declare_rule! {
    /// A list of filter functions says nothing, or one thing twice.
    ///
    /// `filterFunctions` of `x-ms-capabilities` lists what an answer can be filtered by. The list has at
    /// least one function, and each once. In a body that is sent it has no meaning.
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
    ///       responses: {"200": {description: Parcels, schema: {type: object, properties: {number: {type: string, x-ms-capabilities: {filterFunctions: []}}}}}}
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
    ///       responses: {"200": {description: Parcels, schema: {type: object, properties: {number: {type: string, x-ms-capabilities: {filterFunctions: [eq, ne]}}}}}}
    /// ```
    ConnectorFilterFunctionsInvalid = "connector-filter-functions-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Schema("x-ms-capabilities")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: FilterFunctionsPropertyEmpty, FilterFunctionsPropertyHasDuplicates, FilterFunctionsPropertyInInputSchema" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorFilterFunctionsInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let list = schema
            .get("x-ms-capabilities")
            .and_then(|one| one.get("filterFunctions"));
        let Some(list) = list.filter(|list| list.is_array() && validator::is_asked(cx)) else {
            return;
        };
        let mut seen = rustc_hash::FxHashSet::default();
        let fault = if list.is_empty() {
            "is empty"
        } else if !list
            .items()
            .all(|item| seen.insert(item.text().into_owned()))
        {
            "names a function twice"
        } else if is_input(schema) {
            "stands in a body that is sent"
        } else {
            return;
        };
        let draft = Draft::key(list, format!("`filterFunctions` {fault}"));
        cx.report(draft.help("list the functions of an answer's member, each once"));
    }
}

/// True for a schema that stands below a parameter.
fn is_input(schema: NodeRef<'_>) -> bool {
    let above = std::iter::successors(schema.parent(), |node| node.parent());
    above
        .take(64)
        .any(|node| node.key_symbol() == key::PARAMETERS)
}
