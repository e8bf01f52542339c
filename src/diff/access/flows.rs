//! Flows of OAuth 2.0, and the URLs that credentials go to.

use crate::diff::rules::access as rules;
use crate::diff::sides::{Draft, Sides};
use crate::diff::{Compatibility, Posture};
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rules::hosts::host_of_url;
use crate::rules::oauth::{is_any_tenant, tenant};
use crate::spec::{Flow, FlowKind, SecurityScheme, Version};

const URLS: [&str; 4] = [
    "authorizationUrl",
    "tokenUrl",
    "refreshUrl",
    "deviceAuthorizationUrl",
];

/// Report flows that came and went, and URLs that changed in those that stayed.
pub(super) fn report<'d>(
    sides: &mut Sides<'_, 'd>,
    old: &SecurityScheme<'d>,
    new: &SecurityScheme<'d>,
) {
    let only = |one: &SecurityScheme<'d>, other: &SecurityScheme<'d>| -> Vec<Flow<'d>> {
        let alone = |flow: &&Flow<'d>| !other.flows().iter().any(|its| its.kind == flow.kind);
        one.flows().iter().filter(alone).copied().collect()
    };
    let (gone, added) = (only(old, new), only(new, old));
    if !gone.is_empty() || !added.is_empty() {
        changed(sides, (&gone, &added), (old, new));
    }
    for flow in old.flows() {
        let same = new.flows().iter().find(|its| its.kind == flow.kind);
        if let Some(same) = same {
            urls(sides, flow, same);
        }
    }
    if let ([was], [is]) = (gone.as_slice(), added.as_slice()) {
        let shared = URLS.into_iter().filter(|name| {
            let has = |flow: &Flow<'d>| flow.url(name).is_some();
            has(was) && has(is)
        });
        for name in shared {
            url(sides, was.node, is.node, name);
        }
    }
}

fn changed<'d>(
    sides: &mut Sides<'_, 'd>,
    (gone, added): (&[Flow<'d>], &[Flow<'d>]),
    (old, new): (&SecurityScheme<'d>, &SecurityScheme<'d>),
) {
    let names = |flows: &[Flow<'d>]| {
        let names: Vec<&str> = flows.iter().map(name).collect();
        names.join(", ")
    };
    let message = match (gone, added) {
        (_, []) => format!("`{}` no longer offers {}", new.name, names(gone)),
        ([], _) => format!("`{}` also offers {}", new.name, names(added)),
        _ => format!(
            "`{}` offers {} instead of {}",
            new.name,
            names(added),
            names(gone)
        ),
    };
    let weakest = |scheme: &SecurityScheme<'d>| scheme.flows().iter().map(rank).min();
    let posture = Posture::of_ranks(weakest(old).unwrap_or(2), weakest(new).unwrap_or(2));
    let mut draft = Draft::new(&rules::OauthFlowChanged::META, message);
    if posture == Posture::Weaker {
        draft = draft.severity(Severity::Error);
    }
    let compatibility = if gone.is_empty() {
        Compatibility::No
    } else {
        Compatibility::Breaks
    };
    let place = |flows: &[Flow<'d>], scheme: &SecurityScheme<'d>| {
        flows.first().map_or(scheme.entry, |flow| flow.named_by)
    };
    sides.report(
        draft
            .compatibility(compatibility)
            .posture(posture)
            .old(Some(place(gone, old)))
            .new_at(Some(place(added, new))),
    );
}

fn name(flow: &Flow<'_>) -> &'static str {
    flow.kind
        .map_or("an unknown flow", |kind| kind.name(Version::OpenApi32))
}

/// How little a flow gives away (RFC 9700 sections 2.1.2 and 2.4).
fn rank(flow: &Flow<'_>) -> u8 {
    match flow.kind {
        Some(FlowKind::Password) => 0,
        Some(FlowKind::Implicit) | None => 1,
        Some(_) => 2,
    }
}

fn urls<'d>(sides: &mut Sides<'_, 'd>, old: &Flow<'d>, new: &Flow<'d>) {
    for name in URLS {
        url(sides, old.node, new.node, name);
    }
}

/// Report a URL member that changed.
pub(super) fn url<'d>(sides: &mut Sides<'_, 'd>, old: NodeRef<'d>, new: NodeRef<'d>, name: &str) {
    let (was, is) = (old.get(name), new.get(name));
    let text = |node: Option<NodeRef<'d>>| node.map(|node| node.text().into_owned());
    let (before, after) = (text(was), text(is));
    if before == after {
        return;
    }
    let draft = match (&before, &after) {
        (Some(before), Some(after)) => {
            tenants(name, before, after).unwrap_or_else(|| moved(name, before, after))
        }
        (None, Some(after)) => plain(format!("the `{name}` {} was added", shown(after))),
        (Some(before), None) => plain(format!("the `{name}` {} was removed", shown(before))),
        (None, None) => return,
    };
    let places = if is.is_some() {
        draft.old(was.or(Some(old))).new_at(is)
    } else {
        draft.old(was)
    };
    sides.report(places.argument(name));
}

fn plain(message: String) -> Draft {
    Draft::new(&rules::OauthUrlChanged::META, message).may_break()
}

fn moved(name: &str, before: &str, after: &str) -> Draft {
    let is_plain = |url: &str| !url.to_ascii_lowercase().starts_with("http://");
    let posture = Posture::of_ranks(u8::from(is_plain(before)), u8::from(is_plain(after)));
    let other_host = host_of_url(before) != host_of_url(after);
    let what = if other_host {
        "names another host"
    } else {
        "changed"
    };
    let message = format!(
        "the `{name}` {what}: {}, and was {}",
        shown(after),
        shown(before)
    );
    let mut draft = plain(message).posture(posture);
    if other_host || posture == Posture::Weaker {
        draft = draft.severity(Severity::Error);
    }
    draft
}

/// The two URLs when they differ in their Entra tenant alone.
fn tenants(name: &str, before: &str, after: &str) -> Option<Draft> {
    let (was, is) = (tenant(before)?, tenant(after)?);
    if was == is || before.replacen(was, is, 1) != after {
        return None;
    }
    let rank = |tenant: &str| u8::from(!is_any_tenant(tenant));
    let message = format!("the `{name}` names the tenant `{is}`, and named `{was}`");
    let draft = Draft::new(&rules::OauthTenantChanged::META, message);
    Some(
        draft
            .breaks()
            .posture(Posture::of_ranks(rank(was), rank(is))),
    )
}

fn shown(url: &str) -> String {
    let head: String = url.chars().take(120).collect();
    format!("`{}`", head.replace('`', "'"))
}
