//! `connector-query-parameter-encoding`

use super::validator;
use crate::declare_rule;
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

fn message(name: &str) -> String {
    format!("`{name}` is not sent in the path, and asks for an encoding")
}

declare_rule! {
    /// An encoding is asked for where there is none.
    ///
    /// `x-ms-url-encoding` says how a value is encoded in the path. Elsewhere the platform does not
    /// know it, and the value is encoded once, as always.
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
    ///         - name: state
    ///           in: query
    ///           type: string
    ///           x-ms-url-encoding: double
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       operationId: ListParcels
    ///       parameters:
    ///         - name: state
    ///           in: query
    ///           type: string
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ConnectorQueryParameterEncoding = "connector-query-parameter-encoding" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("x-ms-url-encoding")],
        references: [
            "Microsoft, OpenAPI extensions for connectors" => "https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions",
            "Microsoft, Swagger validator rules: QueryParameterEncodingNotSupported" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorQueryParameterEncoding {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        if matches!(parameter.place, None | Some(ParameterPlace::Path)) || !validator::is_asked(cx)
        {
            return;
        }
        let Some(encoding) = parameter.node.get("x-ms-url-encoding") else {
            return;
        };
        let name = parameter.name.as_deref().unwrap_or_default();
        let fix = Fix {
            title: "remove `x-ms-url-encoding`".to_owned(),
            safety: Safety::Safe,
            file: File::Document,
            changes: vec![Change::RemoveEntry {
                entry: encoding.id(),
            }],
        };
        cx.report(
            Draft::key(encoding, message(name))
                .label("for the path only")
                .fix(fix),
        );
    }
}
