//! `secret-in-description`

use super::found::report_hits;
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::secrets::{Life, PatternKind, Site};
use crate::spec::Version;

fn message(title: &str, masked: &str) -> String {
    format!("the text shows {title}: `{masked}`")
}

declare_rule! {
    /// A description or summary shows a secret, as in a pasted `curl` command.
    ///
    /// Samples in descriptions are often copied from a working call. Documentation pages, the
    /// designer and every import show the text to everyone.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info:
    ///   title: Parcels
    ///   version: "1"
    ///   description: 'Try it: curl -H "Authorization: Basic cGFyY2VsczpsZXR0ZXJib3gtNDI=" …'
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info:
    ///   title: Parcels
    ///   version: "1"
    ///   description: 'Try it: curl -H "Authorization: Basic <your credentials>" …'
    /// paths: {}
    /// ```
    SecretInDescription = "secret-in-description" {
        family: Secrets,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "CWE-540: Inclusion of Sensitive Information in Source Code" => "https://cwe.mitre.org/data/definitions/540.html",
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
        ],
    }
}

impl Rule for SecretInDescription {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        report_hits(cx, |_, hit| {
            let form = hit.form();
            let own = matches!(form.kind, PatternKind::Token | PatternKind::Authorization);
            let severity = match hit.life {
                Life::Live => Severity::Warning,
                Life::Expired | Life::Test => Severity::Info,
            };
            (own && hit.site == Site::Prose).then(|| (message(form.title, &hit.masked), severity))
        });
    }
}
