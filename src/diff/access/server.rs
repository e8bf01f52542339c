//! Where calls go: host and base path in 2.0, servers in 3.x.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::transport::{Group, subject};
use crate::diff::rules::access::{TransportDowngrade, TransportUpgraded};
use crate::diff::rules::contract as rules;
use crate::diff::sides::{Draft, Sides};
use crate::document::{NodeId, NodeRef, key};
use crate::finding::Severity;
use crate::rules::hosts::host_of_url;
use crate::spec::{EffectiveTransport, Server, Spec, Version};

/// The hosts and base paths of calls, without letter case, usual port and last slash.
#[derive(Default)]
struct Addresses<'d> {
    hosts: BTreeSet<String>,
    paths: BTreeSet<String>,
    host: Option<NodeRef<'d>>,
    path: Option<NodeRef<'d>>,
}

/// Report calls that go to another host, or below another base path. `groups` say where each
/// operation's servers are declared.
pub(super) fn report<'d>(sides: &mut Sides<'_, 'd>, groups: &[Group<'d>]) {
    let mut called: Vec<(Declared<'d>, Vec<String>)> = Vec::new();
    let mut known: FxHashMap<[Option<NodeId>; 2], usize> = FxHashMap::default();
    for group in groups {
        let declared = [
            declared(sides.old, &group.old),
            declared(sides.new, &group.new),
        ];
        let place = declared.map(|servers| servers.map(NodeRef::id));
        let at = *known.entry(place).or_insert_with(|| {
            called.push((declared, Vec::new()));
            called.len() - 1
        });
        called[at].1.extend(group.operations.iter().cloned());
    }
    for ([was, is], mut operations) in called {
        if was.is_none() && is.is_none() {
            // it concerns the document
            operations.clear();
        }
        let (old, new) = (addresses(sides.old, was), addresses(sides.new, is));
        if old.hosts != new.hosts {
            hosts(sides, (&old, &new), &operations);
        }
        if old.paths != new.paths {
            base_path(sides, (&old, &new), operations);
        }
    }
}

/// The `servers` of each side that are not the document's own.
type Declared<'d> = [Option<NodeRef<'d>>; 2];

fn declared<'d>(spec: &Spec<'d>, transport: &EffectiveTransport<'d>) -> Option<NodeRef<'d>> {
    let own = transport.declared.filter(|_| spec.version().is_3())?;
    let root = spec.root().member(key::SERVERS).map(NodeRef::id);
    (Some(own.id()) != root).then_some(own)
}

fn hosts<'d>(
    sides: &mut Sides<'_, 'd>,
    (old, new): (&Addresses<'d>, &Addresses<'d>),
    operations: &[String],
) {
    let (was, is) = (list(&old.hosts), list(&new.hosts));
    let calls = subject(operations);
    let message = match (old.hosts.is_empty(), new.hosts.is_empty()) {
        (true, _) => format!("{calls} go to {is}; no host was named"),
        (_, true) => format!("no host is named; {calls} went to {was}"),
        _ => format!("{calls} go to {is}, and went to {was}"),
    };
    let downgrade =
        |severity| Draft::new(&TransportDowngrade::META, message.clone()).severity(severity);
    let draft = if old.hosts.is_empty() {
        Draft::new(&TransportUpgraded::META, message)
    } else if new.hosts.is_superset(&old.hosts) {
        downgrade(Severity::Warning)
    } else {
        downgrade(Severity::Error).breaks()
    };
    let root = new.hosts.is_empty() && old.host.is_none();
    let now = new.host.or_else(|| root.then(|| sides.new.root()));
    let draft = draft.argument("host").operations(operations.to_vec());
    sides.report(draft.old(old.host).new_at(now));
}

fn base_path<'d>(
    sides: &mut Sides<'_, 'd>,
    (old, new): (&Addresses<'d>, &Addresses<'d>),
    operations: Vec<String>,
) {
    let message = format!(
        "operations stand below {}, and stood below {}",
        list(&new.paths),
        list(&old.paths)
    );
    let draft = Draft::new(&rules::BasePathChanged::META, message).operations(operations);
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

/// Where calls go by these `servers`; by what the document says when there are none.
fn addresses<'d>(spec: &Spec<'d>, servers: Option<NodeRef<'d>>) -> Addresses<'d> {
    if spec.version() == Version::Swagger2 {
        of_2(spec)
    } else {
        of_3(servers.or_else(|| spec.root().member(key::SERVERS)))
    }
}

fn of_2<'d>(spec: &Spec<'d>) -> Addresses<'d> {
    let text = |node: NodeRef<'d>| node.as_str().map(std::borrow::Cow::into_owned);
    let host = spec.root().member(key::HOST);
    let path = spec.root().member(key::BASE_PATH);
    let host_text = host.and_then(text).filter(|host| !host.is_empty());
    let path_text = path.and_then(text).unwrap_or_default();
    let schemes = spec.root().member(key::SCHEMES).into_iter();
    let schemes: BTreeSet<_> = schemes
        .flat_map(NodeRef::items)
        .map(NodeRef::text)
        .collect();
    let scheme = schemes.first().filter(|_| schemes.len() == 1);
    let scheme = scheme.map_or("", |scheme| scheme);
    Addresses {
        hosts: host_text
            .map(|host| without_port(scheme, &host))
            .into_iter()
            .collect(),
        paths: BTreeSet::from([trimmed(&path_text)]),
        host,
        path,
    }
}

fn of_3(servers: Option<NodeRef<'_>>) -> Addresses<'_> {
    let mut out = Addresses::default();
    for node in servers.into_iter().flat_map(NodeRef::items) {
        let server = Server { node };
        out.host = out.host.or(server.url());
        for url in server.urls() {
            let (scheme, authority, path) = split(&url);
            let host = host_of_url(&url);
            if !host.is_empty() {
                out.hosts.insert(without_port(scheme, authority));
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

/// An authority in lower case, without the port that its scheme has anyway.
fn without_port(scheme: &str, authority: &str) -> String {
    let port = match scheme.to_ascii_lowercase().as_str() {
        "https" | "wss" => ":443",
        "http" | "ws" => ":80",
        _ => "",
    };
    let host = authority.strip_suffix(port).unwrap_or(authority);
    host.to_ascii_lowercase()
}

/// The scheme, the authority and the path of a URL; a relative one is all path.
fn split(url: &str) -> (&str, &str, &str) {
    let Some((scheme, rest)) = url.split_once("://") else {
        return ("", "", url);
    };
    let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(at);
    (scheme, authority, path)
}

fn trimmed(path: &str) -> String {
    let path = path.trim_end_matches('/');
    if path.starts_with('/') {
        path.to_owned()
    } else {
        format!("/{path}")
    }
}
