//! Services that developers work with.

use super::provider::{Field, IN_USE, Platform, Provider, USUAL};

pub(super) const PROVIDERS: &[Provider] = &[
    Provider {
        id: "google",
        aliases: &["google-cloud", "gcp", "bigquery"],
        title: "Google",
        authorization_url: "https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent",
        token_url: "https://oauth2.googleapis.com/token",
        scopes: &["openid"],
        note: "a refresh token is given only for offline access with consent, which the URL asks for",
        docs: "https://developers.google.com/identity/protocols/oauth2/web-server",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "github",
        aliases: &[],
        title: "GitHub",
        authorization_url: "https://github.com/login/oauth/authorize",
        token_url: "https://github.com/login/oauth/access_token",
        scopes: &["read:user"],
        note: "create an OAuth app; its tokens do not expire",
        docs: "https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps",
        ..USUAL
    },
    Provider {
        id: "gitlab",
        aliases: &[],
        title: "GitLab",
        authorization_url: "https://{domain}/oauth/authorize",
        token_url: "https://{domain}/oauth/token",
        scopes: &["read_user"],
        fields: &[Field::new("domain", "the server's host").or("gitlab.com")],
        note: "create a confidential application",
        ..USUAL
    },
    Provider {
        id: "atlassian",
        aliases: &["jira", "confluence"],
        title: "Atlassian: Jira and Confluence",
        authorization_url: "https://auth.atlassian.com/authorize?audience=api.atlassian.com&prompt=consent",
        token_url: "https://auth.atlassian.com/oauth/token",
        scopes: &["offline_access", "read:me"],
        note: "the API's base is `https://api.atlassian.com/ex/jira/CLOUD_ID`; with an API token \
               use basic: mail address and token",
        docs: "https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/",
        ..USUAL
    },
    Provider {
        id: "bitbucket",
        aliases: &[],
        title: "Bitbucket",
        authorization_url: "https://bitbucket.org/site/oauth2/authorize",
        token_url: "https://bitbucket.org/site/oauth2/access_token",
        scopes: &["account"],
        note: "create an OAuth consumer with a callback URL",
        ..USUAL
    },
    Provider {
        id: "slack",
        aliases: &[],
        title: "Slack",
        authorization_url: "https://slack.com/oauth/v2/authorize",
        token_url: "https://slack.com/api/oauth.v2.access",
        scope_delimiter: ",",
        platform: Platform::Templates(&[("scopeListDelimiter", ",")]),
        note: "these are scopes of a bot; scopes of the user go in `user_scope`",
        docs: "https://docs.slack.dev/authentication/installing-with-oauth",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "mulesoft",
        aliases: &["anypoint"],
        title: "MuleSoft Anypoint Platform",
        authorization_url: "https://{domain}/accounts/api/v2/oauth2/authorize",
        token_url: "https://{domain}/accounts/api/v2/oauth2/token",
        scopes: &["offline_access", "full"],
        fields: &[Field::new("domain", "the control plane's host").or("anypoint.mulesoft.com")],
        note: "create a connected app that acts on a user's behalf",
        docs: "https://docs.mulesoft.com/access-management/connected-apps-developers",
        evidence: &[IN_USE],
        ..USUAL
    },
    Provider {
        id: "discord",
        aliases: &[],
        title: "Discord",
        authorization_url: "https://discord.com/api/oauth2/authorize",
        token_url: "https://discord.com/api/oauth2/token",
        scopes: &["identify"],
        note: "create an application and add the redirect URL",
        ..USUAL
    },
];
