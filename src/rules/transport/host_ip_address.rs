//! `host-ip-address`

use std::net::IpAddr;

use crate::declare_rule;
use crate::finding::Severity;
use crate::rule::{Address, AddressKind, Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(host: &str) -> String {
    format!("the host is the IP address `{host}`")
}

declare_rule! {
    /// The API's host is an IP address.
    ///
    /// Certificates are issued for names: a client that checks them refuses the address, and one that
    /// works has its checks switched off. An address also changes hands more easily than a name.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: 203.0.113.7
    /// schemes: [https]
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths: {}
    /// ```
    HostIpAddress = "host-ip-address" {
        family: Transport,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Address],
        references: [
            "RFC 9110 section 4.3.4: https Certificate Verification" => "https://www.rfc-editor.org/rfc/rfc9110#section-4.3.4",
            "CWE-297: Improper Validation of Certificate with Host Mismatch" => "https://cwe.mitre.org/data/definitions/297.html",
        ],
    }
}

impl Rule for HostIpAddress {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        let is_called = matches!(address.kind, AddressKind::Host | AddressKind::Server);
        let Some(host) = address.host().filter(|_| is_called) else {
            return;
        };
        // what stays on the machine is told by another rule
        let foreign = |ip: &IpAddr| !ip.is_loopback() && !ip.is_unspecified();
        if host.parse().ok().as_ref().is_some_and(foreign) {
            let draft = Draft::value(address.node, message(&host))
                .label("no certificate fits it")
                .argument(host);
            cx.report(draft.help("give the host a name"));
        }
    }
}
