//! REST API tools of Copilot Studio.

use crate::target::{
    AuthKind, Connectors, Constraints, Evidence, FlowKind, Profile, Required, SecurityLevel, Topic,
    Version,
};

pub(super) const PROFILE: Profile = Profile {
    id: "copilot-studio",
    aliases: &["copilotstudio", "power-virtual-agents"],
    title: "Microsoft Copilot Studio, REST API tool",
    summary: "takes one of none, API key and OAuth 2.0 for the whole tool",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30]),
        max_schemes: Some(1),
        kinds: Some(&[
            AuthKind::ApiKeyHeader,
            AuthKind::ApiKeyQuery,
            AuthKind::OAuth2,
        ]),
        flows: Some(&[FlowKind::AuthorizationCode]),
        security: SecurityLevel::RootOnly,
        combines: false,
        alternates: false,
        required: &[Required::OperationDescription],
        connectors: Connectors::Makes,
        ..Constraints::NONE
    },
    evidence: &[
        Evidence {
            page: "https://learn.microsoft.com/microsoft-copilot-studio/agent-extend-action-rest-api",
            says: "2.0 is taken, 3.0 is translated to 2.0; the tool has one of no authentication, \
                   API key and OAuth 2.0; descriptions tell the agent when to use an operation",
            read_on: "2026-11-22",
            backs: &[
                Topic::Versions,
                Topic::MaxSchemes,
                Topic::Kinds,
                Topic::Security,
                Topic::Combines,
                Topic::Alternates,
                Topic::Required,
            ],
        },
        Evidence {
            page: "https://learn.microsoft.com/connectors/custom-connectors/troubleshoot-oauth2",
            says: "the tool becomes a connector, and a connector's OAuth 2.0 is the authorization \
                   code flow",
            read_on: "2023-04",
            backs: &[Topic::Flows, Topic::Connectors],
        },
    ],
};
