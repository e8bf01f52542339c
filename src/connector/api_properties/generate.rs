//! Connection parameters in the shapes that published connectors have.

use super::oauth_generate::{service_principal, tenant_parameter, token_parameter};
use super::{Auth, IdentityProvider};
use crate::document::Value;

/// The member of `connectionParameters` for each thing a connection asks for, in order.
pub fn parameters(auth: &Auth) -> Vec<(String, Value)> {
    match auth {
        Auth::None => Vec::new(),
        Auth::ApiKey(label) => vec![("api_key".into(), api_key(label))],
        Auth::Basic => vec![
            ("username".into(), user_name()),
            ("password".into(), password()),
        ],
        Auth::OAuth2(sign_in) => {
            let mut out = vec![("token".to_owned(), token_parameter(sign_in))];
            if matches!(sign_in.provider, IdentityProvider::Entra(_)) {
                out.push(("token:TenantId".into(), tenant_parameter()));
            }
            out
        }
        Auth::ServicePrincipal(sign_in) => service_principal(sign_in),
    }
}

/// `connectionParameters`.
pub fn connection_parameters(auth: &Auth) -> Value {
    Value::object(parameters(auth))
}

/// One way to sign in among several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Its name in the file.
    pub name: String,
    /// What the user sees in the list.
    pub title: String,
    /// What it asks for.
    pub auth: Auth,
}

/// `connectionParameterSets`: the user picks one of several ways to sign in. The wizard cannot make
/// them; upload by command line.
pub fn parameter_sets(choices: &[Choice]) -> Value {
    let values = choices.iter().map(|choice| {
        Value::object([
            ("name", Value::from(choice.name.as_str())),
            ("uiDefinition", titled(&choice.title, &choice.title)),
            ("parameters", Value::object(set_parameters(&choice.auth))),
        ])
    });
    Value::object([
        (
            "uiDefinition",
            titled("Authentication type", "How this connection signs in"),
        ),
        ("values", Value::array(values)),
    ])
}

/// In a set, a text's description must stand in `uiDefinition.schema` too.
fn set_parameters(auth: &Auth) -> Vec<(String, Value)> {
    let mut parameters = parameters(auth);
    for (_, parameter) in &mut parameters {
        let kind = parameter.get("type").and_then(Value::as_str);
        let kind = kind.filter(|kind| matches!(*kind, "string" | "securestring"));
        if let Some(kind) = kind.map(str::to_owned) {
            describe_in_schema(parameter, &kind);
        }
    }
    parameters
}

fn describe_in_schema(parameter: &mut Value, kind: &str) {
    let Value::Object(members) = parameter else {
        return;
    };
    for (key, value) in members {
        let Some(description) = value.get("description").cloned() else {
            continue;
        };
        if let Value::Object(ui) = value
            && key == "uiDefinition"
        {
            let schema = [("type", Value::from(kind)), ("description", description)];
            ui.push(("schema".into(), Value::object(schema)));
        }
    }
}

pub(super) fn titled(title: &str, description: &str) -> Value {
    Value::object([
        ("displayName", Value::from(title)),
        ("description", Value::from(description)),
    ])
}

fn api_key(label: &str) -> Value {
    let described = format!("The {label} for this API");
    secure_text(
        [label, &described, &format!("Provide your {label}")],
        2,
        false,
    )
}

fn user_name() -> Value {
    let texts = [
        "User name",
        "The user name for this API",
        "Provide the user name",
    ];
    secure_text(texts, 2, true)
}

fn password() -> Value {
    let texts = [
        "Password",
        "The password for this API",
        "Provide the password",
    ];
    secure_text(texts, 3, false)
}

/// A `securestring` with its label, description and hint, its place in the form, and whether its
/// characters are shown.
fn secure_text(texts: [&str; 3], tab: u32, shown: bool) -> Value {
    let [label, description, hint] = texts;
    Value::object([
        ("type", Value::from("securestring")),
        (
            "uiDefinition",
            Value::object([
                ("displayName", Value::from(label)),
                ("description", Value::from(description)),
                ("tooltip", Value::from(hint)),
                (
                    "constraints",
                    Value::object([
                        ("tabIndex", Value::Number(tab.to_string())),
                        ("clearText", Value::from(shown)),
                        ("required", Value::from("true")),
                    ]),
                ),
            ]),
        ),
    ])
}
