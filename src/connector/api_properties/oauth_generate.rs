//! The `oauthSetting` parameter and its companions, in the shapes that published connectors have.

use super::{Entra, IdentityProvider, RedirectMode, SignIn, Templates, Urls};
use crate::document::Value;

/// Stands where the application's id belongs until it is known.
pub const CLIENT_ID_PLACEHOLDER: &str = "{{CLIENT_ID}}";

/// The redirect URL that all connectors share.
pub const GLOBAL_REDIRECT_URL: &str = "https://global.consent.azure-apim.net/redirect";

/// `token`: the sign-in itself.
pub(super) fn token_parameter(sign_in: &SignIn) -> Value {
    Value::object([
        ("type", Value::from("oauthSetting")),
        ("oAuthSettings", settings(sign_in)),
    ])
}

/// `oAuthSettings`. A redirect URL is written for the shared kind only: with one URL per connector
/// the platform assigns it when the connector is created.
pub fn settings(sign_in: &SignIn) -> Value {
    let client = sign_in
        .client_id
        .as_deref()
        .unwrap_or(CLIENT_ID_PLACEHOLDER);
    let scopes = sign_in
        .scopes
        .iter()
        .map(|scope| Value::from(scope.as_str()));
    let mut members = vec![
        ("identityProvider", Value::from(sign_in.provider.name())),
        ("clientId", Value::from(client)),
        ("scopes", Value::array(scopes)),
        ("redirectMode", Value::from(sign_in.redirect.name())),
    ];
    if sign_in.redirect == RedirectMode::Global {
        members.push(("redirectUrl", Value::from(GLOBAL_REDIRECT_URL)));
    }
    members.push(("properties", properties(&sign_in.provider)));
    members.push(("customParameters", custom_parameters(&sign_in.provider)));
    Value::object(members)
}

impl IdentityProvider {
    /// `identityProvider`
    pub fn name(&self) -> &str {
        match self {
            Self::Generic(_) => "oauth2",
            Self::Templates(_) => "oauth2generic",
            Self::Entra(_) => "aad",
            Self::Named { name, .. } => name,
        }
    }

    /// Names and values of `customParameters`, in order.
    pub fn custom(&self) -> Vec<(String, String)> {
        match self {
            Self::Generic(urls) => three(urls, ""),
            Self::Templates(Templates { urls, more }) => {
                let mut out = three(urls, "Template");
                out.extend(more.iter().cloned());
                out
            }
            Self::Entra(entra) => entra_custom(entra),
            Self::Named { custom, .. } => custom.clone(),
        }
    }
}

fn three(urls: &Urls, suffix: &str) -> Vec<(String, String)> {
    vec![
        (
            format!("authorizationUrl{suffix}"),
            urls.authorization.clone(),
        ),
        (format!("tokenUrl{suffix}"), urls.token.clone()),
        (
            format!("refreshUrl{suffix}"),
            urls.refresh_or_token().to_owned(),
        ),
    ]
}

fn entra_custom(entra: &Entra) -> Vec<(String, String)> {
    let mut out = vec![
        ("loginUri".to_owned(), entra.login_uri.clone()),
        ("tenantId".to_owned(), entra.tenant_id.clone()),
        ("resourceUri".to_owned(), entra.resource.clone()),
    ];
    if entra.on_behalf_of {
        out.push(("enableOnbehalfOfLogin".into(), "true".into()));
    }
    out
}

fn custom_parameters(provider: &IdentityProvider) -> Value {
    let members = provider.custom().into_iter();
    Value::object(
        members.map(|(name, value)| (name, Value::object([("value", Value::from(value))]))),
    )
}

/// `IsFirstParty` is a text in every published file.
fn properties(provider: &IdentityProvider) -> Value {
    let mut members = vec![("IsFirstParty", Value::from("False"))];
    match provider {
        IdentityProvider::Entra(entra) => {
            members.push((
                "AzureActiveDirectoryResourceId",
                Value::from(entra.resource.as_str()),
            ));
            if entra.on_behalf_of {
                members.push(("IsOnbehalfofLoginSupported", Value::from(true)));
            }
        }
        IdentityProvider::Generic(_) | IdentityProvider::Templates(_) => {
            members.push(("IsOnbehalfofLoginSupported", Value::from(false)));
        }
        IdentityProvider::Named { .. } => {}
    }
    Value::object(members)
}

/// `token:TenantId`: filled by the platform with the tenant that signed in.
pub(super) fn tenant_parameter() -> Value {
    let constraints = [("required", "false"), ("hidden", "true")];
    Value::object([
        ("type", Value::from("string")),
        (
            "metadata",
            Value::object([("sourceType", Value::from("AzureActiveDirectoryTenant"))]),
        ),
        (
            "uiDefinition",
            Value::object([("constraints", texts(&constraints))]),
        ),
    ])
}

/// The parameters by which an application signs in with its own id and secret.
pub(super) fn service_principal(sign_in: &SignIn) -> Vec<(String, Value)> {
    let ask = |kind: &str, label: &str, hint: &str| {
        Value::object([
            ("type", Value::from(kind)),
            (
                "uiDefinition",
                Value::object([
                    ("displayName", Value::from(label)),
                    ("description", Value::from(hint)),
                    ("tooltip", Value::from(hint)),
                    ("constraints", texts(&[("required", "true")])),
                ]),
            ),
        ])
    };
    vec![
        ("token".into(), token_parameter(sign_in)),
        (
            "token:TenantId".into(),
            ask("string", "Tenant", "The tenant of the application"),
        ),
        (
            "token:clientId".into(),
            ask("string", "Client ID", "The id of the application"),
        ),
        (
            "token:clientSecret".into(),
            ask(
                "securestring",
                "Client secret",
                "The secret of the application",
            ),
        ),
        ("token:grantType".into(), client_credentials()),
    ]
}

/// `token:grantType`, fixed to client credentials and hidden.
fn client_credentials() -> Value {
    let grant = "client_credentials";
    let choice = [("text", "Client credentials"), ("value", grant)];
    Value::object([
        ("type", Value::from("string")),
        ("allowedValues", Value::array([texts(&[("value", grant)])])),
        (
            "uiDefinition",
            Value::object([
                ("displayName", Value::from("Grant type")),
                ("description", Value::from("How the application signs in")),
                (
                    "constraints",
                    Value::object([
                        ("required", Value::from("true")),
                        ("hidden", Value::from("true")),
                        ("allowedValues", Value::array([texts(&choice)])),
                    ]),
                ),
            ]),
        ),
    ])
}

fn texts(members: &[(&str, &str)]) -> Value {
    Value::object(members.iter().map(|(key, text)| (*key, Value::from(*text))))
}
