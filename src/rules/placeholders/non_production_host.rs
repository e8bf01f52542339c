//! `non-production-host`

use super::companion::{overrides, urls};
use super::hosts::{host, host_in};
use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Address, AddressKind, Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

/// Words of a host's name that say so.
const WORDS: [&str; 14] = [
    "demo",
    "dev",
    "devel",
    "development",
    "preprod",
    "qa",
    "sandbox",
    "stage",
    "staging",
    "stg",
    "test",
    "testing",
    "tst",
    "uat",
];

fn message(host: &str, word: &str) -> String {
    format!("`{host}` calls itself `{word}`")
}

declare_rule! {
    /// The host is one for trying things out.
    ///
    /// A name such as `api-dev`, `staging` or `demo` says that the API behind it is not the one that
    /// people should work with: it has other data, weaker protection, and goes away without notice.
    /// Where a `dynamichosturl` policy replaces the host it is information only.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels-dev.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.dev
    /// schemes: [https]
    /// paths: {}
    /// ```
    NonProductionHost = "non-production-host" {
        family: Placeholders,
        api: Level::On(Severity::Info),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address],
        references: [
            "OWASP API9:2023 Improper Inventory Management" => "https://owasp.org/API-Security/editions/2023/en/0xa9-improper-inventory-management/",
            "Microsoft, submit a connector for certification" => "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
        ],
    }
}

impl Rule for NonProductionHost {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let Some(companion) = cx.companion() else {
            return;
        };
        for url in urls(companion) {
            let host = host_in(&url.text()).unwrap_or_default();
            if let Some(word) = word_in(&host) {
                let draft = Draft::value(url, message(&host, word))
                    .label("people sign in elsewhere")
                    .severity(Severity::Info);
                cx.report(draft.help("write the host that people sign in at"));
            }
        }
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        let is_called = matches!(address.kind, AddressKind::Host | AddressKind::Server);
        let Some(host) = host(address).filter(|_| is_called) else {
            return;
        };
        let Some(word) = word_in(&host) else {
            return;
        };
        let mut draft = Draft::value(address.node, message(&host, word)).label("not for real work");
        if overrides(cx, address.kind) {
            draft = draft.severity(Severity::Info);
        }
        cx.report(draft.help("write the host that people should work with"));
    }
}

/// The word in a host's name that says so; its top-level domain says nothing.
fn word_in(host: &str) -> Option<&str> {
    let (name, _) = host.rsplit_once('.')?;
    let plain = |part: &'_ str| part.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let parts = name.split(['.', '-', '_']);
    let mut parts = parts.map(|part| &part[..plain(part)]);
    parts
        .find(|part| WORDS.contains(part))
        .or_else(|| application_for_tests(host))
}

/// Hosts where an application's name is one word, and says in its end what the application is for.
fn application_for_tests(host: &str) -> Option<&str> {
    let name = host.strip_suffix(".azurewebsites.net")?;
    let bare = name.strip_suffix("test")?;
    // latest, contest, fastest, attest, protest, greatest
    let is_word = ["la", "con", "fas", "at", "pro", "rea"]
        .iter()
        .any(|end| bare.ends_with(end));
    (!bare.is_empty() && !is_word).then(|| &name[bare.len()..])
}
