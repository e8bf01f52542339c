//! Sign-in addresses of Microsoft Entra ID.

use crate::rules::hosts::host_of_url;

/// Hosts that sign in for Entra ID: worldwide, its former name, and the national clouds.
const HOSTS: [&str; 8] = [
    "login.microsoftonline.com",
    "login.windows.net",
    "login.microsoft.com",
    "login.microsoftonline.us",
    "login-us.microsoftonline.com",
    "login.partner.microsoftonline.cn",
    "login.chinacloudapi.cn",
    "login.microsoftonline.de",
];

/// Tenant names that mean any tenant.
const ANY: [&str; 3] = ["common", "organizations", "consumers"];

/// True for a tenant name that lets accounts of any tenant in.
pub(crate) fn is_any_tenant(tenant: &str) -> bool {
    ANY.iter().any(|any| tenant.eq_ignore_ascii_case(any))
}

/// The tenant an Entra sign-in URL names, its first path segment; `None` for any other URL and for
/// a tenant that is still a placeholder.
pub(crate) fn tenant(url: &str) -> Option<&str> {
    if !HOSTS.contains(&host_of_url(url).as_str()) {
        return None;
    }
    let (_, rest) = url.split_once("://")?;
    let path = rest.split(['?', '#']).next()?;
    let tenant = path.split('/').nth(1)?;
    is_name(tenant).then_some(tenant)
}

/// True for what can be a tenant's id or domain; a placeholder is neither.
pub(super) fn is_name(tenant: &str) -> bool {
    !tenant.is_empty()
        && tenant
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.')
        && !tenant.to_ascii_lowercase().contains("your")
}

/// True for a tenant written as its id.
pub(super) fn is_id(tenant: &str) -> bool {
    tenant.len() == 36 && tenant.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
}

/// The token URL beside an authorization URL of Entra ID.
pub(super) fn token_url(authorization: &str) -> Option<String> {
    tenant(authorization)?;
    let base = authorization.split(['?', '#']).next()?;
    let base = base.strip_suffix("/authorize")?;
    (base.ends_with("/oauth2") || base.ends_with("/oauth2/v2.0")).then(|| format!("{base}/token"))
}

#[cfg(test)]
mod tests {
    use super::{tenant, token_url};

    #[test]
    fn the_tenant_is_the_first_segment_of_an_entra_url() {
        let own = "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize";
        assert_eq!(tenant(own), Some("contoso.onmicrosoft.com"));
        assert_eq!(
            tenant("https://LOGIN.windows.net/Common/oauth2/token"),
            Some("Common")
        );
        assert_eq!(
            tenant("https://login.chinacloudapi.cn/common?x"),
            Some("common")
        );
        for none in [
            "https://id.example-post.net/common/authorize",
            "https://login.microsoftonline.com/{tenant}/oauth2/token",
            "https://login.microsoftonline.com/",
            "https://login.microsoftonline.com.example.net/common/",
            "login.microsoftonline.com/common",
        ] {
            assert_eq!(tenant(none), None, "{none}");
        }
    }

    #[test]
    fn the_token_url_stands_beside_the_authorization_url() {
        let base = "https://login.microsoftonline.us/common/oauth2";
        assert_eq!(
            token_url(&format!("{base}/authorize?x=1")),
            Some(format!("{base}/token"))
        );
        assert_eq!(token_url(&format!("{base}/other")), None);
        assert_eq!(
            token_url("https://id.example-post.net/oauth2/authorize"),
            None
        );
    }
}
