//! Identity services that companies run or rent.

use super::provider::{Field, IN_USE, Provider, USUAL};

pub(super) const PROVIDERS: &[Provider] = &[
    Provider {
        id: "okta",
        aliases: &[],
        title: "Okta",
        authorization_url: "https://{domain}/oauth2/{server}/v1/authorize",
        token_url: "https://{domain}/oauth2/{server}/v1/token",
        scopes: &["offline_access", "openid"],
        fields: &[
            Field::new("domain", "the organization's host, `parcels.okta.com`"),
            Field::new("server", "the id of the custom authorization server").or("default"),
        ],
        note: "create a web application with the authorization code and refresh token grants",
        docs: "https://developer.okta.com/docs/reference/api/oidc/",
        ..USUAL
    },
    Provider {
        id: "auth0",
        aliases: &[],
        title: "Auth0",
        authorization_url: "https://{domain}/authorize?audience={audience}",
        token_url: "https://{domain}/oauth/token",
        scopes: &["offline_access", "openid"],
        fields: &[
            Field::new("domain", "the tenant's host, `parcels.eu.auth0.com`"),
            Field::new(
                "audience",
                "the API's identifier, `https://api.parcels.example`",
            )
            .url(),
        ],
        note: "without an audience the token is opaque; allow offline access on the API",
        docs: "https://auth0.com/docs/get-started/authentication-and-authorization-flow/authorization-code-flow/call-your-api-using-the-authorization-code-flow",
        ..USUAL
    },
    Provider {
        id: "keycloak",
        aliases: &["red-hat-sso"],
        title: "Keycloak",
        authorization_url: "https://{domain}/realms/{realm}/protocol/openid-connect/auth",
        token_url: "https://{domain}/realms/{realm}/protocol/openid-connect/token",
        scopes: &["openid"],
        fields: &[
            Field::new("domain", "the server's host, `sso.parcels.example`"),
            Field::new("realm", "the realm, `parcels`"),
        ],
        note: "create a confidential client with the standard flow",
        ..USUAL
    },
    Provider {
        id: "cognito",
        aliases: &["aws-cognito", "amazon-cognito"],
        title: "Amazon Cognito",
        authorization_url: "https://{domain}/oauth2/authorize",
        token_url: "https://{domain}/oauth2/token",
        scopes: &["openid"],
        fields: &[Field::new(
            "domain",
            "the user pool's host, `parcels.auth.eu-west-1.amazoncognito.com`",
        )],
        note: "create an app client with a secret and the authorization code grant",
        ..USUAL
    },
    Provider {
        id: "onelogin",
        aliases: &[],
        title: "OneLogin",
        authorization_url: "https://{name}.onelogin.com/oidc/2/auth",
        token_url: "https://{name}.onelogin.com/oidc/2/token",
        scopes: &["openid"],
        fields: &[Field::new("name", "the account's name, `parcels`")],
        note: "create an OpenID Connect application with a refresh token",
        docs: "https://developers.onelogin.com/openid-connect/api/authorization-code",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "pingone",
        aliases: &["ping"],
        title: "PingOne",
        authorization_url: "https://auth.pingone.{region}/{environment}/as/authorize",
        token_url: "https://auth.pingone.{region}/{environment}/as/token",
        scopes: &["openid"],
        fields: &[
            Field::new("region", "the end of the host: `com`, `eu`, `ca`, `asia`").or("com"),
            Field::new("environment", "the environment's id"),
        ],
        note: "create a web application with the authorization code grant",
        docs: "https://apidocs.pingidentity.com/pingone/platform/v1/api/",
        evidence: &[IN_USE],
        ..USUAL
    },
];
