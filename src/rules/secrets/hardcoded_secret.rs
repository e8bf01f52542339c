//! `hardcoded-secret`

use super::found::{is_claimed, report_hits};
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Context, Level, Rule, RuleMeta};
use crate::secrets::{PatternKind, Site};
use crate::spec::Version;

fn message(title: &str, masked: &str) -> String {
    format!("{title} is written into the file: `{masked}`")
}

declare_rule! {
    /// A value has the form of a secret: a vendor's token, a private key, an `Authorization` value.
    ///
    /// A document is shared: published, imported, committed, sent to support. Whoever reads it can
    /// use the secret until it is revoked. Tokens that have run out and test keys are reported
    /// milder; samples that documentation made public and placeholders are not reported.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// x-monitor: {authorization: Basic cGFyY2VsczpsZXR0ZXJib3gtNDI=}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.1.0
    /// info: {title: Parcels, version: "1"}
    /// paths: {}
    /// x-monitor: {authorization: "Basic <user and password in Base64>"}
    /// ```
    HardcodedSecret = "hardcoded-secret" {
        family: Secrets,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
            "OWASP Secrets Management Cheat Sheet" => "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
        ],
    }
}

impl Rule for HardcodedSecret {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        report_hits(cx, |document, hit| {
            let form = hit.form();
            let own = match form.kind {
                PatternKind::Token => !super::constant::is_client_secret(document.at(hit.node)),
                PatternKind::Authorization => !is_claimed(document.at(hit.node)),
                PatternKind::Query | PatternKind::UserPart => false,
            };
            (own && hit.site != Site::Prose)
                .then(|| (message(form.title, &hit.masked), hit.severity()))
        });
    }
}
