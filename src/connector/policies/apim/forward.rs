//! The credential of the back end.

use crate::connector::policies::{Back, Element, GatewayPlan, NamedValue};

/// The elements that set it.
pub(super) fn forward(plan: &GatewayPlan) -> Vec<Element> {
    let prefix = plan.prefix();
    let value = |name: &str| format!("{{{{{prefix}{name}}}}}");
    match &plan.back {
        Back::None | Back::Forward => Vec::new(),
        Back::Basic => vec![
            Element::new("authentication-basic")
                .with("username", value("backend-username"))
                .with("password", value("backend-password")),
        ],
        Back::KeyHeader(name) => vec![override_header(name, value("backend-key"))],
        Back::KeyQuery(name) => vec![
            Element::new("set-query-parameter")
                .with("name", name)
                .with("exists-action", "override")
                .leaf("value", value("backend-key")),
        ],
        Back::ManagedIdentity => vec![
            Element::new("authentication-managed-identity")
                .with("resource", value("backend-resource"))
                .with("ignore-error", "false"),
        ],
        Back::StoredOAuth => stored(&prefix),
        Back::OnBehalfOf => on_behalf_of(&prefix),
    }
}

fn override_header(name: &str, value: impl Into<String>) -> Element {
    Element::new("set-header")
        .with("name", name)
        .with("exists-action", "override")
        .leaf("value", value)
}

/// `get-authorization-context`: the gateway's credential store gets and renews the token.
fn stored(prefix: &str) -> Vec<Element> {
    let context = Element::new("get-authorization-context")
        .with(
            "provider-id",
            format!("{{{{{prefix}credential-provider}}}}"),
        )
        .with(
            "authorization-id",
            format!("{{{{{prefix}credential-connection}}}}"),
        )
        .with("context-variable-name", "auth")
        .with("identity-type", "managed")
        .with("ignore-error", "false");
    let token = "((Authorization)context.Variables.GetValueOrDefault(\"auth\"))?.AccessToken";
    let bearer = format!("@(\"Bearer \" + {token})");
    vec![context, override_header("Authorization", bearer)]
}

/// `send-request` to the token URL of Microsoft Entra ID, then the answer's token.
fn on_behalf_of(prefix: &str) -> Vec<Element> {
    let form = override_header("Content-Type", "application/x-www-form-urlencoded");
    let url =
        format!("https://login.microsoftonline.com/{{{{{prefix}tenant-id}}}}/oauth2/v2.0/token");
    let exchange = Element::new("send-request")
        .with("mode", "new")
        .with("response-variable-name", "exchange")
        .with("timeout", "10")
        .with("ignore-error", "false")
        .leaf("set-url", url)
        .leaf("set-method", "POST")
        .child(form)
        .leaf("set-body", exchange_body(prefix));
    let answer =
        "((IResponse)context.Variables[\"exchange\"]).Body.As<JObject>()[\"access_token\"]";
    vec![
        exchange,
        override_header("Authorization", format!("@(\"Bearer \" + {answer})")),
    ]
}

/// The body of an exchange: RFC 7523 with `requested_token_use=on_behalf_of`.
fn exchange_body(prefix: &str) -> String {
    let field = |name: &str| format!("System.Net.WebUtility.UrlEncode(\"{{{{{prefix}{name}}}}}\")");
    let header = "context.Request.Headers.GetValueOrDefault(\"Authorization\",\"\")";
    [
        "@(\"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer\"".to_owned(),
        " + \"&requested_token_use=on_behalf_of\"".to_owned(),
        format!(" + \"&client_id=\" + {}", field("gateway-client-id")),
        format!(
            " + \"&client_secret=\" + {}",
            field("gateway-client-secret")
        ),
        format!(" + \"&scope=\" + {}", field("backend-scope")),
        format!(" + \"&assertion=\" + {header}.Split(' ').Last())"),
    ]
    .concat()
}

pub(super) fn named_values(plan: &GatewayPlan) -> Vec<NamedValue> {
    let prefix = plan.prefix();
    let secret = |name, says| NamedValue::secret(&prefix, name, says);
    let setting = |name, says| NamedValue::setting(&prefix, name, says);
    match plan.back {
        Back::None | Back::Forward => Vec::new(),
        Back::Basic => vec![
            secret("backend-username", "the user name of the back end"),
            secret("backend-password", "the password of the back end"),
        ],
        Back::KeyHeader(_) | Back::KeyQuery(_) => {
            vec![secret("backend-key", "the key of the back end")]
        }
        Back::ManagedIdentity => vec![setting(
            "backend-resource",
            "the application id URI of the back end",
        )],
        Back::StoredOAuth => vec![
            setting("credential-provider", "the credential provider's id"),
            setting("credential-connection", "the id of its connection"),
        ],
        Back::OnBehalfOf => vec![
            setting("tenant-id", "the tenant that issues tokens"),
            setting("gateway-client-id", "the application the gateway acts as"),
            secret("gateway-client-secret", "the secret of that application"),
            setting("backend-scope", "the scope of the back end"),
        ],
    }
}
