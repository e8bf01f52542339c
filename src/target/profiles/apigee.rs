//! Proxies that Apigee makes from a document.

use crate::target::{Constraints, Evidence, Profile, SecurityLevel, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "apigee",
    aliases: &["google-apigee"],
    title: "Google Apigee",
    summary: "makes a proxy from the document; security is added as policies; no limit on schemes is \
              known",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30]),
        security: SecurityLevel::Ignored,
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://cloud.google.com/apigee/docs/api-platform/tutorials/create-api-proxy-openapi-spec",
        says: "a proxy is made from a 2.0 or 3.0 document; VerifyAPIKey and OAuthV2 policies are \
               added to it apart from the document",
        read_on: "2026-11-22",
        backs: &[Topic::Versions, Topic::Security],
    }],
};
