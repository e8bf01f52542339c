//! `oauth-entra-multi-tenant`

use super::entra;
use crate::declare_rule;
use crate::document::{NodeRef, key};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::{Flow, SecurityScheme, Version};

fn message(tenant: &str) -> String {
    format!("accounts of any tenant can sign in: the tenant is `{tenant}`")
}

declare_rule! {
    /// Accounts of any Microsoft Entra tenant can sign in.
    ///
    /// `common`, `organizations` and `consumers` let every Microsoft account through the sign-in;
    /// whether it is one of yours is then up to the API. An API for one organisation names its own
    /// tenant. A product for many tenants needs this: suppress the finding then.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/common/oauth2/v2.0/authorize
    ///     tokenUrl: https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/oauth2/v2.0/token
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   signIn:
    ///     type: oauth2
    ///     flow: accessCode
    ///     authorizationUrl: https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/oauth2/v2.0/authorize
    ///     tokenUrl: https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/oauth2/v2.0/token
    ///     scopes: {parcels.read: Read parcels}
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    OauthEntraMultiTenant = "oauth-entra-multi-tenant" {
        family: OAuth,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "Microsoft identity platform: endpoints and tenants" => "https://learn.microsoft.com/entra/identity-platform/v2-protocols",
            "Microsoft Entra authentication and national clouds" => "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
            "RFC 9700 section 4.4: mix-up attacks" => "https://www.rfc-editor.org/rfc/rfc9700.html#section-4.4",
        ],
    }
}

impl Rule for OauthEntraMultiTenant {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let spec = cx.spec();
        let flows = spec.schemes().iter().flat_map(SecurityScheme::flows);
        let discovery = spec
            .schemes()
            .iter()
            .filter_map(|s| s.node.member(key::OPEN_ID_CONNECT_URL));
        let urls: Vec<_> = flows.flat_map(Flow::urls).chain(discovery).collect();
        let mut found = false;
        for url in urls {
            found |= check_url(cx, url);
        }
        if found {
            return;
        }
        // what the connection settles beside a document that does not say it
        for settings in sign_in::all(cx) {
            for url in sign_in::urls(&settings) {
                check_url(cx, url);
            }
            let tenant = settings.custom("tenantId").filter(|_| settings.is_entra());
            if let Some(tenant) = tenant.filter(|tenant| entra::is_any_tenant(&tenant.text())) {
                let draft = draft(tenant, &tenant.text());
                cx.report(draft);
            }
        }
    }
}

fn check_url(cx: &mut Context<'_, '_>, url: NodeRef<'_>) -> bool {
    let text = url.text();
    let Some(tenant) = entra::tenant(&text).filter(|tenant| entra::is_any_tenant(tenant)) else {
        return false;
    };
    cx.report(draft(url, tenant));
    true
}

fn draft(place: NodeRef<'_>, tenant: &str) -> Draft {
    Draft::value(place, message(tenant))
        .label("any tenant")
        .help("put the id or the domain of your tenant in its place")
}
