//! `connector-unsupported-keyword`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, Symbol, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(name: &str, place: &str) -> String {
    format!("the platform does not take `{name}` in {place}")
}

declare_rule! {
    /// A member means nothing to the platform.
    ///
    /// The platform's own dialect leaves out parts of the specification. What it does not know it
    /// refuses or drops, and what the member promised does not hold.
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
    ///       responses:
    ///         "200":
    ///           description: Parcels
    ///           schema:
    ///             oneOf: [{type: string}, {type: object}]
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
    ///       responses:
    ///         "200":
    ///           description: Parcels
    ///           schema: {type: object}
    /// ```
    ConnectorUnsupportedKeyword = "connector-unsupported-keyword" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Operation("callbacks", "links"), Parameter, Schema("oneOf", "anyOf", "allOf", "not")],
        references: [
            "Microsoft, Swagger validator rules: SwaggerKeywordNotSupported, PathItemRefNotSuppored, CollectionFormatValueNotSupported" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorUnsupportedKeyword {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let paths = cx.spec().root().member(key::PATHS).into_iter();
        for path in paths.flat_map(NodeRef::entries) {
            if let Some(reference) = path.member(key::REF)
                && validator::is_asked(cx)
            {
                report(cx, Draft::key(reference, message("$ref", "a path")));
            }
        }
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let node = facts.operation.node;
        named(cx, node, &[(key::CALLBACKS, "callbacks")], "an operation");
        let responses = node.member(key::RESPONSES).into_iter();
        for response in responses.flat_map(NodeRef::entries) {
            named(cx, response, &[(key::LINKS, "links")], "a response");
        }
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let place = parameter.node.member(key::IN);
        if let Some(place) = place.filter(|one| one.is_str("cookie") && is_refused(cx, "cookie")) {
            report(cx, Draft::value(place, message("cookie", "a parameter")));
        }
        let format = parameter.node.member(key::COLLECTION_FORMAT);
        if let Some(format) = format.filter(|one| one.is_str("multi") && validator::is_asked(cx)) {
            report(
                cx,
                Draft::value(format, message("multi", "`collectionFormat`")),
            );
        }
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        named(cx, schema, &SCHEMA_WORDS, "a schema");
    }
}

/// True when the target refuses the member and takes the document's version: else it is the
/// version that is in the way, and a conversion takes care of the rest.
fn is_refused(cx: &Context<'_, '_>, name: &str) -> bool {
    let constraints = &cx.target().constraints;
    constraints.takes_version(cx.spec().version()) && constraints.unsupported.contains(&name)
}

/// Words of a schema that some platforms do not know.
const SCHEMA_WORDS: [(Symbol, &str); 4] = [
    (key::ONE_OF, "oneOf"),
    (key::ANY_OF, "anyOf"),
    (key::ALL_OF, "allOf"),
    (key::NOT, "not"),
];

fn named(cx: &mut Context<'_, '_>, node: NodeRef<'_>, names: &[(Symbol, &str)], place: &str) {
    for (symbol, name) in names {
        if let Some(member) = node.member(*symbol).filter(|_| is_refused(cx, name)) {
            report(cx, Draft::key(member, message(name, place)));
        }
    }
}

fn report(cx: &mut Context<'_, '_>, draft: Draft) {
    cx.report(draft.label("not supported"));
}
