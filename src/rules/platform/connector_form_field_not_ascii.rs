//! `connector-form-field-not-ascii`

use super::validator;
use crate::declare_rule;
use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Parameter, ParameterPlace, Version};

fn message(name: &str) -> String {
    format!("the form field `{name}` has letters that forms cannot carry")
}

declare_rule! {
    /// The name of a form field has characters beyond ASCII.
    ///
    /// There is no one way to send such a name in a form. The platform refuses the document.
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
    ///       consumes: [multipart/form-data]
    ///       parameters: [{name: größe, in: formData, type: string}]
    ///       responses: {"201": {description: Sent}}
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
    ///       consumes: [multipart/form-data]
    ///       parameters: [{name: size, in: formData, type: string}]
    ///       responses: {"201": {description: Sent}}
    /// ```
    ConnectorFormFieldNotAscii = "connector-form-field-not-ascii" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &[Version::Swagger2],
        since: "0.1.0",
        hooks: [Parameter],
        references: [
            "RFC 7578 section 5.1: non-ASCII field names" => "https://www.rfc-editor.org/rfc/rfc7578#section-5.1",
            "Microsoft, Swagger validator rules: InvalidFormDataParameterName" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for ConnectorFormFieldNotAscii {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let in_form = parameter.place == Some(ParameterPlace::FormData);
        let name = parameter.node.member(key::NAME).filter(|_| in_form);
        let Some(name) = name.filter(|name| !name.text().is_ascii()) else {
            return;
        };
        if validator::is_asked(cx) {
            let draft = Draft::value(name, message(&name.text())).label("not ASCII");
            cx.report(draft.help("let the API take the field under a plain name"));
        }
    }
}
