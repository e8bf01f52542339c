//! What the gateway has to do, seen from what the connector no longer carries.

use crate::connector::policies::{Back, Front, GatewayPlan, TokenCheck, back_for};
use crate::document::key;
use crate::spec::{AuthKind, Flow, KeyPlace, SecurityScheme, Spec};

/// The gateways that policies are written for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Gateway {
    /// Azure API Management.
    ApiManagement,
    /// Apigee.
    Apigee,
}

/// The plan for the gateway in front of the API: it checks what the connector carries and shows the
/// back end what the connector no longer does. `None` when nothing was taken away, or when no
/// gateway can check what is left.
pub fn gateway_plan(export: &Spec<'_>, connector: &Spec<'_>) -> Option<GatewayPlan> {
    let kept = connector.schemes().first()?;
    let front = front(kept, export)?;
    let mut removed = export
        .schemes()
        .iter()
        .filter(|scheme| !is_same(scheme, kept) && !is_gateway_key(scheme));
    let key_removed = export.schemes().iter().any(is_gateway_key) && !is_gateway_key(kept);
    let back = match removed.find_map(back_for) {
        Some(back) => back,
        None if key_removed => Back::Forward,
        None => return None,
    };
    let title = connector
        .root()
        .member(key::INFO)?
        .member(key::TITLE)?
        .text();
    Some(GatewayPlan::new(title, front, back))
}

/// The pair of keys that API Management writes into every export, by its ids or its usual names.
fn is_gateway_key(scheme: &SecurityScheme<'_>) -> bool {
    let named = matches!(scheme.name, "apiKeyHeader" | "apiKeyQuery");
    named
        || scheme.key().is_some_and(|(_, name)| {
            name.eq_ignore_ascii_case("Ocp-Apim-Subscription-Key") || name == "subscription-key"
        })
}

/// The same credential, whatever version each document is.
fn is_same(one: &SecurityScheme<'_>, other: &SecurityScheme<'_>) -> bool {
    one.auth_kind() == other.auth_kind() && one.key() == other.key()
}

fn front(kept: &SecurityScheme<'_>, export: &Spec<'_>) -> Option<Front> {
    match kept.auth_kind()? {
        AuthKind::ApiKeyHeader => {
            let (_, header) = kept.key()?;
            let twin = export.schemes().iter().filter(|one| is_gateway_key(one));
            let query = twin
                .filter_map(SecurityScheme::key)
                .find(|(place, _)| *place == KeyPlace::Query);
            Some(Front::ApiKey {
                header: header.to_owned(),
                query: query.map(|(_, name)| name.to_owned()),
            })
        }
        AuthKind::Basic => Some(Front::Basic),
        AuthKind::OAuth2 => {
            let mut urls = kept.flows().iter().flat_map(Flow::urls);
            let entra = urls.any(|url| url.text().contains("//login.microsoftonline.com/"));
            let check = if entra {
                TokenCheck::Entra
            } else {
                TokenCheck::Jwt
            };
            Some(Front::OAuth2(check))
        }
        _ => None,
    }
}
