//! `connector-reference-place`

use super::validator;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Role, Version};

fn message(reference: &str) -> String {
    format!("`{reference}` names no entry of definitions, parameters or responses")
}

declare_rule! {
    /// A `$ref` names a place that the platform does not look at.
    ///
    /// A connector's references name a whole entry of `definitions`, `parameters` or `responses`. One
    /// into an operation, or into a schema, is legal OpenAPI and refused on import.
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
    ///       parameters:
    ///         - name: body
    ///           in: formData
    ///           type: string
    ///       responses: {"200": {description: Parcels}}
    /// definitions:
    ///   Parcel: {type: object, properties: {id: {type: string}}}
    ///   Link: {type: object, properties: {parcel: {$ref: "#/definitions/Parcel/properties/id"}}}
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
    ///       responses: {"200": {description: Parcels}}
    /// definitions:
    ///   Id: {type: string}
    ///   Parcel: {type: object, properties: {id: {$ref: "#/definitions/Id"}}}
    /// ```
    ConnectorReferencePlace = "connector-reference-place" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Reference],
        references: [
            "Microsoft, Swagger validator rules: SchemaReferenceNotValid, ParameterReferenceNotValid, ResponseReferenceNotValid" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorReferencePlace {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_reference(&self, cx: &mut Context<'_, '_>, reference: NodeRef<'_>) {
        let place = reference.parent().map(|node| cx.spec().role(node.id()));
        let text = reference.text();
        // a reference to another file, and one in a path item, are matters of other rules
        let is_told = matches!(
            place,
            None | Some(Role::Other | Role::Examples | Role::PathItem)
        );
        if is_told || !text.starts_with('#') || is_entry(&text) || !validator::is_asked(cx) {
            return;
        }
        let draft = Draft::value(reference, message(&text))
            .label("not looked at")
            .help("move what it names to `definitions`, `parameters` or `responses`");
        cx.report(draft);
    }
}

fn is_entry(reference: &str) -> bool {
    let folders = ["#/definitions/", "#/parameters/", "#/responses/"];
    let names = folders
        .iter()
        .filter_map(|folder| reference.strip_prefix(folder));
    names.into_iter().any(|name| !name.contains('/'))
}
