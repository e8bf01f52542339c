//! Import with the toolbox of Red Hat 3scale.

use crate::target::{AuthKind, Constraints, Evidence, Profile, SecurityLevel, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "3scale",
    aliases: &["red-hat-3scale"],
    title: "Red Hat 3scale toolbox",
    summary: "takes one requirement at the root, of an API key or OAuth 2.0",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30]),
        kinds: Some(&[
            AuthKind::ApiKeyHeader,
            AuthKind::ApiKeyQuery,
            AuthKind::OAuth2,
        ]),
        security: SecurityLevel::RootOnly,
        combines: false,
        alternates: false,
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://github.com/3scale/3scale_toolbox/blob/main/docs/openapi.md",
        says: "3.0, and 2.0 in earlier releases; one root requirement, none on operations; API key in \
               header or query and OAuth 2 with one flow; the first server is taken",
        read_on: "2026-11-22",
        backs: &[
            Topic::Versions,
            Topic::Kinds,
            Topic::Security,
            Topic::Combines,
            Topic::Alternates,
        ],
    }],
};
