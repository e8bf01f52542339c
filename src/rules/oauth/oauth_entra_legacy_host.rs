//! `oauth-entra-legacy-host`

use super::entra;
use crate::declare_rule;
use crate::document::{NodeRef, Value};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety, Severity};
use crate::rule::{Address, Context, Draft, Level, Rule, RuleMeta};
use crate::rules::hosts::host_of_url;
use crate::rules::sign_in;
use crate::spec::Version;

/// The host that Entra ID signed in at when it was Azure Active Directory.
const FORMER: &str = "login.windows.net";
const PRESENT: &str = "login.microsoftonline.com";

fn message(member: &str) -> String {
    format!("`{member}` names the former host of Entra ID")
}

declare_rule! {
    /// A sign-in URL names the former host of Microsoft Entra ID.
    ///
    /// `login.windows.net` still answers and sends browsers on to `login.microsoftonline.com`, but
    /// tokens name another issuer and newer endpoints are documented for the present host only. The
    /// wizard for connectors writes it, and it stays when a provider is changed later.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.windows.net/post.onmicrosoft.com/oauth2/authorize
    ///     tokenUrl: https://login.microsoftonline.com/post.onmicrosoft.com/oauth2/token
    ///     scopes: {read: Read parcels}
    /// paths: {}
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
    ///   login:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/post.onmicrosoft.com/oauth2/authorize
    ///     tokenUrl: https://login.microsoftonline.com/post.onmicrosoft.com/oauth2/token
    ///     scopes: {read: Read parcels}
    /// paths: {}
    /// ```
    OauthEntraLegacyHost = "oauth-entra-legacy-host" {
        family: OAuth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Info),
        fix: Some(Safety::Safe),
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address],
        references: [
            "Microsoft Entra authentication and national clouds" => "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
        ],
    }
}

impl Rule for OauthEntraLegacyHost {
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
    if host_of_url(&text) != FORMER || entra::tenant(&text).is_none() {
        return;
    }
    let fix = present(&text).map(|text| Fix {
        title: format!("name `{PRESENT}`"),
        safety: Safety::Safe,
        file,
        changes: vec![Change::Replace {
            node: url.id(),
            value: Value::from(text),
        }],
    });
    let draft = Draft::value(url, message(sign_in::url_name(url))).label("the former host");
    cx.report(draft.help(format!("write `{PRESENT}`")).fix_if(fix));
}

/// The URL at the present host; `None` when more than a host stands there.
fn present(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let (host, path) = rest.split_at_checked(FORMER.len())?;
    let alone = host.eq_ignore_ascii_case(FORMER) && path.starts_with(['/', '?', '#']);
    alone.then(|| format!("{scheme}://{PRESENT}{path}"))
}
