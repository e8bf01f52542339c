//! `connector-binary-misplaced`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{ParameterPlace, Version};

fn message(name: &str) -> String {
    format!("`{name}` holds bytes inside an object")
}

fn form_message(name: &str) -> String {
    format!("`{name}` holds bytes in a form of plain text")
}

declare_rule! {
    /// A file's bytes are a member of an object.
    ///
    /// The platform takes bytes (`type: string, format: binary`) as a whole body or response. Inside an
    /// object they are `format: byte`: Base64 text.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Label: {type: object, properties: {image: {type: string, format: binary}}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// definitions:
    ///   Label: {type: object, properties: {image: {type: string, format: byte}}}
    /// ```
    ConnectorBinaryMisplaced = "connector-binary-misplaced" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Schema("format"), Operation],
        references: [
            "Microsoft, Swagger validator rules: InvalidStringBinaryProperty, StringBinaryNotSupportedForFormUrlEncoded" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorBinaryMisplaced {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let consumes = facts.operation.node.member(key::CONSUMES);
        let consumes = consumes.or_else(|| cx.spec().root().member(key::CONSUMES));
        let mut types = consumes.into_iter().flat_map(NodeRef::items);
        if !types.any(|one| one.is_str("application/x-www-form-urlencoded")) {
            return;
        }
        for parameter in &facts.parameters {
            let format = parameter.node.member(key::FORMAT);
            let is_form = parameter.place == Some(ParameterPlace::FormData);
            let Some(format) = format.filter(|one| is_form && one.is_str("binary")) else {
                continue;
            };
            if validator::is_asked(cx) {
                let name = parameter.name.as_deref().unwrap_or_default();
                let draft = Draft::value(format, form_message(name));
                cx.report(draft.help("send `multipart/form-data`, or Base64 as `format: byte`"));
            }
        }
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let inside = schema
            .parent()
            .is_some_and(|one| one.key_symbol() == key::PROPERTIES);
        let format = schema.member(key::FORMAT).filter(|_| inside);
        let Some(format) = format.filter(|format| format.is_str("binary")) else {
            return;
        };
        if validator::is_asked(cx) {
            let draft =
                Draft::value(format, message(schema.key())).label("bytes cannot stand here");
            cx.report(draft.help("say `format: byte` and send Base64"));
        }
    }
}
