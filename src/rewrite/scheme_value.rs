//! The values of schemes that are made anew.

use super::Request;
use super::request::AuthType;
use crate::document::Value;
use crate::spec::{AuthKind, FlowKind, KeyPlace, Version};

/// What makes a new scheme impossible.
pub(super) struct Lacking {
    /// What is not known.
    pub(super) what: &'static str,
    /// The arguments that would say it.
    pub(super) help: &'static str,
}

/// The name a new scheme gets unless the user gives one.
pub(super) fn usual_name(kind: AuthType, request: &Request) -> &'static str {
    match (kind, &request.key) {
        (AuthType::ApiKey, Some((KeyPlace::Query, _))) => "apiKeyQuery",
        (AuthType::ApiKey, Some((KeyPlace::Cookie, _))) => "apiKeyCookie",
        (AuthType::ApiKey, _) => "apiKeyHeader",
        (AuthType::Basic, _) => "basicAuth",
        (AuthType::OAuth2, _) => "oauth2",
        (AuthType::Bearer, _) => "bearerAuth",
        (AuthType::None, _) => "none",
    }
}

/// The kind a new scheme of this type has.
pub(super) fn kind_of_new(kind: AuthType, request: &Request, version: Version) -> Option<AuthKind> {
    Some(match kind {
        AuthType::None => return None,
        AuthType::Basic => AuthKind::Basic,
        AuthType::OAuth2 => AuthKind::OAuth2,
        AuthType::Bearer if version.is_3() => AuthKind::Bearer,
        AuthType::Bearer => AuthKind::ApiKeyHeader,
        AuthType::ApiKey => match request.key {
            Some((KeyPlace::Query, _)) => AuthKind::ApiKeyQuery,
            Some((KeyPlace::Cookie, _)) => AuthKind::ApiKeyCookie,
            _ => AuthKind::ApiKeyHeader,
        },
    })
}

/// The value of a new scheme.
pub(super) fn new_scheme(
    kind: AuthType,
    request: &Request,
    version: Version,
) -> Result<Value, Lacking> {
    match kind {
        AuthType::None => Ok(Value::Null),
        AuthType::Basic => Ok(basic(version)),
        AuthType::Bearer => Ok(bearer(version)),
        AuthType::ApiKey => api_key(request),
        AuthType::OAuth2 => oauth2(request, version),
    }
}

fn basic(version: Version) -> Value {
    if version.is_3() {
        Value::object([("type", Value::from("http")), ("scheme", "basic".into())])
    } else {
        Value::object([("type", Value::from("basic"))])
    }
}

/// Swagger 2.0 has no bearer scheme: it is a key in `Authorization`, prefix and all.
fn bearer(version: Version) -> Value {
    if version.is_3() {
        return Value::object([("type", Value::from("http")), ("scheme", "bearer".into())]);
    }
    Value::object([
        ("type", Value::from("apiKey")),
        ("name", "Authorization".into()),
        ("in", "header".into()),
        (
            "description",
            "Type the word Bearer, a space, and the token".into(),
        ),
    ])
}

fn api_key(request: &Request) -> Result<Value, Lacking> {
    let Some((place, name)) = &request.key else {
        return Err(Lacking {
            what: "the document defines no API key, and nothing says where a new one is sent",
            help: "say `--header NAME` or `--query NAME`",
        });
    };
    Ok(Value::object([
        ("type", Value::from("apiKey")),
        ("name", name.as_str().into()),
        ("in", place.name().into()),
    ]))
}

fn oauth2(request: &Request, version: Version) -> Result<Value, Lacking> {
    let (Some(authorization), Some(token)) = (&request.urls.authorization, &request.urls.token)
    else {
        return Err(Lacking {
            what: "the document defines no OAuth 2 authorization code flow, and nothing says \
                   where a new one signs in",
            help: "say `--authorization-url URL --token-url URL`, or `--provider NAME` for a \
                   known one",
        });
    };
    let scopes = Value::Object(
        request
            .scopes
            .iter()
            .map(|(name, text)| (name.clone(), Value::from(text.as_str())))
            .collect(),
    );
    let urls = [
        ("authorizationUrl", Value::from(authorization.as_str())),
        ("tokenUrl", token.as_str().into()),
    ];
    if !version.is_3() {
        let head = [
            ("type", Value::from("oauth2")),
            ("flow", "accessCode".into()),
        ];
        let members = head.into_iter().chain(urls).chain([("scopes", scopes)]);
        return Ok(Value::object(members));
    }
    let refresh = request.urls.refresh.as_deref();
    let refresh = refresh.map(|url| ("refreshUrl", Value::from(url)));
    let flow = Value::object(urls.into_iter().chain(refresh).chain([("scopes", scopes)]));
    let flows = Value::object([(FlowKind::AuthorizationCode.name(version), flow)]);
    Ok(Value::object([
        ("type", Value::from("oauth2")),
        ("flows", flows),
    ]))
}
