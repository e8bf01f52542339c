//! `connector-editor-invalid`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

const MESSAGE: &str = "this is no dictionary";

declare_rule! {
    /// An editor for dictionaries is asked for what is none.
    ///
    /// `x-ms-editor: dictionary` lets the maker add names and values. That fits an object which takes
    /// members of any name, and nothing else.
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
    ///   Labels: {type: string, x-ms-editor: dictionary}
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
    ///   Labels: {type: object, additionalProperties: {type: string}, x-ms-editor: dictionary}
    /// ```
    ConnectorEditorInvalid = "connector-editor-invalid" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Schema("x-ms-editor")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: InvalidCustomEditorExtensionDictionaryValue" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorEditorInvalid {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let editor = schema
            .get("x-ms-editor")
            .filter(|one| one.is_str("dictionary"));
        let Some(editor) = editor.filter(|_| validator::is_asked(cx)) else {
            return;
        };
        let is_object = schema
            .member(key::TYPE)
            .is_some_and(|kind| kind.is_str("object"));
        let more = schema.member(key::ADDITIONAL_PROPERTIES);
        if !is_object || more.is_none_or(|more| more.text() == "false") {
            let draft = Draft::value(editor, MESSAGE).label("nothing to add names to");
            cx.report(draft.help("use it on an object with `additionalProperties`"));
        }
    }
}
