//! `oauth-tenant-mismatch`

use super::entra;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::rules::sign_in;
use crate::spec::{Flow, SecurityScheme, Version};

fn message(tenant: &str, other: &str) -> String {
    format!("the tenant is `{other}` here and `{tenant}` before")
}

declare_rule! {
    /// The URLs of one sign-in name different Microsoft Entra tenants.
    ///
    /// A user signs in at one tenant and the token is asked for at another, which refuses. The usual
    /// cause is a tenant filled in at one place and forgotten at another, also between the document and
    /// its `apiProperties.json`.
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
    ///     authorizationUrl: https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/oauth2/v2.0/authorize
    ///     tokenUrl: https://login.microsoftonline.com/99990000-3333-4444-5555-666677778888/oauth2/v2.0/token
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
    OauthTenantMismatch = "oauth-tenant-mismatch" {
        family: OAuth,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Scheme],
        references: [
            "Microsoft identity platform: endpoints and tenants" => "https://learn.microsoft.com/entra/identity-platform/v2-protocols",
            "Microsoft, connection parameters of a custom connector" => "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        ],
    }
}

impl Rule for OauthTenantMismatch {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_scheme(&self, cx: &mut Context<'_, '_>, scheme: &SecurityScheme<'_>) {
        let urls = scheme.flows().iter().flat_map(Flow::urls);
        let mut named = urls.filter_map(tenant_of_url);
        let Some(first) = named.next() else { return };
        let mut others: Vec<Named<'_>> = named.collect();
        // with one scheme the sign-in settings beside the document are about it
        if cx.spec().schemes().len() == 1 {
            for settings in sign_in::all(cx) {
                others.extend(sign_in::urls(&settings).filter_map(tenant_of_url));
                let tenant = settings.custom("tenantId").filter(|_| settings.is_entra());
                let plain = tenant.filter(|node| entra::is_name(&node.text()));
                others.extend(plain.map(|node| (node, node.text().into_owned())));
            }
        }
        for other in others {
            if !other.1.eq_ignore_ascii_case(&first.1) {
                cx.report(draft(&first, &other));
            }
        }
    }
}

/// A node and the tenant it names.
type Named<'d> = (NodeRef<'d>, String);

fn tenant_of_url(url: NodeRef<'_>) -> Option<Named<'_>> {
    let text = url.as_str()?;
    Some((url, entra::tenant(&text)?.to_owned()))
}

fn draft(first: &Named<'_>, other: &Named<'_>) -> Draft {
    let draft = Draft::value(other.0, message(&first.1, &other.1))
        .label("another tenant")
        .related(Label::value(first.0, "the first one"))
        .help("name the same tenant everywhere");
    // an id and a domain may be one tenant's
    let specific = !entra::is_any_tenant(&first.1) && !entra::is_any_tenant(&other.1);
    if specific && entra::is_id(&first.1) != entra::is_id(&other.1) {
        return draft.severity(Severity::Warning);
    }
    draft
}
