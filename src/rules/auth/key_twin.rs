//! The key that API Management exports twice: in a header and in the query.

use crate::document::{NodeRef, key};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety};
use crate::rule::Context;
use crate::spec::{KeyPlace, Requirements, SchemeKind, SecurityRequirement, SecurityScheme};

/// The fix that takes the query half out, with every requirement of it. `None` unless a header
/// twin is defined and every requirement that names the query half has an alternative.
pub(in crate::rules) fn drop_query_half(
    cx: &Context<'_, '_>,
    query: &SecurityScheme<'_>,
) -> Option<Fix> {
    let spec = cx.spec();
    let header = header_half(cx, query)?;
    let mut changes = vec![Change::RemoveEntry {
        entry: query.entry.id(),
    }];
    let own = cx.operations().iter().filter_map(|facts| {
        let security = facts.operation.node.member(key::SECURITY)?;
        Some(spec.requirements_at(security))
    });
    for requirements in spec.requirements().cloned().into_iter().chain(own) {
        changes.extend(without_query(&requirements, query.name, header.name)?);
    }
    Some(Fix {
        title: format!("drop `{}`: `{}` is the same key", query.name, header.name),
        safety: Safety::Safe,
        file: File::Document,
        changes,
    })
}

/// The header twin of a key in the query.
pub(in crate::rules) fn header_half<'a, 'd>(
    cx: &Context<'a, 'd>,
    query: &SecurityScheme<'_>,
) -> Option<&'a SecurityScheme<'d>> {
    let in_query = |kind: &SchemeKind| {
        let place = Some(KeyPlace::Query);
        matches!(kind, SchemeKind::ApiKey { place: own, .. } if *own == place)
    };
    if !in_query(&query.kind) {
        return None;
    }
    let mut schemes = cx.spec().schemes().iter();
    schemes.find(|scheme| is_twin(scheme, query))
}

fn is_twin(header: &SecurityScheme<'_>, query: &SecurityScheme<'_>) -> bool {
    let sent = |scheme: &SecurityScheme<'_>, place| match &scheme.kind {
        SchemeKind::ApiKey {
            place: Some(own),
            name: Some(name),
        } if *own == place => Some(name.to_ascii_lowercase()),
        _ => None,
    };
    let (Some(header_name), Some(query_name)) =
        (sent(header, KeyPlace::Header), sent(query, KeyPlace::Query))
    else {
        return false;
    };
    let exported = header_name == "ocp-apim-subscription-key" && query_name == "subscription-key";
    let named = stem(header.name, "header").is_some_and(|stem_of_header| {
        stem(query.name, "query").is_some_and(|stem_of_query| stem_of_header == stem_of_query)
    });
    exported || named || header_name == query_name
}

/// A scheme's name without the word for its place.
fn stem(name: &str, place: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    name.contains(place).then(|| name.replace(place, ""))
}

/// The changes of one `security` member; `None` when the query half has no stand-in there.
fn without_query(
    requirements: &Requirements<'_>,
    query: &str,
    header: &str,
) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    let names = |one: &SecurityRequirement<'_>, name: &str| {
        one.schemes.iter().any(|used| used.name == name)
    };
    for one in requirements.alternatives.iter() {
        let Some(used) = one.schemes.iter().find(|used| used.name == query) else {
            continue;
        };
        if names(one, header) {
            changes.push(Change::RemoveEntry {
                entry: used.entry.id(),
            });
        } else if one.schemes.len() == 1
            && is_item(one.node)
            && requirements
                .alternatives
                .iter()
                .any(|other| names(other, header))
        {
            changes.push(Change::RemoveItem {
                item: one.node.id(),
            });
        } else {
            return None;
        }
    }
    Some(changes)
}

fn is_item(node: NodeRef<'_>) -> bool {
    node.parent().is_some_and(NodeRef::is_array)
}
