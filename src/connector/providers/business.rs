//! Business applications.

use super::provider::{Field, IN_USE, Platform, Provider, USUAL};

pub(super) const PROVIDERS: &[Provider] = &[
    Provider {
        id: "salesforce",
        aliases: &[],
        title: "Salesforce",
        authorization_url: "https://{domain}/services/oauth2/authorize",
        token_url: "https://{domain}/services/oauth2/token",
        scopes: &["refresh_token", "api"],
        fields: &[Field::new(
            "domain",
            "`login.salesforce.com`, `test.salesforce.com` or your own domain",
        )
        .or("login.salesforce.com")],
        note: "create a connected app; without a user it takes the JWT bearer flow, which a \
               connection cannot do",
        docs: "https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm",
        ..USUAL
    },
    Provider {
        id: "servicenow",
        aliases: &["service-now"],
        title: "ServiceNow",
        authorization_url: "https://{instance}.service-now.com/oauth_auth.do",
        token_url: "https://{instance}.service-now.com/oauth_token.do",
        scopes: &["useraccount"],
        fields: &[Field::new("instance", "the instance's name, `parcels`")],
        note: "create an OAuth API endpoint for external clients",
        docs: "https://www.servicenow.com/docs/bundle/xanadu-platform-security/page/administer/security/concept/c_OAuthAuthorizationCodeFlow.html",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "hubspot",
        aliases: &[],
        title: "HubSpot",
        authorization_url: "https://app.hubspot.com/oauth/authorize",
        token_url: "https://api.hubapi.com/oauth/v1/token",
        scopes: &["oauth"],
        note: "create a public app; every scope of the app must be asked for",
        docs: "https://developers.hubspot.com/docs/guides/api/app-management/oauth-tokens",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "zendesk",
        aliases: &[],
        title: "Zendesk",
        authorization_url: "https://{name}.zendesk.com/oauth/authorizations/new",
        token_url: "https://{name}.zendesk.com/oauth/tokens",
        scopes: &["read"],
        fields: &[Field::new("name", "the account's subdomain, `parcels`")],
        note: "create an OAuth client",
        ..USUAL
    },
    Provider {
        id: "shopify",
        aliases: &[],
        title: "Shopify",
        authorization_url: "https://{shop}.myshopify.com/admin/oauth/authorize",
        token_url: "https://{shop}.myshopify.com/admin/oauth/access_token",
        scope_delimiter: ",",
        fields: &[Field::new("shop", "the shop's name, `parcels`")],
        platform: Platform::Templates(&[("scopeListDelimiter", ",")]),
        note: "create an app; its offline tokens do not expire",
        docs: "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant",
        ..USUAL
    },
    Provider {
        id: "xero",
        aliases: &[],
        title: "Xero",
        authorization_url: "https://login.xero.com/identity/connect/authorize",
        token_url: "https://identity.xero.com/connect/token",
        scopes: &["offline_access", "openid"],
        note: "calls also need the header `Xero-Tenant-Id`",
        docs: "https://developer.xero.com/documentation/guides/oauth2/auth-flow/",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "quickbooks",
        aliases: &["intuit"],
        title: "Intuit QuickBooks",
        authorization_url: "https://appcenter.intuit.com/connect/oauth2",
        token_url: "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
        scopes: &["com.intuit.quickbooks.accounting"],
        note: "calls need the company's id in their path",
        ..USUAL
    },
    Provider {
        id: "asana",
        aliases: &[],
        title: "Asana",
        authorization_url: "https://app.asana.com/-/oauth_authorize",
        token_url: "https://app.asana.com/-/oauth_token",
        scopes: &["default"],
        note: "create an app and add the redirect URL",
        ..USUAL
    },
    Provider {
        id: "linkedin",
        aliases: &[],
        title: "LinkedIn",
        authorization_url: "https://www.linkedin.com/oauth/v2/authorization",
        token_url: "https://www.linkedin.com/oauth/v2/accessToken",
        scopes: &["openid", "profile"],
        note: "refresh tokens are given to approved partners only; others sign in again after 60 days",
        docs: "https://learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow",
        ..USUAL
    },
    Provider {
        id: "zoom",
        aliases: &[],
        title: "Zoom",
        authorization_url: "https://zoom.us/oauth/authorize",
        token_url: "https://zoom.us/oauth/token",
        scopes: &[],
        note: "scopes are set on the app, not in the request",
        docs: "https://developers.zoom.us/docs/integrations/oauth/",
        ..USUAL
    },
];
