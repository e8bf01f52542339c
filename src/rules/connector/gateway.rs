//! What Azure API Management leaves in a document: its subscription key, exported with every API
//! whether or not the gateway asks for it.

use crate::connector::{ApiProperties, AuthType, Credentials};
use crate::document::{NodeRef, key};
use crate::edit::Change;
use crate::finding::{File, Fix, Safety};
use crate::rule::Context;
use crate::spec::{
    Parameter, ParameterPlace, Requirements, SecurityRequirement, SecurityScheme, Spec,
};

/// The header the key is sent in.
pub(super) const HEADER: &str = "Ocp-Apim-Subscription-Key";
/// The member of the query the key is sent in.
pub(super) const QUERY: &str = "subscription-key";
/// The names the export gives to its schemes; they stay when the key itself is renamed.
const SCHEMES: [&str; 2] = ["apiKeyHeader", "apiKeyQuery"];

/// True for a name of the key, in any letter case.
pub(super) fn is_key_name(name: &str) -> bool {
    name.eq_ignore_ascii_case(HEADER) || name.eq_ignore_ascii_case(QUERY)
}

/// True for a scheme that sends the subscription key.
pub(super) fn is_key(scheme: &SecurityScheme<'_>) -> bool {
    scheme.key().is_some_and(|(_, name)| is_key_name(name))
}

/// True for a parameter that is the subscription key.
pub(super) fn is_key_parameter(parameter: &Parameter<'_>) -> bool {
    parameter.is(ParameterPlace::Header, HEADER) || parameter.is(ParameterPlace::Query, QUERY)
}

/// True for a scheme's name as the export writes it, with no such scheme defined.
pub(super) fn is_lost_scheme(spec: &Spec<'_>, name: &str) -> bool {
    SCHEMES.contains(&name) && spec.scheme(name).is_none()
}

/// The host or server that is a gateway of API Management.
pub(super) fn host<'d>(spec: &Spec<'d>) -> Option<NodeRef<'d>> {
    let root = spec.root();
    let servers = root
        .member(key::SERVERS)
        .into_iter()
        .flat_map(NodeRef::items);
    let urls = servers.filter_map(|server| server.member(key::URL));
    let is_gateway = |node: &NodeRef<'_>| {
        let text = node.text().to_ascii_lowercase();
        let host = text
            .split_once("://")
            .map_or(text.as_str(), |(_, rest)| rest);
        let host = host.split(['/', ':', '?']).next().unwrap_or_default();
        host.ends_with(".azure-api.net")
    };
    root.member(key::HOST)
        .into_iter()
        .chain(urls)
        .find(is_gateway)
}

/// The type a connection will ask for: what `apiProperties.json` asks for, else the first scheme.
/// `None` when nobody can say, or when the user may choose.
pub(super) fn chosen(cx: &Context<'_, '_>) -> Option<AuthType> {
    if let Some(companion) = cx.companion() {
        let properties = ApiProperties::new(companion);
        if properties.parameter_sets().is_some() {
            return None;
        }
        if let Some(asked) = Credentials::of(&properties.parameters()).auth {
            return Some(asked);
        }
    }
    let first = cx.spec().schemes().first()?;
    first.auth_kind().and_then(AuthType::of)
}

/// Take a scheme of the gateway out, with every requirement of it. `None` when a `security` member
/// would be left without any credential.
pub(super) fn removal(cx: &Context<'_, '_>, scheme: &SecurityScheme<'_>) -> Option<Fix> {
    let spec = cx.spec();
    let own = cx.operations().iter().filter_map(|facts| {
        let security = facts.operation.node.member(key::SECURITY)?;
        Some(spec.requirements_at(security))
    });
    let mut changes = vec![Change::RemoveEntry {
        entry: scheme.entry.id(),
    }];
    for requirements in spec.requirements().cloned().into_iter().chain(own) {
        changes.extend(without(spec, &requirements, scheme.name)?);
    }
    Some(fix(format!("remove `{}`", scheme.name), changes))
}

/// A safe fix of the document.
pub(super) fn fix(title: String, changes: Vec<Change>) -> Fix {
    Fix {
        title,
        safety: Safety::Safe,
        file: File::Document,
        changes,
    }
}

/// The changes that take a gateway's scheme out of a `security` member.
pub(super) fn without(
    spec: &Spec<'_>,
    requirements: &Requirements<'_>,
    name: &str,
) -> Option<Vec<Change>> {
    // every key of the gateway goes: what asks for nothing else protects nothing
    let stays = |one: &SecurityRequirement<'_>| {
        one.schemes.iter().any(|used| {
            let scheme = spec.scheme(used.name);
            !is_lost_scheme(spec, used.name) && !scheme.is_some_and(is_key)
        })
    };
    let protected = requirements.alternatives.iter().any(stays);
    let mut changes = Vec::new();
    for one in requirements.alternatives.iter() {
        let Some(used) = one.schemes.iter().find(|used| used.name == name) else {
            continue;
        };
        let listed = one.node.parent().is_some_and(NodeRef::is_array);
        if stays(one) {
            let entry = used.entry.id();
            changes.push(Change::RemoveEntry { entry });
        } else if protected && listed {
            let item = one.node.id();
            changes.push(Change::RemoveItem { item });
        } else {
            return None;
        }
    }
    Some(changes)
}
