//! The members that security schemes have by their type.

use crate::document::key;
use crate::finding::Severity;
use crate::rule::{Context, Draft};
use crate::spec::{FlowKind, SchemeKind, SecurityScheme, Version};

/// The types of Swagger 2.0.
pub(super) const TYPES_2: &[&str] = &["basic", "apiKey", "oauth2"];

/// Members that say what a scheme is, with the type they belong to. `scopes`, `bearerFormat` and
/// the like are left over in many documents and mislead nobody.
const MISPLACED: &[(&str, &str)] = &[
    ("in", "apiKey"),
    ("flow", "oauth2"),
    ("flows", "oauth2"),
    ("authorizationUrl", "oauth2"),
    ("tokenUrl", "oauth2"),
    ("openIdConnectUrl", "openIdConnect"),
    ("scheme", "http"),
];

/// The types a version knows.
pub(super) const fn types_of(version: Version) -> &'static [&'static str] {
    match version {
        Version::Swagger2 => TYPES_2,
        Version::OpenApi30 => &["apiKey", "http", "oauth2", "openIdConnect"],
        Version::OpenApi31 | Version::OpenApi32 => {
            &["apiKey", "http", "mutualTLS", "oauth2", "openIdConnect"]
        }
    }
}

pub(super) fn one_of(names: &[&str]) -> String {
    format!("one of: {}", names.join(", "))
}

/// Report an `in` or a `flow` that is none of the few words they take.
pub(super) fn check_place(cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
    let (member, known) = match &scheme.kind {
        SchemeKind::ApiKey { place, .. } => ("in", place.is_some()),
        SchemeKind::OAuth2 { flows } if !cx.spec().version().is_3() => {
            ("flow", flows.iter().all(|flow| flow.kind.is_some()))
        }
        _ => return,
    };
    let Some(node) = scheme
        .node
        .get(member)
        .filter(|node| !known && !node.is_null())
    else {
        return;
    };
    let words: &[&str] = match member {
        "flow" => &["accessCode", "implicit", "password", "application"],
        _ if cx.spec().version().is_3() => &["header", "query", "cookie"],
        _ => &["header", "query"],
    };
    let draft = Draft::value(node, format!("`{}` is no value of `{member}`", node.text()));
    cx.report(
        draft
            .label(format!("unknown `{member}`"))
            .help(one_of(words)),
    );
}

/// Report members of `flows` that no flow of OpenAPI has as its name.
pub(super) fn check_flow_names(cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
    let version = cx.spec().version();
    let unknown = scheme.flows().iter().filter(|flow| flow.kind.is_none());
    for flow in unknown.filter(|_| version.is_3()) {
        let name = flow.named_by.key();
        let draft = Draft::key(flow.named_by, format!("`{name}` is no flow of {version}"));
        let names = FlowKind::ALL.iter().map(|kind| kind.name(version));
        let known = names.filter(|name| FlowKind::of_name(name, version).is_some());
        let help = one_of(&known.collect::<Vec<_>>());
        cx.report(draft.label("unknown flow").help(help));
    }
}

/// Report an `openIdConnectUrl` that cannot be one.
pub(super) fn check_discovery(cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
    if !matches!(scheme.kind, SchemeKind::OpenIdConnect) {
        return;
    }
    let Some(url) = scheme
        .node
        .member(key::OPEN_ID_CONNECT_URL)
        .filter(|url| !url.is_null())
    else {
        return;
    };
    let text = url.text();
    let plain = !text.is_empty() && !text.contains(char::is_whitespace);
    // a relative one is allowed, a single word is none
    if !(url.is_string() && plain && text.contains(['/', '{', '<'])) {
        let draft = Draft::value(url, format!("`{text}` is no URL of a discovery document"));
        cx.report(
            draft
                .label("not a URL")
                .help("end it with `/.well-known/openid-configuration`"),
        );
    }
}

/// Report members that belong to another type.
pub(super) fn check_misplaced(cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>, kind: &str) {
    for (member, owner) in MISPLACED.iter().filter(|(_, owner)| *owner != kind) {
        if let Some(node) = scheme.node.get(member) {
            let draft = Draft::key(node, format!("`{member}` has no meaning for `{kind}`"));
            let draft = draft
                .label(format!("belongs to `{owner}`"))
                .severity(Severity::Warning);
            cx.report(draft.help(format!("remove it, or make the scheme `type: {owner}`")));
        }
    }
}
