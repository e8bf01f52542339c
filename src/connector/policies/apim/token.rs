//! The check of a caller's token.

use super::refuse::delete_header;
use crate::connector::policies::{Element, Front, GatewayPlan, NamedValue, TokenCheck};

/// The check, and what takes the token off when nothing will replace it.
pub(super) fn validate(plan: &GatewayPlan) -> Vec<Element> {
    let Front::OAuth2(check) = plan.front else {
        return Vec::new();
    };
    let prefix = plan.prefix();
    let mut out = vec![match check {
        TokenCheck::Entra => entra(&prefix),
        TokenCheck::Jwt | TokenCheck::Introspection => jwt(&prefix),
    }];
    if plan.drops_token() {
        out.push(delete_header("Authorization"));
    }
    out
}

/// `validate-jwt`. The gateway has no policy that asks the issuer, so a token must be a JWT.
fn jwt(prefix: &str) -> Element {
    let value = |name: &str| format!("{{{{{prefix}{name}}}}}");
    Element::new("validate-jwt")
        .with("header-name", "Authorization")
        .with("failed-validation-httpcode", "401")
        .with("failed-validation-error-message", "Unauthorized")
        .with("require-scheme", "Bearer")
        .with("require-expiration-time", "true")
        .with("require-signed-tokens", "true")
        .child(Element::new("openid-config").with("url", value("openid-configuration")))
        .child(Element::new("audiences").leaf("audience", value("audience")))
        .child(Element::new("issuers").leaf("issuer", value("issuer")))
}

/// `validate-azure-ad-token`
fn entra(prefix: &str) -> Element {
    let value = |name: &str| format!("{{{{{prefix}{name}}}}}");
    Element::new("validate-azure-ad-token")
        .with("tenant-id", value("tenant-id"))
        .with("failed-validation-httpcode", "401")
        .with("failed-validation-error-message", "Unauthorized")
        .child(Element::new("client-application-ids").leaf("application-id", value("client-id")))
        .child(Element::new("audiences").leaf("audience", value("audience")))
}

pub(super) fn named_values(plan: &GatewayPlan) -> Vec<NamedValue> {
    let Front::OAuth2(check) = plan.front else {
        return Vec::new();
    };
    let prefix = plan.prefix();
    let setting = |name, says| NamedValue::setting(&prefix, name, says);
    let audience = setting("audience", "who the token is for: the API's identifier");
    match check {
        TokenCheck::Entra => vec![
            audience,
            setting("tenant-id", "the tenant that issues tokens"),
            setting("client-id", "the application that callers sign in to"),
        ],
        TokenCheck::Jwt | TokenCheck::Introspection => vec![
            audience,
            setting("issuer", "the issuer of tokens"),
            setting(
                "openid-configuration",
                "the URL of the issuer's discovery document",
            ),
        ],
    }
}
