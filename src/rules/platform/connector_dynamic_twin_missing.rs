//! `connector-dynamic-twin-missing`

use super::{dynamic, reach::Marks, validator};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

declare_rule! {
    /// A dynamic extension refers to what only its newer form can name.
    ///
    /// `x-ms-dynamic-values` and `x-ms-dynamic-schema` name parameters. A member of the body, or a name
    /// that a parameter and a member share, needs `x-ms-dynamic-list` or `x-ms-dynamic-properties`
    /// beside it, which refer by path. So does a schema whose path ends in `properties`.
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
    ///     post:
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             properties:
    ///               region: {type: string}
    ///               depot:
    ///                 type: string
    ///                 x-ms-dynamic-values: {operationId: ListDepots, value-path: id, parameters: {region: {parameter: region}}}
    ///       responses: {"200": {description: Sent}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: region, in: query, type: string}]
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
    ///     post:
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             properties:
    ///               region: {type: string}
    ///               depot:
    ///                 type: string
    ///                 x-ms-dynamic-values: {operationId: ListDepots, value-path: id, parameters: {region: {parameter: region}}}
    ///                 x-ms-dynamic-list: {operationId: ListDepots, itemValuePath: id, parameters: {region: {parameterReference: body/region}}}
    ///       responses: {"200": {description: Sent}}
    ///   /depots:
    ///     get:
    ///       operationId: ListDepots
    ///       parameters: [{name: region, in: query, type: string}]
    ///       responses: {"200": {description: Depots, schema: {type: array, items: {type: object, properties: {id: {type: string}, label: {type: string}}}}}}
    /// ```
    ConnectorDynamicTwinMissing = "connector-dynamic-twin-missing" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Info),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: DynamicListExtensionRequiredForAmbiguousReferences, DynamicListExtensionRequiredForNonParameterReferences, DynamicPropertiesExtensionRequiredForAmbiguousReferences, DynamicPropertiesExtensionRequiredForNonParameterReferences, DynamicPropertiesExtensionRequiredForPropertiesValuePath, OperationParameterNameIsAmbiguous" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicTwinMissing {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let old = Marks::new(cx, &OLD);
        if old.is_empty() || !validator::is_asked(cx) {
            return;
        }
        let spec = cx.spec();
        let members = dynamic::body(spec, &facts.parameters);
        let members = members.and_then(|body| body.member(key::PROPERTIES));
        let mut drafts = Vec::new();
        for parameter in &facts.parameters {
            let holders = old.below(parameter.node);
            let mut holders: Vec<_> = holders.into_iter().filter_map(NodeRef::parent).collect();
            // one that holds both old forms is judged by the first
            holders.dedup();
            let judge = |holder| judge(holder, &facts.parameters, members);
            drafts.extend(holders.into_iter().filter_map(judge));
        }
        for draft in drafts {
            cx.report(draft);
        }
    }
}

/// The old form and its newer twin.
const TWINS: [(&str, &str); 2] = [
    ("x-ms-dynamic-values", "x-ms-dynamic-list"),
    ("x-ms-dynamic-schema", "x-ms-dynamic-properties"),
];

const OLD: [&str; 2] = [TWINS[0].0, TWINS[1].0];

fn judge(
    node: NodeRef<'_>,
    parameters: &[Parameter<'_>],
    members: Option<NodeRef<'_>>,
) -> Option<Draft> {
    let lacks = |(old, new): &&(&str, &str)| node.get(old).is_some() && node.get(new).is_none();
    let (old, new) = TWINS.iter().find(lacks)?;
    let object = node.get(old)?;
    for reference in dynamic::passed(object).filter_map(|one| one.get("parameter")) {
        let name = reference.text();
        let own = |one: &&Parameter<'_>| {
            one.place != Some(ParameterPlace::Body) && one.name.as_deref() == Some(&*name)
        };
        let named = parameters.iter().filter(own).count();
        let inside = members.is_some_and(|all| all.get(&name).is_some());
        let why = match (named, inside) {
            (0, true) => "a member of the body",
            (1, true) | (2.., _) => "more than one thing",
            (0, false) if name.contains('/') => "a member of the body",
            _ => continue,
        };
        let text = format!("`{name}` is {why}: only `{new}` can name it");
        return Some(Draft::value(reference, text).help(format!("add `{new}` beside `{old}`")));
    }
    let path = object.get("value-path")?;
    let text = path.text();
    let ends = text == "properties" || text.ends_with("/properties");
    (*old == "x-ms-dynamic-schema" && ends).then(|| {
        let text = format!("a path to the members of a schema: `{new}` is needed beside it");
        Draft::value(path, text).help(format!("add `{new}` with the path to the schema itself"))
    })
}
