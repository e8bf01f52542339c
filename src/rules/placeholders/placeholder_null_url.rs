//! `placeholder-null-url`

use super::companion::{overrides, urls};
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Address, Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{SecurityScheme, Version};

const HELP: &str = "put the value in that the generator did not have";

fn message(word: &str) -> String {
    format!("`{word}` stands where a value was missing when the document was made")
}

fn scheme_message(name: &str) -> String {
    format!("the security scheme is named `{name}`: its name was missing when it was made")
}

declare_rule! {
    /// A host or URL is or starts with the word for a missing value, as `null/callback`.
    ///
    /// A program wrote the document from a setting that was not there. Calls and sign-ins go
    /// nowhere. A scheme that is named `undefined` works, so it is reported as information only.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://undefined/parcels
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://apim-parcels.azure-api.net/parcels
    /// paths: {}
    /// ```
    PlaceholderNullUrl = "placeholder-null-url" {
        family: Placeholders,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address, Scheme],
        references: [
            "Microsoft, API Management developer portal: OAuth 2.0 redirect URLs" => "https://learn.microsoft.com/azure/api-management/api-management-howto-oauth2",
            "CWE-1188: Initialization of a Resource with an Insecure Default" => "https://cwe.mitre.org/data/definitions/1188.html",
        ],
    }
}

impl Rule for PlaceholderNullUrl {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(companion) = cx.companion() else {
            return;
        };
        for url in urls(companion) {
            if let Some(word) = missing(&url.text()) {
                cx.report(Draft::value(url, message(word)).argument(word).help(HELP));
            }
        }
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        let Some(word) = missing(&address.text) else {
            return;
        };
        let draft = Draft::value(address.node, message(word))
            .argument(word)
            .help(HELP);
        cx.report(if overrides(cx, address.kind) {
            draft.severity(Severity::Info)
        } else {
            draft
        });
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        if word(scheme.name).is_some() {
            let draft = Draft::key(scheme.entry, scheme_message(scheme.name))
                .argument(scheme.name)
                .severity(Severity::Info);
            cx.report(draft.help("give it a name that says what it is"));
        }
    }
}

/// The word for nothing that a URL, host or path starts with.
fn missing(text: &str) -> Option<&'static str> {
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let rest = rest.trim_start_matches('/');
    let first = rest.split(['/', '?', '#', ':', '.']).next()?;
    let whole = rest.len() == first.len() || !rest[first.len()..].starts_with('.');
    // `none.parcels.net` is a host; `undefined.parcels.net` is not one that anybody chose
    word(first).filter(|word| whole || *word != "None")
}

fn word(text: &str) -> Option<&'static str> {
    ["null", "undefined", "None", "NaN", "[object Object]"]
        .into_iter()
        .find(|word| *word == text)
}
