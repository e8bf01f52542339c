//! `connector-function-key-exposed`

use super::gateway;
use crate::declare_rule;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{KeyPlace, Parameter, ParameterPlace, SecurityScheme, Spec, Version};

fn message(what: &str) -> String {
    format!("{what} the key of the function behind the gateway")
}

declare_rule! {
    /// Callers are asked for the function key behind an API Management gateway.
    ///
    /// The key of an Azure Functions app lets in whoever has it, also past the gateway with its
    /// limits and token checks. A gateway sends it to its back end by a policy; no caller has to know
    /// it. A connector that calls the functions app itself needs the key and is left alone.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   functionKey: {type: apiKey, in: header, name: x-functions-key}
    /// security:
    ///   - functionKey: []
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   gatewayKey: {type: apiKey, in: header, name: Ocp-Apim-Subscription-Key}
    /// security:
    ///   - gatewayKey: []
    /// paths: {}
    /// ```
    ConnectorFunctionKeyExposed = "connector-function-key-exposed" {
        family: Connector,
        api: Level::Off,
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme, Parameter],
        references: [
            "Microsoft, work with access keys in Azure Functions" => "https://learn.microsoft.com/azure/azure-functions/function-keys-how-to",
            "Microsoft, import an Azure function app to API Management" => "https://learn.microsoft.com/azure/api-management/import-function-app-as-api",
            "CWE-522: Insufficiently Protected Credentials" => "https://cwe.mitre.org/data/definitions/522.html",
        ],
    }
}

/// The header a function key is sent in.
const HEADER: &str = "x-functions-key";
/// The member of the query it is sent in; a parameter of this name may be any code.
const QUERY: &str = "code";

const HELP: &str = "let a policy of the gateway send it (`set-header`, with a named value)";

impl Rule for ConnectorFunctionKeyExposed {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let is_key = match scheme.key() {
            Some((KeyPlace::Query, name)) => name == QUERY,
            Some((_, name)) => name.eq_ignore_ascii_case(HEADER),
            None => false,
        };
        if let Some(gateway) = gateway(cx.spec()).filter(|_| is_key) {
            let draft = Draft::key(scheme.entry, message(&format!("`{}` is", scheme.name)))
                .label("given to every caller")
                .related(gateway);
            cx.report(draft.help(HELP));
        }
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        if !parameter.is(ParameterPlace::Header, HEADER) {
            return;
        }
        let name = parameter.node.get("name");
        if let Some((name, gateway)) = name.zip(gateway(cx.spec())) {
            let draft = Draft::value(name, message("the parameter is"))
                .label("asked of every caller")
                .related(gateway);
            cx.report(draft.help(HELP));
        }
    }
}

/// What shows that API Management stands before the API: its host, or its key.
fn gateway(spec: &Spec<'_>) -> Option<Label> {
    let key = || spec.schemes().iter().find(|scheme| gateway::is_key(scheme));
    match gateway::host(spec) {
        Some(host) => Some(Label::value(host, "the gateway")),
        None => key().map(|key| Label::key(key.entry, "the gateway's own key")),
    }
}
