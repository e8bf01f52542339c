//! `connector-dynamic-path-mismatch`

use super::validator;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(expected: &str) -> String {
    format!("the older form leads to `{expected}`")
}

declare_rule! {
    /// The two forms of a dynamic schema lead to different places.
    ///
    /// `x-ms-dynamic-properties` is the newer form of `x-ms-dynamic-schema`, and stands beside it for older
    /// designers. Both lead to one schema: the newer path is the older one without `properties` at its end.
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
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             x-ms-dynamic-schema: {operationId: GetForm, value-path: form/properties}
    ///             x-ms-dynamic-properties: {operationId: GetForm, itemValuePath: other}
    ///       responses: {"200": {description: Sent}}
    ///   /form:
    ///     get:
    ///       operationId: GetForm
    ///       responses: {"200": {description: A form}}
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
    ///       operationId: SendParcel
    ///       parameters:
    ///         - name: body
    ///           in: body
    ///           schema:
    ///             type: object
    ///             x-ms-dynamic-schema: {operationId: GetForm, value-path: form/properties}
    ///             x-ms-dynamic-properties: {operationId: GetForm, itemValuePath: form}
    ///       responses: {"200": {description: Sent}}
    ///   /form:
    ///     get:
    ///       operationId: GetForm
    ///       responses: {"200": {description: A form}}
    /// ```
    ConnectorDynamicPathMismatch = "connector-dynamic-path-mismatch" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Parameter("x-ms-dynamic-*"), Schema("x-ms-dynamic-*")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: DynamicPropertiesItemValuePathMismatch" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorDynamicPathMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        pair(cx, parameter.node);
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        pair(cx, schema);
    }
}

fn pair(cx: &mut Context<'_, '_>, node: NodeRef<'_>) {
    let path = |extension: &str, member| node.get(extension).and_then(|one| one.get(member));
    let old = path("x-ms-dynamic-schema", "value-path");
    let new = path("x-ms-dynamic-properties", "itemValuePath");
    let (Some(old), Some(new)) = (old, new.filter(|_| validator::is_asked(cx))) else {
        return;
    };
    let text = old.text();
    let expected = text.strip_suffix("properties").unwrap_or(&text);
    let expected = expected.trim_end_matches('/');
    if new.text().trim_matches('/') != expected.trim_matches('/') {
        let draft = Draft::value(new, message(expected))
            .related(Label::value(old, "the path of the older form"));
        cx.report(
            draft.help("write the same path in both, the older with `properties` if need be"),
        );
    }
}
