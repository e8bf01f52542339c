//! `OpenAPI` targets of the gateway in Amazon Bedrock `AgentCore`.

use crate::target::{Constraints, Evidence, Profile, Required, SecurityLevel, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "bedrock-agentcore",
    aliases: &["agentcore", "bedrock"],
    title: "Amazon Bedrock AgentCore Gateway",
    summary: "refuses security in the document: a credential provider carries it",
    constraints: Constraints {
        versions: Some(&[Version::OpenApi30, Version::OpenApi31]),
        max_schemes: Some(0),
        security: SecurityLevel::Refused,
        https_only: true,
        required: &[Required::OperationId, Required::Server],
        unsupported: &["allOf", "anyOf", "callbacks", "links", "oneOf"],
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/gateway-schema-openapi.html",
        says: "3.0 and 3.1, not 2.0; security schemes are set up outside the document, and the \
               command line refuses a root `security`; no oneOf, anyOf or allOf, no callbacks or \
               links; every operation has an id; one static https server",
        read_on: "2026-11-22",
        backs: &[
            Topic::Versions,
            Topic::MaxSchemes,
            Topic::Security,
            Topic::HttpsOnly,
            Topic::Required,
            Topic::Unsupported,
        ],
    }],
};
