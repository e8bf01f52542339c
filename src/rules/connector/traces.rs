//! Traces of the gateway's key beside schemes and parameters: policies and prose.

use super::gateway;
use crate::connector::{ApiProperties, AuthType, PolicyTemplate};
use crate::document::{NodeRef, key};
use crate::rule::{Context, Site};
use crate::spec::Requirements;

/// True when a key is what the connection asks for, or nobody can say what it is.
pub(super) fn is_wanted(chosen: Option<AuthType>) -> bool {
    matches!(chosen, None | Some(AuthType::ApiKey))
}

/// Texts that name the key although the connection uses another type and no policy sends the key.
pub(super) fn traces<'a>(cx: &Context<'a, '_>) -> Vec<NodeRef<'a>> {
    let chosen = gateway::chosen(cx);
    if is_wanted(chosen) || cx.spec().schemes().iter().any(gateway::is_key) {
        return Vec::new();
    }
    let policies = policies(cx);
    if policies.iter().any(|policy| reads_connection(*policy)) {
        return Vec::new();
    }
    let dead = policies
        .iter()
        .filter_map(|policy| policy.parameter("name"));
    let mut out: Vec<NodeRef<'a>> = dead.collect();
    let operations = cx.operations().iter().map(|facts| facts.operation.node);
    let described = cx
        .spec()
        .root()
        .member(key::INFO)
        .into_iter()
        .chain(operations);
    let texts = described.filter_map(|node| node.member(key::DESCRIPTION));
    out.extend(texts.filter(|text| names_key(*text)));
    out
}

/// Policies of the connector that set the key.
fn policies<'a>(cx: &Context<'a, '_>) -> Vec<PolicyTemplate<'a>> {
    let Some(companion) = cx.companion() else {
        return Vec::new();
    };
    let mut all = ApiProperties::new(companion).policies();
    all.retain(|policy| {
        let set = policy.sets();
        set.is_some_and(|(name, _)| gateway::is_key_name(&name))
    });
    all
}

/// A key that each connection brings along is meant to be sent.
fn reads_connection(policy: PolicyTemplate<'_>) -> bool {
    let set = policy.sets();
    set.is_some_and(|(_, value)| value.text().contains("@connectionParameters("))
}

fn names_key(text: NodeRef<'_>) -> bool {
    let text = text.text().to_ascii_lowercase();
    text.contains("ocp-apim-subscription-key")
}

/// The `security` member a requirement stands in.
pub(super) fn requirements<'d>(
    cx: &Context<'_, 'd>,
    site: Site<'_, '_>,
) -> Option<Requirements<'d>> {
    match site {
        Site::Root => cx.spec().requirements().cloned(),
        Site::Operation(operation) => {
            let operation = cx.document().at(operation.node.id());
            let security = operation.member(key::SECURITY)?;
            Some(cx.spec().requirements_at(security))
        }
        Site::Callback => None,
    }
}

/// The credential that calls carry: where it is required, else where it is declared.
pub(super) fn sent<'d>(cx: &Context<'_, 'd>) -> NodeRef<'d> {
    let spec = cx.spec();
    let mut required = spec.requirements().into_iter().flat_map(Requirements::uses);
    required
        .next()
        .map_or_else(|| spec.schemes()[0].entry, |used| used.entry)
}
