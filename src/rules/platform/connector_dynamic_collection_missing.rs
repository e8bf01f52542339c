//! `connector-dynamic-collection-missing`

use super::connector_dynamic_operation_undefined::each_call;
use super::dynamic::{self, Led};
use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

const HELP: &str = "write the path as it stands in the schema of the answer";

declare_rule! {
    /// A list of values is taken from where the answer has no list.
    ///
    /// `value-collection` (`itemsPath`) is the path to an array in the answer of the operation that is
    /// called, `value-path` and `value-title` are members of its items. Where they lead nowhere the maker
    /// sees an empty list.
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
    ///         - name: depot
    ///           in: query
    ///           type: string
    ///           x-ms-dynamic-values: {operationId: ListDepots, value-collection: value, value-path: id, value-title: label}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       responses: {"200": {description: Depots, schema: {type: object, properties: {depots: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}}}
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
    ///         - name: depot
    ///           in: query
    ///           type: string
    ///           x-ms-dynamic-values: {operationId: ListDepots, value-collection: depots, value-path: id, value-title: label}
    ///       responses: {"200": {description: Parcels}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       responses: {"200": {description: Depots, schema: {type: object, properties: {depots: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}}}
    /// ```
    ConnectorDynamicCollectionMissing = "connector-dynamic-collection-missing" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Parameter("x-ms-dynamic-*"), Schema("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: InvokedOperationShouldProduceArray, InvokedOperationShouldProduceProperty" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicCollectionMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        each_call(cx, parameter.node, call);
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        each_call(cx, schema, call);
    }
}

/// The names of the paths to the list, to a value and to its title, old and new.
const PATHS: [(&str, [&str; 3]); 2] = [
    (
        "x-ms-dynamic-values",
        ["value-collection", "value-path", "value-title"],
    ),
    (
        "x-ms-dynamic-list",
        ["itemsPath", "itemValuePath", "itemTitlePath"],
    ),
];

fn call(cx: &mut Context<'_, '_>, object: NodeRef<'_>) {
    let paths = PATHS.iter().find(|(name, _)| *name == object.key());
    let Some((_, [list, value, title])) = paths.filter(|_| validator::is_asked(cx)) else {
        return;
    };
    let spec = cx.spec();
    let called = dynamic::target(cx, object);
    let Some(answer) = called.and_then(|one| dynamic::answer(spec, &one.operation)) else {
        return;
    };
    let list = object.get(list);
    let path = list.map(NodeRef::text).unwrap_or_default();
    let items = match dynamic::walk(spec, answer, &path) {
        Led::To(array) if is_array(array) => array.member(key::ITEMS),
        Led::To(other) if other.member(key::TYPE).is_none() => return,
        Led::Unknown => return,
        Led::To(_) | Led::Nowhere => {
            let place = list.unwrap_or(object);
            let draft = Draft::value(place, "the answer has no list there");
            cx.report(draft.related(Label::key(answer, "the answer")).help(HELP));
            return;
        }
    };
    let Some(items) = items.and_then(|items| spec.references().follow(items)) else {
        return;
    };
    for member in [value, title]
        .into_iter()
        .filter_map(|name| object.get(name))
    {
        if matches!(dynamic::walk(spec, items, &member.text()), Led::Nowhere) {
            let text = format!("the items of the list have no `{}`", member.text());
            let draft = Draft::value(member, text);
            cx.report(draft.related(Label::key(items, "the items")).help(HELP));
        }
    }
}

fn is_array(schema: NodeRef<'_>) -> bool {
    schema
        .member(key::TYPE)
        .is_some_and(|kind| kind.is_str("array"))
}
