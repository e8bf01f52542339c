//! `auth-header-as-parameter`

use crate::declare_rule;
use crate::document::key;
use crate::finding::{Label, Safety, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::shared_parameter;
use crate::spec::{KeyPlace, Parameter, ParameterPlace, SchemeKind, SecurityScheme, Version};

const AUTHORIZATION: &str = "Authorization";

fn message(name: &str, sender: Option<&SecurityScheme<'_>>) -> String {
    match sender {
        Some(scheme) => format!("the parameter `{name}` is what `{}` sends", scheme.name),
        None => format!("the parameter `{name}` is a credential, not an input"),
    }
}

declare_rule! {
    /// A parameter carries the credential that a security scheme stands for.
    ///
    /// OpenAPI 3 ignores a header parameter called `Authorization`; the connector platform refuses it.
    /// Beside a security scheme that sends the same header the caller is asked twice, and what is typed
    /// into the parameter ends up in logs and flow histories.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       parameters:
    ///         - {name: x-parcel-key, in: header, type: string}
    ///         - {name: carrier, in: query, type: string}
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
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       parameters:
    ///         - {name: carrier, in: query, type: string}
    ///       responses: {"200": {description: Parcels}}
    /// ```
    AuthHeaderAsParameter = "auth-header-as-parameter" {
        family: Auth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter],
        references: [
            "OpenAPI 3.1.1, Parameter Object" => "https://spec.openapis.org/oas/v3.1.1.html#parameter-object",
            "RFC 9110 section 11.6.2: Authorization" => "https://www.rfc-editor.org/rfc/rfc9110.html#section-11.6.2",
            "Microsoft, Swagger validator rules: ReservedParameterIsUsed" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        ],
    }
}

impl Rule for AuthHeaderAsParameter {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let Some(name) = parameter.node.member(key::NAME) else {
            return;
        };
        let schemes = cx.spec().schemes();
        let sender = schemes.iter().find(|scheme| sends(scheme, parameter));
        if sender.is_none() && !parameter.is(ParameterPlace::Header, AUTHORIZATION) {
            return;
        }
        let mut draft = Draft::value(name, message(&name.text(), sender)).label("a credential");
        draft = match sender {
            Some(scheme) => draft
                .related(Label::key(scheme.entry, "sends it already"))
                .help("remove the parameter")
                .fix_if(shared_parameter::removal(cx, parameter.node)),
            None => draft.help("define a security scheme instead and remove the parameter"),
        };
        cx.report(draft);
    }
}

/// True when a call with this scheme carries what the parameter names.
fn sends(scheme: &SecurityScheme<'_>, parameter: &Parameter<'_>) -> bool {
    match &scheme.kind {
        SchemeKind::ApiKey { .. } => scheme.key().is_some_and(|(place, name)| {
            let place = match place {
                KeyPlace::Header => ParameterPlace::Header,
                KeyPlace::Query => ParameterPlace::Query,
                KeyPlace::Cookie => ParameterPlace::Cookie,
            };
            parameter.is(place, name)
        }),
        SchemeKind::MutualTls | SchemeKind::Unknown => false,
        _ => parameter.is(ParameterPlace::Header, AUTHORIZATION),
    }
}
