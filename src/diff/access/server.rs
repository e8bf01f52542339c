//! Where calls go: host and base path in 2.0, servers in 3.x.

use std::collections::BTreeSet;

use super::transport;
use crate::diff::rules::contract as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rules::hosts::host_of_url;
use crate::spec::{Server, Spec, Version};

/// The hosts and base paths of a document, without letter case and last slash.
#[derive(Default)]
struct Addresses<'d> {
    hosts: BTreeSet<String>,
    paths: BTreeSet<String>,
    host: Option<NodeRef<'d>>,
    path: Option<NodeRef<'d>>,
}

/// Report calls that go to another host, or below another base path.
pub(super) fn report(sides: &mut Sides<'_, '_>) {
    let (old, new) = (addresses(sides.old), addresses(sides.new));
    if old.hosts != new.hosts {
        hosts(sides, &old, &new);
    }
    if old.paths != new.paths {
        base_path(sides, &old, &new);
    }
}

fn hosts(sides: &mut Sides<'_, '_>, old: &Addresses<'_>, new: &Addresses<'_>) {
    let (was, is) = (list(&old.hosts), list(&new.hosts));
    let message = match (old.hosts.is_empty(), new.hosts.is_empty()) {
        (true, _) => format!("calls go to {is}; no host was named"),
        (_, true) => format!("no host is named; calls went to {was}"),
        _ => format!("calls go to {is}, and went to {was}"),
    };
    let root = new.hosts.is_empty() && old.host.is_none();
    let now = new.host.or_else(|| root.then(|| sides.new.root()));
    let goes_on = new.hosts.is_superset(&old.hosts);
    transport::other_host(sides, message, goes_on, [old.host, now]);
}

fn base_path(sides: &mut Sides<'_, '_>, old: &Addresses<'_>, new: &Addresses<'_>) {
    let message = format!(
        "operations stand below {}, and stood below {}",
        list(&new.paths),
        list(&old.paths)
    );
    let draft = Draft::new(&rules::BasePathChanged::META, message);
    let draft = if new.paths.is_superset(&old.paths) {
        draft.severity(Severity::Info)
    } else {
        draft.breaks()
    };
    let now = new.path.or(new.host);
    let now = now.or_else(|| old.path.is_none().then(|| sides.new.root()));
    sides.report(draft.old(old.path).new_at(now));
}

fn list(texts: &BTreeSet<String>) -> String {
    let all: Vec<String> = texts
        .iter()
        .take(4)
        .map(|text| format!("`{text}`"))
        .collect();
    if all.is_empty() {
        return "`/`".into();
    }
    all.join(", ")
}

fn addresses<'d>(spec: &Spec<'d>) -> Addresses<'d> {
    if spec.version() == Version::Swagger2 {
        of_2(spec)
    } else {
        of_3(spec)
    }
}

fn of_2<'d>(spec: &Spec<'d>) -> Addresses<'d> {
    let text = |node: NodeRef<'d>| node.as_str().map(std::borrow::Cow::into_owned);
    let host = spec.root().member(key::HOST);
    let path = spec.root().member(key::BASE_PATH);
    let host_text = host.and_then(text).filter(|host| !host.is_empty());
    let path_text = path.and_then(text).unwrap_or_default();
    Addresses {
        hosts: host_text
            .map(|host| host.to_ascii_lowercase())
            .into_iter()
            .collect(),
        paths: BTreeSet::from([trimmed(&path_text)]),
        host,
        path,
    }
}

fn of_3<'d>(spec: &Spec<'d>) -> Addresses<'d> {
    let mut out = Addresses::default();
    let servers = spec.root().member(key::SERVERS);
    for node in servers.into_iter().flat_map(NodeRef::items) {
        let server = Server { node };
        out.host = out.host.or(server.url());
        for url in server.urls() {
            let (authority, path) = split(&url);
            let host = host_of_url(&url);
            if !host.is_empty() {
                out.hosts.insert(authority.to_ascii_lowercase());
            }
            out.paths.insert(trimmed(path));
        }
    }
    if out.paths.is_empty() {
        out.paths.insert("/".into());
    }
    out.path = out.host;
    out
}

/// The authority and the path of a URL; no authority for a relative one.
fn split(url: &str) -> (&str, &str) {
    let Some((_, rest)) = url.split_once("://") else {
        return ("", url);
    };
    let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    rest.split_at(at)
}

fn trimmed(path: &str) -> String {
    let path = path.trim_end_matches('/');
    if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/{path}")
    }
}
