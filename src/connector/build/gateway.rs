//! What the gateway has to do for the credentials the connector no longer carries.

use super::Gateway;
use crate::connector::policies::{Back, Front, GatewayPlan, TokenCheck, apigee, apim, back_for};
use crate::spec::{AuthKind, FlowKind, KeyPlace, SecurityScheme, Spec};

/// Keys that the gateway itself asks for; the back end knows nothing of them.
const GATEWAY_KEYS: [&str; 2] = ["Ocp-Apim-Subscription-Key", "subscription-key"];

/// A policy file, by its path below the connector's folder.
pub(super) struct PolicyFile {
    pub(super) path: String,
    pub(super) text: String,
}

/// The policy files, and the named values they need.
pub(super) fn policies(
    before: &Spec<'_>,
    kept: Option<&str>,
    gateway: Gateway,
) -> (Vec<PolicyFile>, Vec<String>) {
    let Some(plan) = gateway_plan(before, kept).filter(|_| gateway != Gateway::None) else {
        return (Vec::new(), Vec::new());
    };
    let file = |path: String, text: String| PolicyFile { path, text };
    if gateway == Gateway::Apim {
        let names = apim::named_values(&plan);
        let names = names.into_iter().map(|one| format!("{}: {}", one.name, one.says));
        let document = file("policies/api-management.xml".into(), apim::document(&plan));
        return (vec![document], names.collect());
    }
    let names = apigee::named_values(&plan);
    let names = names.into_iter().map(|one| format!("{}: {}", one.name, one.says));
    let mut files: Vec<PolicyFile> = apigee::bundle(&plan)
        .into_iter()
        .map(|policy| file(format!("policies/apigee/{}.xml", policy.name), policy.text))
        .collect();
    files.push(file("policies/apigee/flow.xml".into(), apigee::flow(&plan)));
    (files, names.collect())
}

fn gateway_plan(before: &Spec<'_>, kept: Option<&str>) -> Option<GatewayPlan> {
    let title = before.root().get("info").and_then(|info| info.get("title"));
    let title = title.map_or_else(|| "api".to_owned(), |node| node.text().into_owned());
    let front = front(before, kept?)?;
    let back = before
        .schemes()
        .iter()
        .filter(|scheme| Some(scheme.name) != kept && !is_gateway_key(scheme))
        .filter(|scheme| !is_twin(before, scheme, kept))
        .find_map(back_for)
        .unwrap_or(match front {
            Front::ApiKey { .. } => Back::None,
            _ => Back::Forward,
        });
    Some(GatewayPlan::new(title, front, back))
}

fn is_gateway_key(scheme: &SecurityScheme<'_>) -> bool {
    let name = scheme.key().map(|(_, name)| name);
    name.is_some_and(|name| GATEWAY_KEYS.iter().any(|key| key.eq_ignore_ascii_case(name)))
        || matches!(scheme.name, "apiKeyHeader" | "apiKeyQuery")
}

/// The query half of the kept key.
fn is_twin(spec: &Spec<'_>, scheme: &SecurityScheme<'_>, kept: Option<&str>) -> bool {
    let kept = kept.and_then(|name| spec.scheme(name));
    kept.and_then(SecurityScheme::auth_kind) == Some(AuthKind::ApiKeyHeader)
        && scheme.auth_kind() == Some(AuthKind::ApiKeyQuery)
}

fn front(spec: &Spec<'_>, kept: &str) -> Option<Front> {
    let Some(scheme) = spec.scheme(kept) else {
        // a scheme made anew: basic is the one that needs nothing the document said
        return Some(Front::Basic);
    };
    match scheme.auth_kind()? {
        AuthKind::ApiKeyHeader => scheme.key().map(|(_, name)| Front::ApiKey {
            header: name.to_owned(),
            query: query_half(spec),
        }),
        AuthKind::Basic => Some(Front::Basic),
        AuthKind::OAuth2 => Some(Front::OAuth2(token_check(scheme))),
        _ => None,
    }
}

fn query_half(spec: &Spec<'_>) -> Option<String> {
    let mut keys = spec.schemes().iter().filter_map(SecurityScheme::key);
    let query = keys.find(|(place, _)| *place == KeyPlace::Query);
    query.map(|(_, name)| name.to_owned())
}

fn token_check(scheme: &SecurityScheme<'_>) -> TokenCheck {
    let flow = scheme.flow(FlowKind::AuthorizationCode);
    let url = flow.and_then(|flow| flow.url("tokenUrl"));
    let entra = url.is_some_and(|url| {
        let text = url.text();
        text.contains("login.microsoftonline.") || text.contains("login.windows.net")
    });
    if entra { TokenCheck::Entra } else { TokenCheck::Jwt }
}
