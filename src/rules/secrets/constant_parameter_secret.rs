//! `constant-parameter-secret`

use super::constant::{constant_secret, noun};
use super::found::value_draft;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Label, Severity, mask};
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::spec::{Parameter, Version};

fn message(name: &str, value: &str) -> String {
    let (noun, masked) = (noun(name), mask::secret(value));
    format!("the parameter `{name}` sends {noun} that is written into the document: `{masked}`")
}

declare_rule! {
    /// A parameter such as `code`, `sig` or `subscription-key` has its secret as a fixed value.
    ///
    /// The name stands in one member and the secret in another, so a search for `name=value` does
    /// not see it; together with host and path they give the complete address that opens the API.
    /// Hiding the parameter with `x-ms-visibility: internal` hides it in the designer only.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels-post.azurewebsites.net
    /// paths:
    ///   /labels:
    ///     post:
    ///       parameters:
    ///         - name: code
    ///           in: query
    ///           type: string
    ///           default: Kp7/dQ2mXv9Rt4Zb6Lw8Hs3Nf5Jc1Yg0Ta+Ue2Io==
    ///           x-ms-visibility: internal
    ///       responses: {"200": {description: A label}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels-post.azurewebsites.net
    /// securityDefinitions:
    ///   key: {type: apiKey, in: query, name: code}
    /// security: [{key: []}]
    /// paths:
    ///   /labels:
    ///     post:
    ///       responses: {"200": {description: A label}}
    /// ```
    ConstantParameterSecret = "constant-parameter-secret" {
        family: Secrets,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("default", "const", "enum")],
        references: [
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
            "Microsoft, work with access keys in Azure Functions" => "https://learn.microsoft.com/azure/azure-functions/function-keys-how-to",
        ],
    }
}

impl Rule for ConstantParameterSecret {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let (Some(name), Some(value)) = (&parameter.name, constant_secret(parameter)) else {
            return;
        };
        if cx.secrets().has_token(value) {
            return;
        }
        let mut draft = value_draft(value, message(name, &value.text())).help(
            "revoke it; then make it an API key scheme, or a connection parameter that a policy adds",
        );
        if let Some(hidden) = hidden(parameter) {
            draft = draft
                .note("the parameter is hidden: every call sends it, nobody sees it")
                .related(Label::value(hidden, "nobody sees it"));
        }
        if let Some(member) = parameter.node.member(key::NAME) {
            draft = draft.related(Label::value(member, "what it is"));
        }
        cx.report(draft);
    }
}

fn hidden<'d>(parameter: &Parameter<'d>) -> Option<NodeRef<'d>> {
    let visibility = parameter.schema_member(key::X_MS_VISIBILITY)?;
    visibility.is_str("internal").then_some(visibility)
}
