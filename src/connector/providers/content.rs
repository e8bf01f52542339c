//! Services that keep or sign documents.

use super::provider::{Field, IN_USE, Platform, Provider, USUAL};

pub(super) const PROVIDERS: &[Provider] = &[
    Provider {
        id: "dropbox",
        aliases: &[],
        title: "Dropbox",
        authorization_url: "https://www.dropbox.com/oauth2/authorize?token_access_type=offline",
        token_url: "https://api.dropboxapi.com/oauth2/token",
        scopes: &["account_info.read"],
        note: "a refresh token is given only for offline access, which the URL asks for",
        docs: "https://developers.dropbox.com/oauth-guide",
        ..USUAL
    },
    Provider {
        id: "box",
        aliases: &[],
        title: "Box",
        authorization_url: "https://account.box.com/api/oauth2/authorize",
        token_url: "https://api.box.com/oauth2/token",
        scopes: &["root_readonly"],
        note: "create a custom app with user authentication",
        docs: "https://developer.box.com/guides/authentication/oauth2/without-sdk/",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "docusign",
        aliases: &[],
        title: "Docusign",
        authorization_url: "https://{domain}/oauth/auth",
        token_url: "https://{domain}/oauth/token",
        scopes: &["signature", "extended"],
        fields: &[Field::new(
            "domain",
            "`account.docusign.com`, or `account-d.docusign.com` for tests",
        )
        .or("account.docusign.com")],
        note: "`extended` keeps refresh tokens alive",
        docs: "https://developers.docusign.com/platform/auth/authcode/",
        ..USUAL
    },
    Provider {
        id: "docusign-platform",
        aliases: &[],
        title: "Docusign as the platform knows it",
        authorization_url: "https://{domain}/oauth/auth",
        token_url: "https://{domain}/oauth/token",
        scopes: &["all"],
        fields: &[Field::new("domain", "the sign-in host").or("account.docusign.com")],
        platform: Platform::Named {
            name: "DocuSign",
            custom: &[("LoginUri", "https://{domain}")],
        },
        note: "the platform's own provider; two published connectors use it",
        evidence: &[crate::target::Evidence {
            page: "microsoft/PowerPlatformConnectors: certified-connectors/DocuSign/apiProperties.json",
            says: "identityProvider `DocuSign` with the custom parameter `LoginUri`",
            read_on: "2024-10-23",
            backs: &[],
        }],
        ..USUAL
    },
];
