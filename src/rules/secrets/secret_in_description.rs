//! `secret-in-description`

use super::found::report_hits;
use crate::declare_rule;
use crate::document::key;
use crate::finding::{Severity, mask};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::secrets::{Life, PatternKind, Site};
use crate::spec::{SecurityScheme, Version};

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
        hooks: [Spec, Scheme],
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

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let Some(text) = scheme
            .node
            .member(key::DESCRIPTION)
            .filter(|it| it.is_string())
        else {
            return;
        };
        if let Some(value) = quoted_secret(&text.text()) {
            let masked = mask::secret(value);
            let draft = Draft::value(text, message("a client secret", &masked));
            cx.report(draft.severity(Severity::Info).label("for everyone to use"));
        }
    }
}

/// A client secret that a text sets off with marks: `client_secret **value**`. Such a one may be
/// any word, and is told all the same.
fn quoted_secret(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    ["client_secret", "client secret"].iter().find_map(|name| {
        let rest = &text[lower.find(name)? + name.len()..];
        let rest = rest.trim_start_matches([' ', ':', '=']);
        let rest = rest.strip_prefix("is ").unwrap_or(rest);
        let mark = ["**", "`", "\""]
            .into_iter()
            .find(|mark| rest.starts_with(mark))?;
        let (value, _) = rest[mark.len()..].split_once(mark)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~+/=".contains(c);
        (value.len() > 1 && value.chars().all(plain)).then_some(value)
    })
}
