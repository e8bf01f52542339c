//! `oauth-url-not-https`

use crate::declare_rule;
use crate::document::{NodeRef, Value};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Address, Context, Draft, Level, Rule, RuleMeta};
use crate::rules::{hosts, sign_in};
use crate::spec::Version;

fn message(member: &str) -> String {
    format!("`{member}` is not encrypted")
}

declare_rule! {
    /// A URL that a sign-in goes through is not encrypted.
    ///
    /// Passwords, codes and tokens pass through these URLs; over `http` whoever is on the way takes
    /// them. The URLs of the sign-in settings in `apiProperties.json` count too. A host on the same
    /// machine is left alone.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: http://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,fixed
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://id.example-post.net/authorize
    ///     tokenUrl: https://id.example-post.net/token
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OauthUrlNotHttps = "oauth-url-not-https" {
        family: OAuth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address],
        references: [
            "RFC 6749 section 3.1: authorization endpoint" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-3.1",
            "RFC 6749 section 3.2: token endpoint" => "https://www.rfc-editor.org/rfc/rfc6749.html#section-3.2",
            "RFC 9700 section 2.6: other recommendations" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-2.6",
            "CWE-319: Cleartext Transmission of Sensitive Information" => "https://cwe.mitre.org/data/definitions/319.html",
        ],
    }
}

impl Rule for OauthUrlNotHttps {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        for settings in sign_in::all(cx) {
            for url in sign_in::urls(&settings) {
                check(cx, url, File::Properties);
            }
        }
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        if sign_in::is_address(address.kind) {
            check(cx, address.node, File::Document);
        }
    }
}

fn check(cx: &mut Context<'_, '_>, url: NodeRef<'_>, file: File) {
    let text = url.text();
    let Some(rest) = cleartext(&text) else { return };
    let host = hosts::host_of_url(&text);
    if hosts::is_loopback(&host) {
        return;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // another port than the usual one would not answer to https
    let fix = (!authority.contains(':')).then(|| Fix {
        title: "replace `http` by `https`".to_owned(),
        safety: Safety::Safe,
        file,
        changes: vec![Change::Replace {
            node: url.id(),
            value: Value::from(format!("https://{rest}")),
        }],
    });
    let draft = Draft::value(url, message(sign_in::url_name(url))).label("starts with `http`");
    cx.report(draft.help("use `https`").fix_if(fix));
}

/// What follows `http://`.
fn cleartext(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    scheme.eq_ignore_ascii_case("http").then_some(rest)
}
