//! `invalid-document`

use super::failures::report_failures;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::Version;

declare_rule! {
    /// A document does not have the form its version of the specification demands.
    ///
    /// Tools that read the document expect that form; what they do with anything else is up to them:
    /// some refuse the file, some drop the part they do not understand, a security scheme among it.
    /// Schema objects of OpenAPI 3.1 and later are `invalid-schema`'s: their form is that of JSON Schema.
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
    ///       responses: {"200": {}}
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
    ///       responses: {"200": {description: Parcels}}
    /// ```
    InvalidDocument = "invalid-document" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Swagger 2.0" => "https://spec.openapis.org/oas/v2.0.html",
            "OpenAPI 3.0.4" => "https://spec.openapis.org/oas/v3.0.4.html",
            "OpenAPI 3.1.1" => "https://spec.openapis.org/oas/v3.1.1.html",
            "OpenAPI 3.2.0" => "https://spec.openapis.org/oas/v3.2.0.html",
            "Microsoft, Swagger validator rules: JsonTypeIncorrect, RequiredPropertyMissing, AdditionalPropertyNotAllowed, OperationMustHaveResponse, ResponseMustBeDefaultOrHttpStatusCode, OperationPathMustStartWithSlash, PathParameterMustBeRequired, BodyParameterSchemaRequired, BodyParameterPropertyNotValid, NonBodyParameterSchemaNotValid, FileParameterMustBeInFormData, SchemaTypeFileNotValid, AllowEmptyValueOnlyValidForQueryFormData, EnumMustContainAtLeastOneElement, ArrayDuplicateValue, RequiredPropertyArrayEmpty, TagRedefined, UrlNotValid, ContactEmailNotValid, MaxItemsMustBeGreaterThanOrEqualToZero, MinItemsMustBeGreaterThanOrEqualToZero, MaxLengthMustBeGreaterThanOrEqualToZero, MinLengthMustBeGreaterThanOrEqualToZero, MaxPropertiesMustBeGreaterThanOrEqualToZero, MinPropertiesMustBeGreaterThanOrEqualToZero, MultipleOfMustBeGreaterThanZero" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for InvalidDocument {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        report_failures(cx, false);
    }
}
