//! The check of a caller's token.

use super::Step;
use super::refuse::{assign, unauthorized};
use crate::connector::policies::{
    Back, Element, Front, GatewayPlan, NamedValue, Phase, TokenCheck,
};

/// The check, and what takes the token off when nothing will replace it.
pub(super) fn validate(plan: &GatewayPlan) -> Vec<Step> {
    let Front::OAuth2(check) = plan.front else {
        return Vec::new();
    };
    let mut steps = match check {
        TokenCheck::Introspection => introspection(),
        TokenCheck::Jwt | TokenCheck::Entra => vec![jwt()],
    };
    if plan.back == Back::OnBehalfOf && check != TokenCheck::Introspection {
        steps.push(Step::new(Phase::Validate, "EV-Token", token_variable()));
    }
    if plan.drops_token() {
        let header = Element::new("Header").with("name", "Authorization");
        let remove = Element::new("Remove").child(Element::new("Headers").child(header));
        steps.push(Step::new(Phase::Validate, "AM-DropToken", assign(remove)));
    }
    steps
}

/// `VerifyJWT` against the issuer's published keys.
fn jwt() -> Step {
    let keys = Element::new("JWKS").with("uriRef", "private.token.keys");
    let policy = Element::new("VerifyJWT")
        .leaf("Algorithm", "RS256")
        .leaf("Source", "request.header.Authorization")
        .child(Element::new("PublicKey").child(keys))
        .child(Element::new("Issuer").with("ref", "private.token.issuer"))
        .child(Element::new("Audience").with("ref", "private.token.audience"));
    Step::new(Phase::Validate, "VJ-Token", policy)
}

/// `ServiceCallout` to the issuer (RFC 7662), then its answer.
fn introspection() -> Vec<Step> {
    vec![
        Step::new(Phase::Validate, "EV-Token", token_variable()),
        Step::new(Phase::Validate, "SC-Introspect", callout()),
        Step::new(Phase::Validate, "EV-Answer", answer()),
        Step::new(Phase::Validate, "RF-InvalidToken", unauthorized())
            .when("introspection.active != \"true\""),
    ]
}

fn token_variable() -> Element {
    let pattern = Element::new("Pattern").text("Bearer {value}");
    let header = Element::new("Header")
        .with("name", "Authorization")
        .child(pattern);
    Element::new("ExtractVariables")
        .leaf("VariablePrefix", "token")
        .leaf("Source", "request")
        .child(header)
        .leaf("IgnoreUnresolvedVariables", "false")
}

fn callout() -> Element {
    let form =
        |name: &'static str, value: &str| Element::new("FormParam").with("name", name).text(value);
    let authorization = Element::new("Header")
        .with("name", "Authorization")
        .text("Basic {private.introspection.credential}");
    let set = Element::new("Set")
        .child(Element::new("Headers").child(authorization))
        .child(
            Element::new("FormParams")
                .child(form("token", "{token.value}"))
                .child(form("token_type_hint", "access_token")),
        )
        .leaf("Verb", "POST");
    Element::new("ServiceCallout")
        .child(
            Element::new("Request")
                .with("variable", "introspectionRequest")
                .child(set),
        )
        .leaf("Response", "introspectionResponse")
        .child(
            Element::new("HTTPTargetConnection")
                .leaf("URL", "https://{private.introspection.address}"),
        )
}

fn answer() -> Element {
    let active = Element::new("Variable")
        .with("name", "active")
        .leaf("JSONPath", "$.active");
    Element::new("ExtractVariables")
        .leaf("VariablePrefix", "introspection")
        .leaf("Source", "introspectionResponse")
        .child(Element::new("JSONPayload").child(active))
        .leaf("IgnoreUnresolvedVariables", "true")
}

pub(super) fn named_values(plan: &GatewayPlan) -> Vec<NamedValue> {
    let Front::OAuth2(check) = plan.front else {
        return Vec::new();
    };
    let setting = |name, says| NamedValue::setting("", name, says);
    match check {
        TokenCheck::Introspection => vec![
            setting(
                "introspection.address",
                "the issuer's introspection URL without its `https://`",
            ),
            NamedValue::secret(
                "",
                "introspection.credential",
                "client id and secret, joined by a colon, in Base64",
            ),
        ],
        TokenCheck::Jwt | TokenCheck::Entra => vec![
            setting("token.keys", "the URL of the issuer's keys"),
            setting("token.issuer", "the issuer of tokens"),
            setting(
                "token.audience",
                "who the token is for: the API's identifier",
            ),
        ],
    }
}
