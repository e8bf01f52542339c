//! Microsoft Entra ID, and the APIs behind it.

use super::provider::{Field, GRANT, IN_USE, Platform, Provider, USUAL};
use crate::target::Evidence;

const AUTHORIZATION: &str = "https://login.microsoftonline.com/{tenant_id}/oauth2/v2.0/authorize";
const TOKEN: &str = "https://login.microsoftonline.com/{tenant_id}/oauth2/v2.0/token";

const TENANT: Field = Field::new(
    "tenant_id",
    "the tenant's id or domain, `contoso.onmicrosoft.com`; `common` for every tenant",
)
.or("common");
const OWN_TENANT: Field = Field::new(
    "tenant_id",
    "the tenant's id or domain, `contoso.onmicrosoft.com`",
);

const AAD: Evidence = Evidence {
    page: "microsoft/PowerPlatformConnectors: schemas/paconn-apiProperties.schema.json",
    says: "the identity provider `aad` takes loginUri, tenantId, resourceUri",
    read_on: "2024-10-23",
    backs: &[],
};

const ENTRA: Provider = Provider {
    authorization_url: AUTHORIZATION,
    token_url: TOKEN,
    fields: &[TENANT],
    note: "register an application, add the redirect URL the platform shows, create a client secret",
    docs: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow",
    evidence: &[GRANT, AAD],
    ..USUAL
};

pub(super) const PROVIDERS: &[Provider] = &[
    Provider {
        id: "entra",
        aliases: &["aad", "azure-ad", "microsoft"],
        title: "Microsoft Entra ID",
        fields: &[
            TENANT,
            Field::new("resource", "the API's application id URI, `api://parcels`").url(),
        ],
        scopes: &["{resource}/.default"],
        platform: Platform::Entra {
            resource: "{resource}",
        },
        ..ENTRA
    },
    Provider {
        id: "entra-generic",
        aliases: &["entra-oauth2"],
        title: "Microsoft Entra ID as a generic provider",
        fields: &[OWN_TENANT],
        scopes: &["offline_access"],
        ..ENTRA
    },
    Provider {
        id: "graph",
        aliases: &["microsoft-graph"],
        title: "Microsoft Graph",
        scopes: &["https://graph.microsoft.com/.default"],
        platform: Platform::Entra {
            resource: "https://graph.microsoft.com",
        },
        ..ENTRA
    },
    Provider {
        id: "dataverse",
        aliases: &["dynamics-365", "dynamics"],
        title: "Microsoft Dataverse and Dynamics 365",
        fields: &[
            TENANT,
            Field::new(
                "environment",
                "the host of the environment, `parcels.crm4.dynamics.com`",
            ),
        ],
        scopes: &["https://{environment}/user_impersonation"],
        platform: Platform::Entra {
            resource: "https://{environment}",
        },
        docs: "https://learn.microsoft.com/power-apps/developer/data-platform/authenticate-oauth",
        ..ENTRA
    },
    Provider {
        id: "azure-resource-manager",
        aliases: &["arm"],
        title: "Azure Resource Manager",
        scopes: &["https://management.azure.com/user_impersonation"],
        platform: Platform::Entra {
            resource: "https://management.azure.com",
        },
        ..ENTRA
    },
    Provider {
        id: "key-vault",
        aliases: &["azure-key-vault"],
        title: "Azure Key Vault",
        scopes: &["https://vault.azure.net/user_impersonation"],
        platform: Platform::Entra {
            resource: "https://vault.azure.net",
        },
        ..ENTRA
    },
    Provider {
        id: "entra-b2c",
        aliases: &["azure-ad-b2c", "b2c"],
        title: "Azure AD B2C",
        authorization_url: "https://{name}.b2clogin.com/{name}.onmicrosoft.com/{policy}/oauth2/v2.0/authorize",
        token_url: "https://{name}.b2clogin.com/{name}.onmicrosoft.com/{policy}/oauth2/v2.0/token",
        fields: &[
            Field::new("name", "the directory's name, `parcels`"),
            Field::new("policy", "the user flow, `B2C_1_signin`"),
        ],
        scopes: &["offline_access", "openid"],
        docs: "https://learn.microsoft.com/azure/active-directory-b2c/authorization-code-flow",
        evidence: &[IN_USE],
        ..ENTRA
    },
];
