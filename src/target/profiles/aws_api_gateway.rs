//! REST API import of Amazon API Gateway.

use crate::target::{AuthKind, Constraints, Evidence, Profile, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "aws-api-gateway",
    aliases: &["aws", "amazon-api-gateway"],
    title: "Amazon API Gateway, REST API import",
    summary: "takes API keys; every other scheme needs an authorizer extension",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30]),
        kinds: Some(&[
            AuthKind::ApiKeyHeader,
            AuthKind::ApiKeyQuery,
            AuthKind::ApiKeyCookie,
        ]),
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
        says: "2.0 and 3.0; `apiKey` and the authorizer extensions are read, `oauth2`, `http` and \
               `openIdConnect` are not supported",
        read_on: "2026-11-22",
        backs: &[Topic::Versions, Topic::Kinds],
    }],
};
