//! API plugins of declarative agents in Microsoft 365 Copilot.

use crate::target::{AuthKind, Constraints, Evidence, FlowKind, Profile, Required, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "m365-copilot-plugin",
    aliases: &["m365-copilot", "declarative-agent"],
    title: "Microsoft 365 Copilot API plugin",
    summary: "takes one authentication per runtime: none, a key, or OAuth 2.0 by authorization code",
    constraints: Constraints {
        versions: Some(&[Version::OpenApi30]),
        kinds: Some(&[
            AuthKind::ApiKeyHeader,
            AuthKind::ApiKeyQuery,
            AuthKind::Bearer,
            AuthKind::OAuth2,
        ]),
        flows: Some(&[FlowKind::AuthorizationCode]),
        combines: false,
        alternates: false,
        required: &[Required::OperationId, Required::OperationDescription],
        ..Constraints::NONE
    },
    evidence: &[
        Evidence {
            page: "https://learn.microsoft.com/microsoft-365-copilot/extensibility/api-plugin-authentication",
            says: "a runtime has one of None, ApiKeyPluginVault (bearer; newer: header or query) \
                   and OAuthPluginVault (authorization code, PKCE if wanted); the redirect URL is \
                   fixed, and the token URL must not answer 307",
            read_on: "2026-11-22",
            backs: &[
                Topic::Kinds,
                Topic::Flows,
                Topic::Combines,
                Topic::Alternates,
            ],
        },
        Evidence {
            page: "https://learn.microsoft.com/microsoft-365-copilot/extensibility/openapi-document-guidance",
            says: "the document is OpenAPI 3.0; operations need an id and a description",
            read_on: "2026-11-22",
            backs: &[Topic::Versions, Topic::Required],
        },
    ],
};
