//! `parameter-duplicate`

use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{DistinctParameters, Method, Parameter, Version};

fn message(name: &str) -> String {
    format!("the parameter `{name}` is listed twice")
}

declare_rule! {
    /// A parameter is listed twice.
    ///
    /// A parameter is known by its name and its place; header names have no case. Of two with the
    /// same ones a reader takes either, and the connector platform refuses the document.
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
    ///       parameters:
    ///         - {name: state, in: query, type: string}
    ///         - {name: state, in: query, type: integer}
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
    ///       parameters:
    ///         - {name: state, in: query, type: string}
    ///         - {name: state, in: header, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ParameterDuplicate = "parameter-duplicate" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "OpenAPI 3.1.1, Operation Object" => "https://spec.openapis.org/oas/v3.1.1.html#operation-object",
            "Microsoft, Swagger validator rules: OperationParametersAreNotUnique, OperationParametersContainDuplicateParameter, PathParametersContainDuplicateParameter" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ParameterDuplicate {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let operation = &facts.operation;
        let lists = [operation.node, operation.path_item].map(|one| one.member(key::PARAMETERS));
        let entries = lists.into_iter().flatten().flat_map(NodeRef::items);
        if entries.count() == facts.parameters.len() {
            // each is one of its own
            return;
        }
        listed(cx, operation.node);
        let first = operation.path_item.entries();
        let first = first
            .into_iter()
            .find(|one| Method::of_key(one.key_symbol()).is_some());
        // what all operations share is told with the first of them
        if first.is_none_or(|first| first.id() == operation.node.id()) {
            listed(cx, operation.path_item);
        }
    }
}

/// The parameters that one object lists.
fn listed(cx: &mut Context<'_, '_>, object: NodeRef<'_>) {
    let mut known = DistinctParameters::default();
    let items = object.member(key::PARAMETERS).into_iter();
    for entry in items.flat_map(NodeRef::items) {
        let Some(node) = cx.spec().references().follow(entry) else {
            continue;
        };
        let parameter = Parameter::new(entry, node);
        let name = parameter.name.clone().unwrap_or_default();
        let Some(first) = known.add(parameter) else {
            continue;
        };
        let draft = Draft::value(entry, message(&name))
            .label("listed again")
            .related(Label::value(first.entry, "first here"))
            .help("keep one of them");
        cx.report(draft);
    }
}
