//! `connector-media-type-incompatible`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

const MESSAGE: &str = "the operation takes a form and consumes none";

declare_rule! {
    /// A form is sent as something else.
    ///
    /// Parameters in `formData` travel in a form. Where `consumes` names other media types only, no call
    /// that fits the document can carry them.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /labels:
    ///     post:
    ///       operationId: PrintLabel
    ///       consumes: [application/json]
    ///       parameters: [{name: label, in: formData, type: file}]
    ///       responses: {"200": {description: Printed}}
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
    ///   /labels:
    ///     post:
    ///       operationId: PrintLabel
    ///       consumes: [multipart/form-data]
    ///       parameters: [{name: label, in: formData, type: file}]
    ///       responses: {"200": {description: Printed}}
    /// ```
    ConnectorMediaTypeIncompatible = "connector-media-type-incompatible" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "Swagger 2.0, Parameter Object" => "https://spec.openapis.org/oas/v2.0.html#parameter-object",
            "Microsoft, Swagger validator rules: MimeTypeNotCompatibleWithRequestContentSchemaType" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorMediaTypeIncompatible {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let field = |one: &&Parameter<'_>| one.place == Some(ParameterPlace::FormData);
        let Some(field) = facts.parameters.iter().find(field) else {
            return;
        };
        let own = facts.operation.node.member(key::CONSUMES);
        let consumes = own.or_else(|| cx.spec().root().member(key::CONSUMES));
        let Some(consumes) = consumes.filter(|list| list.is_array() && !list.is_empty()) else {
            return;
        };
        let is_form = |one: NodeRef<'_>| {
            let text = one.text().to_ascii_lowercase();
            text.starts_with("multipart/") || text.contains("form-urlencoded") || text.contains('*')
        };
        if !consumes.items().any(is_form) && validator::is_asked(cx) {
            let draft = Draft::key(consumes, MESSAGE)
                .label("no form among these")
                .related(Label::value(field.node, "sent in a form"));
            cx.report(draft.help("add `multipart/form-data`, or send the fields in a body"));
        }
    }
}
