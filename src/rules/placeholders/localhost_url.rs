//! `localhost-url`

use super::companion::{overrides, urls, uses_gateway};
use super::hosts::{host, host_in, is_local};
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Address, AddressKind, Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

const HELP: &str = "write the host that callers reach";

fn message(host: &str) -> String {
    format!("`{host}` is reached from the same machine or network only")
}

declare_rule! {
    /// A host or URL that callers or credentials go to is `localhost` or a private address.
    ///
    /// For everyone else it names their own machine or network: calls fail, or reach whatever
    /// listens there and hand it the credential. A second server for development, and a connector
    /// that goes through an on-premises gateway, are reported as information only.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: http://localhost:7071/api
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.0.3
    /// info: {title: Parcels, version: "1"}
    /// servers:
    ///   - url: https://apim-parcels.azure-api.net/api
    /// paths: {}
    /// ```
    LocalhostUrl = "localhost-url" {
        family: Placeholders,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec, Address],
        references: [
            "RFC 6761 section 6.3: localhost" => "https://www.rfc-editor.org/rfc/rfc6761#section-6.3",
            "RFC 1918: Address Allocation for Private Internets" => "https://www.rfc-editor.org/rfc/rfc1918",
        ],
    }
}

impl Rule for LocalhostUrl {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let companion = cx.companion().map(urls).unwrap_or_default();
        for url in companion {
            report(cx, url, host_in(&url.text()), Severity::Error);
        }
        for url in documentation(cx.spec().root()) {
            report(cx, url, host_in(&url.text()), Severity::Info);
        }
    }

    fn check_address(&self, cx: &mut Context<'_, '_>, address: &Address<'_>) {
        let severity = if overrides(cx, address.kind) || uses_gateway(cx) {
            Severity::Info
        } else {
            server_severity(address)
        };
        report(cx, address.node, host(address), severity);
    }
}

fn report(cx: &mut Context<'_, '_>, node: NodeRef<'_>, host: Option<String>, severity: Severity) {
    if let Some(host) = host.filter(|host| is_local(host)) {
        let draft = Draft::value(node, message(&host)).argument(host);
        cx.report(draft.help(HELP).severity(severity));
    }
}

/// A server beside others is one to choose: the first is what tools take.
fn server_severity(address: &Address<'_>) -> Severity {
    let server = address.node.parent();
    let servers = server
        .and_then(NodeRef::parent)
        .filter(|list| list.is_array());
    let (Some(server), Some(servers), AddressKind::Server) = (server, servers, address.kind) else {
        return Severity::Error;
    };
    let is_public = |other: NodeRef<'_>| {
        let url = other.member(key::URL).and_then(|url| host_in(&url.text()));
        url.is_some_and(|host| !is_local(&host))
    };
    if !servers.items().any(is_public) {
        Severity::Error
    } else if servers.item(0) == Some(server) {
        Severity::Warning
    } else {
        Severity::Info
    }
}

/// URLs for readers: nothing is sent there.
fn documentation(root: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    let paths: [&[&str]; 4] = [
        &["externalDocs", "url"],
        &["info", "contact", "url"],
        &["info", "license", "url"],
        &["info", "termsOfService"],
    ];
    let follow = |path: &&[&str]| path.iter().try_fold(root, |node, name| node.get(name));
    paths.iter().filter_map(follow).collect()
}
