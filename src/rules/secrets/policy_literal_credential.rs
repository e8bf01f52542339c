//! `policy-literal-credential`

use std::borrow::Cow;

use super::constant::noun;
use super::found::value_draft;
use crate::connector::{ApiProperties, PolicyTemplate};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Severity, mask};
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::rules::words::credential_name;
use crate::secrets::{is_constant_credential, is_opaque};
use crate::spec::Version;

fn message(policy: &str, name: &str, value: &str) -> String {
    let (noun, masked) = (noun(name), mask::secret(value));
    format!("the policy `{policy}` sets `{name}` to {noun} written into the file: `{masked}`")
}

declare_rule! {
    /// A policy of the connector sets a credential to a fixed value.
    ///
    /// `apiProperties.json` lies beside the definition and goes wherever it goes. Every connection
    /// then calls with the same credential, which nobody can revoke for one user alone.
    ///
    /// # Example
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "policyTemplateInstances": [{
    ///       "templateId": "setheader",
    ///       "title": "Key",
    ///       "parameters": {
    ///         "x-ms-apimTemplateParameter.name": "X-Parcel-Api-Key",
    ///         "x-ms-apimTemplateParameter.value": "k1k2k3k4m5m6m7m8"
    ///       }
    ///     }]
    ///   }
    /// }
    /// ```
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```json,properties
    /// {
    ///   "properties": {
    ///     "connectionParameters": {"api_key": {"type": "securestring"}},
    ///     "policyTemplateInstances": [{
    ///       "templateId": "setheader",
    ///       "title": "Key",
    ///       "parameters": {
    ///         "x-ms-apimTemplateParameter.name": "X-Parcel-Api-Key",
    ///         "x-ms-apimTemplateParameter.value": "@connectionParameters('api_key')"
    ///       }
    ///     }]
    ///   }
    /// }
    /// ```
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// ```
    PolicyLiteralCredential = "policy-literal-credential" {
        family: Secrets,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft, policy templates for custom connectors" => "https://learn.microsoft.com/connectors/custom-connectors/policy-templates",
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
        ],
    }
}

impl Rule for PolicyLiteralCredential {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(companion) = cx.companion() else {
            return;
        };
        for policy in ApiProperties::new(companion).policies() {
            let Some((name, value)) = sets(policy) else {
                continue;
            };
            let text = value.text();
            let secret = is_credential(&name) && is_constant_credential(&text) || is_key(&text);
            if secret && !text.contains('@') && !cx.secrets().has_token_beside(value) {
                let draft = value_draft(value, message(&policy.template(), &name, &text));
                cx.report(draft.help(
                    "revoke it; then read it from a connection: `@connectionParameters('api_key')`",
                ));
            }
        }
    }
}

/// What a policy sets, and to which value.
fn sets(policy: PolicyTemplate<'_>) -> Option<(Cow<'_, str>, NodeRef<'_>)> {
    if policy.template() != "setproperty" {
        return policy.sets();
    }
    let name = policy.parameter("newPropertySubPathTemplate")?;
    Some((name.text(), policy.parameter("propertyValuePathTemplate")?))
}

/// True for 32 hexadecimal digits or more: whatever a policy sets to them is a key.
fn is_key(text: &str) -> bool {
    text.len() >= 32
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && is_opaque(text, 32, 3.0)
}

fn is_credential(name: &str) -> bool {
    credential_name(name).is_some() || matches!(name, "code" | "key" | "Key")
}
