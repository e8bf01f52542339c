//! `invalid-schema`

use super::failures::report_failures;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::Version;

declare_rule! {
    /// A schema does not have the form that JSON Schema demands.
    ///
    /// From OpenAPI 3.1 on, schemas are JSON Schema and what their keywords hold is its matter. A
    /// keyword with a value it cannot have says nothing: a reader skips it, or stops at it. Most often
    /// it is the form of OpenAPI 3.0 in a newer document, such as `exclusiveMinimum: true`.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// components:
    ///   schemas:
    ///     Weight: {type: number, minimum: 0, exclusiveMinimum: true}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// components:
    ///   schemas:
    ///     Weight: {type: number, exclusiveMinimum: 0}
    /// ```
    InvalidSchema = "invalid-schema" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::OpenApi31, Version::OpenApi32],
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.1.1, Schema Object" => "https://spec.openapis.org/oas/v3.1.1.html#schema-object",
            "JSON Schema Validation 2020-12" => "https://json-schema.org/draft/2020-12/json-schema-validation",
        ],
    }
}

impl Rule for InvalidSchema {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        report_failures(cx, true);
    }
}
