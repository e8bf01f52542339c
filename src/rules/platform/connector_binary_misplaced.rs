//! `connector-binary-misplaced`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(name: &str) -> String {
    format!("`{name}` holds bytes inside an object")
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
        hooks: [Schema("format")],
        references: [
            "Microsoft, Swagger validator rules: InvalidStringBinaryProperty, StringBinaryNotSupportedForFormUrlEncoded" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorBinaryMisplaced {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
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
