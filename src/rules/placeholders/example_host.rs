//! `example-host`

use super::companion::{overrides, urls};
use super::hosts::{host, host_in, is_example};
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Address, Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(host: &str) -> String {
    format!("`{host}` is a host for documentation: no API answers there")
}

declare_rule! {
    /// A host or URL that calls or credentials go to is one that documentation uses.
    ///
    /// Nobody runs an API at `api.example.com` or `contoso.azure-api.net`; the document was
    /// published with the sample it began with. `contoso` and `fabrikam` count as a whole label or a
    /// part of one between hyphens: `contosobank.net` may well be somebody. Where a `dynamichosturl` policy replaces the host
    /// it is a stand-in by design, reported as information only.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://api.example.com/v1
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://apim-parcels.azure-api.net/v1
    /// paths: {}
    /// ```
    ExampleHost = "example-host" {
        family: Placeholders,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address],
        references: [
            "RFC 2606: Reserved Top Level DNS Names" => "https://www.rfc-editor.org/rfc/rfc2606",
        ],
    }
}

impl Rule for ExampleHost {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let companion = cx.companion().map(urls).unwrap_or_default();
        for url in companion {
            report(cx, url, host_in(&url.text()), Severity::Warning);
        }
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        let severity = if overrides(cx, address.kind) {
            Severity::Info
        } else {
            Severity::Warning
        };
        report(cx, address.node, host(address), severity);
    }
}

fn report(cx: &mut Context<'_, '_>, node: NodeRef<'_>, host: Option<String>, severity: Severity) {
    if let Some(host) = host.filter(|host| is_example(host)) {
        let draft = Draft::value(node, message(&host)).argument(host);
        cx.report(draft.help("write the host of the API").severity(severity));
    }
}
