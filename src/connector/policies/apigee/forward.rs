//! The credential of the back end.

use super::Step;
use super::refuse::assign;
use crate::connector::policies::{Back, Element, Front, GatewayPlan, NamedValue, Phase};

/// `KeyValueMapOperations` that reads every stored value into a private variable.
pub(super) fn credentials(plan: &GatewayPlan) -> Step {
    let map = format!("{}credentials", plan.prefix());
    let gets = super::named_values(plan).into_iter().map(|value| {
        let key = Element::new("Key").leaf("Parameter", value.name.as_str());
        Element::new("Get")
            .with("assignTo", format!("private.{}", value.name))
            .child(key)
    });
    let policy = Element::new("KeyValueMapOperations")
        .with("mapIdentifier", map)
        .leaf("Scope", "environment")
        .children(gets);
    let needed_by = match plan.front {
        Front::Basic => Phase::Verify,
        Front::OAuth2(_) => Phase::Validate,
        Front::ApiKey { .. } => Phase::Forward,
    };
    Step::new(needed_by, "KVM-Credentials", policy)
}

/// The steps that set it.
pub(super) fn forward(plan: &GatewayPlan) -> Vec<Step> {
    let step = |name, policy| Step::new(Phase::Forward, name, policy);
    match &plan.back {
        Back::None | Back::Forward => Vec::new(),
        Back::Basic => vec![step("BA-Backend", encode())],
        Back::KeyHeader(name) => {
            let header = Element::new("Header")
                .with("name", name)
                .text("{private.backend.key}");
            let set = Element::new("Set").child(Element::new("Headers").child(header));
            vec![step("AM-BackendKey", assign(set))]
        }
        Back::KeyQuery(name) => {
            let parameter = Element::new("QueryParam")
                .with("name", name)
                .text("{private.backend.key}");
            let set = Element::new("Set").child(Element::new("QueryParams").child(parameter));
            vec![step("AM-BackendKey", assign(set))]
        }
        Back::ManagedIdentity | Back::StoredOAuth => token_steps("client_credentials"),
        Back::OnBehalfOf => token_steps("urn:ietf:params:oauth:grant-type:jwt-bearer"),
    }
}

fn encode() -> Element {
    Element::new("BasicAuthentication")
        .leaf("Operation", "Encode")
        .leaf("IgnoreUnresolvedVariables", "false")
        .child(Element::new("User").with("ref", "private.backend.username"))
        .child(Element::new("Password").with("ref", "private.backend.password"))
        .child(
            Element::new("AssignTo")
                .with("createNew", "false")
                .text("request.header.Authorization"),
        )
}

/// `ServiceCallout` to the token URL, then its answer as the back end's token.
fn token_steps(grant: &'static str) -> Vec<Step> {
    let step = |name, policy| Step::new(Phase::Forward, name, policy);
    let variable = Element::new("Variable")
        .with("name", "value")
        .leaf("JSONPath", "$.access_token");
    let extract = Element::new("ExtractVariables")
        .leaf("VariablePrefix", "private.backend.token")
        .leaf("Source", "tokenResponse")
        .child(Element::new("JSONPayload").child(variable))
        .leaf("IgnoreUnresolvedVariables", "false");
    let header = Element::new("Header")
        .with("name", "Authorization")
        .text("Bearer {private.backend.token.value}");
    let set = Element::new("Set").child(Element::new("Headers").child(header));
    vec![
        step("SC-BackendToken", token_request(grant)),
        step("EV-BackendToken", extract),
        step("AM-BackendToken", assign(set)),
    ]
}

fn token_request(grant: &'static str) -> Element {
    let form =
        |name: &'static str, value: &str| Element::new("FormParam").with("name", name).text(value);
    let mut fields = vec![
        form("grant_type", grant),
        form("client_id", "{private.backend.client}"),
        form("client_secret", "{private.backend.secret}"),
        form("scope", "{private.backend.scope}"),
    ];
    if grant != "client_credentials" {
        fields.push(form("assertion", "{token.value}"));
        fields.push(form("requested_token_use", "on_behalf_of"));
    }
    let set = Element::new("Set")
        .child(Element::new("FormParams").children(fields))
        .leaf("Verb", "POST");
    Element::new("ServiceCallout")
        .child(
            Element::new("Request")
                .with("variable", "tokenRequest")
                .child(set),
        )
        .leaf("Response", "tokenResponse")
        .child(
            Element::new("HTTPTargetConnection")
                .leaf("URL", "https://{private.backend.token.address}"),
        )
}

pub(super) fn named_values(plan: &GatewayPlan) -> Vec<NamedValue> {
    let secret = |name, says| NamedValue::secret("", name, says);
    let setting = |name, says| NamedValue::setting("", name, says);
    let mut out = match plan.back {
        Back::None | Back::Forward => Vec::new(),
        Back::Basic => vec![
            secret("backend.username", "the user name of the back end"),
            secret("backend.password", "the password of the back end"),
        ],
        Back::KeyHeader(_) | Back::KeyQuery(_) => {
            vec![secret("backend.key", "the key of the back end")]
        }
        Back::ManagedIdentity | Back::StoredOAuth | Back::OnBehalfOf => vec![
            setting(
                "backend.token.address",
                "the token URL of the back end's issuer without its `https://`",
            ),
            setting("backend.client", "the application the gateway acts as"),
            secret("backend.secret", "the secret of that application"),
            setting("backend.scope", "the scope of the back end"),
        ],
    };
    if plan.front == Front::Basic && plan.back != Back::Forward {
        out.push(secret("known.username", "the user name callers show"));
        out.push(secret("known.password", "the password callers show"));
    }
    out
}
