//! `url-embedded-credential`

use super::found::report_hits;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::secrets::PatternKind;
use crate::spec::Version;

fn message(title: &str, masked: &str) -> String {
    format!("the URL carries {title}: `{masked}`")
}

declare_rule! {
    /// A URL carries a credential in its query: a signature, a key, an access token.
    ///
    /// The URL alone opens what it names. URLs end up in logs, browser histories and `Referer`
    /// headers, and this one is in a file that others read. A signature that has run out is
    /// reported as information only.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// x-labels: https://parcels.example-post.net/labels?api_key=k1k2k3k4m5m6m7m8
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// x-labels: https://parcels.example-post.net/labels?api_key={key}
    /// ```
    UrlEmbeddedCredential = "url-embedded-credential" {
        family: Secrets,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "RFC 9700 section 4.3.2: Access Token in Browser History" => "https://www.rfc-editor.org/rfc/rfc9700#section-4.3.2",
            "CWE-598: Use of GET Request Method With Sensitive Query Strings" => "https://cwe.mitre.org/data/definitions/598.html",
            "Microsoft, best practices when using shared access signatures" => "https://learn.microsoft.com/azure/storage/common/storage-sas-overview",
        ],
    }
}

impl Rule for UrlEmbeddedCredential {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        report_hits(cx, |_, hit| {
            let form = hit.form();
            (form.kind == PatternKind::Query)
                .then(|| (message(form.title, &hit.masked), hit.severity()))
        });
    }
}
