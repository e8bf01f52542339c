//! `server-url-credentials`

use std::sync::Arc;

use super::found::{REVOKE, report_hits};
use crate::declare_rule;
use crate::finding::{Label, On, SecretSpan, Severity};
use crate::rule::{Address, AddressKind, Context, Draft, Level, Rule, RuleMeta};
use crate::secrets::{PatternKind, Site};
use crate::spec::Version;
use crate::text::Span;

fn message(masked: &str) -> String {
    format!("the URL carries a user and a password: `{masked}`")
}

fn host_message() -> String {
    "`host` carries a user and a password before its `@`".to_owned()
}

declare_rule! {
    /// A URL carries a user and a password before its host, as in `https://user:password@host`.
    ///
    /// Many clients drop that part, the others send it with every call and write it to their logs.
    /// Whoever reads the document has the password.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://parcels:letterbox-42@api.example-post.net/v1
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://api.example-post.net/v1
    /// components:
    ///   securitySchemes:
    ///     login: {type: http, scheme: basic}
    /// security: [{login: []}]
    /// paths: {}
    /// ```
    ServerUrlCredentials = "server-url-credentials" {
        family: Secrets,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address],
        references: [
            "RFC 3986 section 3.2.1: User Information" => "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1",
            "CWE-798: Use of Hard-coded Credentials" => "https://cwe.mitre.org/data/definitions/798.html",
        ],
    }
}

impl Rule for ServerUrlCredentials {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        report_hits(cx, |_, hit| {
            let own = hit.form().kind == PatternKind::UserPart;
            let severity = match hit.site {
                Site::Value => Severity::Error,
                Site::Example => Severity::Warning,
                Site::Prose => Severity::Info,
            };
            own.then(|| (message(&hit.masked), severity))
        });
    }

    /// `host` has no `://` that would tell a URL: its user part is looked for here.
    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        let Some(at) = address.text.find('@') else {
            return;
        };
        let user = &address.text[..at];
        let template = user.contains(['{', '<', '$', '/']) || !user.contains(':');
        if address.kind != AddressKind::Host || template {
            return;
        }
        let span = address.node.span();
        let inset = u32::from(address.node.raw().starts_with(['"', '\'']));
        let start = span.start + inset;
        let secret = SecretSpan {
            source: Arc::clone(address.node.document().source()),
            span: Span::new(start, (start + at as u32).min(span.end)),
        };
        let label = Label::new(address.node, On::Value, "before the `@`");
        cx.report(
            Draft::new(label, host_message())
                .help(REVOKE)
                .secret(secret),
        );
    }
}
