//! `placeholder-unresolved`

use super::companion::{overrides, urls};
use super::templates::{double_braces, in_address, in_companion_url, in_default};
use crate::declare_rule;
use crate::document::key;
use crate::finding::{Label, Severity};
use crate::rule::{Address, Context, Draft, Level, Rule, RuleMeta};
use crate::secrets::placeholder::is_dummy;
use crate::spec::{Parameter, Version};

fn message(text: &str) -> String {
    format!("`{text}` was never filled in")
}

fn help(text: &str) -> String {
    let name = text.trim_matches(|c: char| !c.is_alphanumeric());
    if name == text {
        return "write the value in its place".to_owned();
    }
    format!("write the value in its place; `oneauth rewrite --set {name}=…` does it in every URL")
}

declare_rule! {
    /// A host, URL or default still holds a placeholder such as `{{TENANT_ID}}` or `YOUR-TENANT`.
    ///
    /// Calls and sign-ins go to a host that does not exist, or to one that someone else may
    /// register. Braces of a server variable that the document defines are no placeholder, and a
    /// host that a `dynamichosturl` policy replaces is reported as information only.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-{{AZURE_ENV_NAME}}.azure-api.net
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: apim-parcels.azure-api.net
    /// paths: {}
    /// ```
    PlaceholderUnresolved = "placeholder-unresolved" {
        family: Placeholders,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address, Parameter("default")],
        references: [
            "OpenAPI 3.1.1, Server Variable Object" => "https://spec.openapis.org/oas/v3.1.1.html#server-variable-object",
            "CWE-1188: Initialization of a Resource with an Insecure Default" => "https://cwe.mitre.org/data/definitions/1188.html",
        ],
    }
}

impl Rule for PlaceholderUnresolved {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for found in double_braces(cx) {
            let label = Label::new(found.node, found.on, "");
            let draft = Draft::new(label, message(&found.text)).argument(&found.text);
            cx.report(draft.help(help(&found.text)).severity(found.severity));
        }
        let Some(companion) = cx.companion() else {
            return;
        };
        for url in urls(companion) {
            if let Some(text) = in_companion_url(&url.text()) {
                let draft = Draft::value(url, message(&text)).argument(&text);
                cx.report(draft.help(help(&text)));
            }
        }
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        let Some(text) = in_address(address) else {
            return;
        };
        let draft = Draft::value(address.node, message(&text))
            .label("no such host or path exists")
            .argument(&text);
        cx.report(if overrides(cx, address.kind) {
            draft
                .note("the connection replaces it, so nothing is sent there")
                .severity(Severity::Info)
        } else {
            draft.help(help(&text))
        });
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let default = parameter.schema_member(key::DEFAULT);
        let Some(default) = default.filter(|node| node.is_string()) else {
            return;
        };
        let text = default.text();
        // a credential's default is a placeholder by design: the value comes with the connection
        let is_meant = || parameter_is_credential(parameter) && is_dummy(&text);
        let found = in_default(&text).filter(|_| !text.contains('@') && !is_meant());
        if let Some(found) = found {
            let draft = Draft::value(default, message(&found)).argument(&found);
            cx.report(draft.help(help(&found)).severity(Severity::Warning));
        }
    }
}

fn parameter_is_credential(parameter: &Parameter<'_>) -> bool {
    let name = parameter.name.as_deref().unwrap_or_default();
    crate::rules::words::credential_name(name).is_some()
}
