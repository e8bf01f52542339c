//! Credentials in force where calls may travel unencrypted: shared by the rules per kind.

use rustc_hash::FxHashSet;

use crate::document::{NodeId, NodeRef};
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft};
use crate::rules::{cleartext, hosts};
use crate::spec::{
    EffectiveTransport, Origin, Requirements, SchemeKind, SecurityScheme, Transport,
};

/// Report every requirement that names a scheme of the wanted kind where cleartext is allowed, and
/// every such scheme that is defined but named nowhere when the document allows cleartext.
pub(super) fn check(
    cx: &mut Context<'_, '_>,
    wanted: fn(&SchemeKind<'_>) -> bool,
    message: fn(&str) -> String,
) {
    let schemes = cx.spec().schemes();
    if !schemes.iter().any(|scheme| wanted(&scheme.kind)) {
        return;
    }
    let mut drafts = Vec::new();
    for (used, name, transport) in in_force(cx) {
        let scheme = cx.spec().scheme(name);
        if scheme.is_some_and(|scheme| wanted(&scheme.kind)) {
            drafts.push(draft(cx, used, message(name), &transport));
        }
    }
    let root = cx.spec().root_transport();
    if root.state == Transport::Cleartext {
        let named = named_schemes(cx);
        let unnamed = |scheme: &&SecurityScheme<'_>| !named.contains(&scheme.node.id());
        let defined = cx.spec().distinct_schemes().filter(unnamed);
        for scheme in defined.filter(|scheme| wanted(&scheme.kind)) {
            drafts.push(draft(cx, scheme.entry, message(scheme.name), &root));
        }
    }
    for draft in drafts {
        cx.report(draft);
    }
}

type InForce<'d> = (NodeRef<'d>, &'d str, EffectiveTransport<'d>);

/// The members of requirements in force for a call that may be unencrypted.
fn in_force<'d>(cx: &Context<'_, 'd>) -> Vec<InForce<'d>> {
    let mut out = Vec::new();
    let mut taken: FxHashSet<NodeId> = FxHashSet::default();
    let called = cx.operations().iter();
    for facts in called.filter(|facts| facts.operation.origin == Origin::Paths) {
        if facts.transport.state != Transport::Cleartext {
            continue;
        }
        for used in facts
            .protection
            .requirements()
            .into_iter()
            .flat_map(Requirements::uses)
        {
            if taken.insert(used.entry.id()) {
                out.push((used.entry, used.name, facts.transport.clone()));
            }
        }
    }
    let root = cx.spec().root_transport();
    if cx.operations().is_empty() && root.state == Transport::Cleartext {
        for used in cx
            .spec()
            .requirements()
            .into_iter()
            .flat_map(Requirements::uses)
        {
            out.push((used.entry, used.name, root.clone()));
        }
    }
    out
}

/// The objects of the schemes that any requirement names, references followed.
fn named_schemes(cx: &Context<'_, '_>) -> FxHashSet<NodeId> {
    let own = cx
        .operations()
        .iter()
        .filter_map(|facts| facts.protection.requirements());
    let all = cx.spec().requirements().into_iter().chain(own);
    let names: FxHashSet<&str> = all
        .flat_map(|requirements| requirements.uses().map(|used| used.name))
        .collect();
    let schemes = names.into_iter().filter_map(|name| cx.spec().scheme(name));
    schemes.map(|scheme| scheme.node.id()).collect()
}

fn draft(
    cx: &Context<'_, '_>,
    place: NodeRef<'_>,
    message: String,
    transport: &EffectiveTransport<'_>,
) -> Draft {
    let local = transport
        .cleartext
        .iter()
        .all(|allows| hosts::stays_local(cx.spec(), *allows));
    let mut draft = Draft::key(place, message)
        .label("anyone on the way can read it")
        .help("allow `https` only")
        .fix_if(cleartext::drop_all(transport));
    for allows in transport.cleartext.iter().take(3) {
        draft = draft.related(Label::value(*allows, "allows cleartext"));
    }
    if local {
        draft = draft
            .severity(Severity::Info)
            .note("the host is this machine itself");
    }
    draft
}
