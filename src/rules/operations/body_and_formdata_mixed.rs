//! `body-and-formdata-mixed`

use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, OperationFacts, Rule, RuleMeta};
use crate::spec::{ParameterPlace, Version};

fn message(operation: &str) -> String {
    format!("`{operation}` has a body and form fields")
}

declare_rule! {
    /// An operation has a body and form fields.
    ///
    /// A request carries one body: either the value of the `body` parameter or the form. Which of
    /// them is sent is up to the client, and the connector platform refuses the document.
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
    ///       parameters:
    ///         - {name: parcel, in: body, schema: {type: object}}
    ///         - {name: label, in: formData, type: string}
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
    ///     post:
    ///       consumes: [multipart/form-data]
    ///       parameters:
    ///         - {name: parcel, in: formData, type: string}
    ///         - {name: label, in: formData, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    BodyAndFormdataMixed = "body-and-formdata-mixed" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Operation],
        references: [
            "Swagger 2.0, Parameter Object" => "https://spec.openapis.org/oas/v2.0.html#parameter-object",
            "Microsoft, Swagger validator rules: ParameterListContainsFormDataAndBody" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for BodyAndFormdataMixed {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_operation(&self, cx: &mut Context<'_, '_>, facts: &OperationFacts<'_>) {
        let parameters = &facts.parameters;
        let first = |place| parameters.iter().find(|one| one.place == Some(place));
        let (Some(body), Some(form)) =
            (first(ParameterPlace::Body), first(ParameterPlace::FormData))
        else {
            return;
        };
        let title = facts.operation.title();
        let draft = Draft::value(form.entry, message(&title))
            .label("a form field")
            .argument(title)
            .related(Label::value(body.entry, "beside a body"))
            .help("make the body a field of the form, or the fields members of the body");
        cx.report(draft);
    }
}
