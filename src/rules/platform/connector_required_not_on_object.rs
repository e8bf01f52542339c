//! `connector-required-not-on-object`

use super::validator;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

const MESSAGE: &str = "members are required of what is no object";

declare_rule! {
    /// Something else than an object requires members.
    ///
    /// Only an object has members to require. On a schema of another type `required` says nothing, and
    /// the platform's validator refuses it.
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
    ///   Parcel:
    ///     type: string
    ///     required: [number]
    ///     properties: {number: {type: string}}
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
    ///   Parcel:
    ///     type: object
    ///     required: [number]
    ///     properties: {number: {type: string}}
    /// ```
    ConnectorRequiredNotOnObject = "connector-required-not-on-object" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Schema("required")],
        references: [
            "Swagger 2.0, Schema Object" => "https://spec.openapis.org/oas/v2.0.html#schema-object",
            "Microsoft, Swagger validator rules: RequiredPropertyNotOnObject" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorRequiredNotOnObject {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let (Some(required), Some(kind)) = (schema.member(key::REQUIRED), schema.member(key::TYPE))
        else {
            return;
        };
        if required.is_array()
            && kind.is_string()
            && !kind.is_str("object")
            && validator::is_asked(cx)
        {
            let draft = Draft::key(required, MESSAGE)
                .label("nothing to require")
                .related(Label::value(kind, "no object"));
            cx.report(draft.help("remove it, or say `type: object`"));
        }
    }
}
