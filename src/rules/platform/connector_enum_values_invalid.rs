//! `connector-enum-values-invalid`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(fault: &str) -> String {
    format!("an entry of `x-ms-enum-values` {fault}")
}

declare_rule! {
    /// `x-ms-enum-values` does not fit the values it gives names to.
    ///
    /// Each entry names one value of `enum` for the maker: with a `displayName`, with a value that the
    /// list has, and each value once. Anything else is refused on import.
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
    ///         - name: size
    ///           in: query
    ///           type: string
    ///           enum: [s, m]
    ///           x-ms-enum-values: [{displayName: Small, value: s}, {displayName: Large, value: l}]
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
    ///       parameters:
    ///         - name: size
    ///           in: query
    ///           type: string
    ///           enum: [s, m]
    ///           x-ms-enum-values: [{displayName: Small, value: s}, {displayName: Medium, value: m}]
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorEnumValuesInvalid = "connector-enum-values-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("x-ms-enum-values"), Schema("x-ms-enum-values")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: DuplicateEnumValuesInExtension, InvalidEnumValuesExtensionValue, MissingEnumValuesDisplayName" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorEnumValuesInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        entries(cx, parameter.node);
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        entries(cx, schema);
    }
}

fn entries(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let Some(list) = node.get("x-ms-enum-values") else {
        return;
    };
    if !validator::is_asked(cx) {
        return;
    }
    let known: Option<Vec<_>> = node
        .member(key::ENUM)
        .map(|values| values.items().map(NodeRef::text).collect());
    let mut seen = rustc_hash::FxHashSet::default();
    for entry in list.items() {
        let value = entry.get("value").map(NodeRef::text);
        let named = entry
            .get("displayName")
            .is_some_and(|name| !name.text().is_empty());
        let fault = match (&value, &known) {
            (None, _) => "has no `value`",
            (Some(value), Some(known)) if !known.contains(value) => {
                "names a value that `enum` lacks"
            }
            _ if !named => "has no `displayName`",
            (Some(value), _) if !seen.insert(value.clone()) => "names a value again",
            _ => continue,
        };
        let draft = Draft::value(entry, message(fault)).label("not as the maker needs it");
        cx.report(draft.help("give each value of `enum` one entry with `value` and `displayName`"));
    }
}
