//! OpenAPI tools of agents in Azure AI Foundry.

use crate::target::{AuthKind, Constraints, Evidence, Profile, Required, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "azure-ai-foundry",
    aliases: &["foundry", "microsoft-foundry"],
    title: "Azure AI Foundry, OpenAPI tool of an agent",
    summary: "takes one API key scheme per document; anonymous and managed identity need none",
    constraints: Constraints {
        versions: Some(&[Version::OpenApi30, Version::OpenApi31]),
        max_schemes: Some(1),
        kinds: Some(&[
            AuthKind::ApiKeyHeader,
            AuthKind::ApiKeyQuery,
            AuthKind::ApiKeyCookie,
        ]),
        combines: false,
        alternates: false,
        required: &[Required::OperationId],
        ..Constraints::NONE
    },
    evidence: &[
        Evidence {
            page: "https://learn.microsoft.com/azure/ai-foundry/agents/how-to/tools/openapi-spec",
            says: "anonymous, API key or managed identity; one API key scheme per document, which \
                   `security` must name: keep one, else create several tools; an `operationId` of \
                   letters, `-` and `_` is required",
            read_on: "2026-11-22",
            backs: &[
                Topic::MaxSchemes,
                Topic::Kinds,
                Topic::Combines,
                Topic::Alternates,
                Topic::Required,
            ],
        },
        Evidence {
            page: "https://learn.microsoft.com/azure/foundry/agents/how-to/tools/openapi",
            says: "tools are described by OpenAPI 3.0 and 3.1 documents",
            read_on: "2026-11-22",
            backs: &[Topic::Versions],
        },
    ],
};
