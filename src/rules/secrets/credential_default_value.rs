//! `credential-default-value`

use super::constant::{constant_secret, fixed_value, noun};
use super::found::value_draft;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::{Severity, mask};
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::rules::words::credential_name;
use crate::secrets::{bits_per_character, is_constant_credential};
use crate::spec::{Parameter, Version};

fn message(name: &str, value: &str) -> String {
    let (noun, masked) = (noun(name), mask::secret(value));
    format!("`{name}` has {noun} as its fixed value: `{masked}`")
}

declare_rule! {
    /// A parameter or property with a credential's name has a fixed value that is no placeholder.
    ///
    /// Whoever does not replace the value calls the API with a credential that everyone can read
    /// in the document. A default cannot be secret; the connection asks for credentials.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// definitions:
    ///   Login:
    ///     type: object
    ///     properties:
    ///       user: {type: string}
    ///       password: {type: string, default: Letterbox-2042}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// definitions:
    ///   Login:
    ///     type: object
    ///     properties:
    ///       user: {type: string}
    ///       password: {type: string, format: password}
    /// ```
    CredentialDefaultValue = "credential-default-value" {
        family: Secrets,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Parameter("default", "const", "enum"), Schema("default", "const", "enum")],
        references: [
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
            "CWE-1392: Use of Default Credentials" => "https://cwe.mitre.org/data/definitions/1392.html",
        ],
    }
}

impl Rule for CredentialDefaultValue {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_parameter(&self, cx: &mut Context<'_, '_>, parameter: &Parameter<'_>) {
        let Some(name) = &parameter.name else { return };
        // what is sent unchanged with every call is its own rule's
        if constant_secret(parameter).is_none() {
            let value = fixed_value(|member| parameter.schema_member(member));
            judge(cx, name, value);
        }
    }

    fn check_schema(&self, cx: &mut Context<'_, '_>, schema: NodeRef<'_>) {
        let parent = schema.parent();
        let is_property = parent.is_some_and(|map| map.key_symbol() == key::PROPERTIES);
        // few properties have a fixed value, and reading a name costs more than looking for one
        let fixes =
            |node: NodeRef<'_>| matches!(node.key_symbol(), key::DEFAULT | key::CONST | key::ENUM);
        if is_property && schema.children().any(fixes) {
            judge(
                cx,
                schema.key(),
                fixed_value(|member| schema.member(member)),
            );
        }
    }
}

fn judge(cx: &mut Context<'_, '_>, name: &str, value: Option<NodeRef<'_>>) {
    let Some(value) = value else { return };
    let text = value.text();
    let secret = credential_name(name).is_some() && is_constant_credential(&text);
    if !secret || cx.secrets().has_token(value) {
        return;
    }
    let draft = value_draft(value, message(name, &text));
    cx.report(draft.severity(severity(value, &text)));
}

/// Short and regular values are more often samples.
fn severity(value: NodeRef<'_>, text: &str) -> Severity {
    let certain = text.chars().count() >= 16 && bits_per_character(text) > 3.2;
    if certain && value.key_symbol() == key::DEFAULT {
        Severity::Error
    } else {
        Severity::Warning
    }
}
