//! Google Cloud Endpoints and API Gateway.

use crate::target::{Constraints, Evidence, Profile, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "google-api-gateway",
    aliases: &["google", "cloud-endpoints", "esp"],
    title: "Google Cloud Endpoints and API Gateway",
    summary: "takes schemes that are needed together, not alternatives with an API key",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2]),
        alternates: false,
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://cloud.google.com/endpoints/docs/openapi/openapi-limitations",
        says: "2.0; several schemes in one requirement are supported, an alternative to an API key is \
               not, alternatives work among OAuth 2 schemes only; scopes are ignored; a requirement \
               that names an undefined scheme lets calls through without authentication",
        read_on: "2026-11-22",
        backs: &[Topic::Versions, Topic::Alternates],
    }],
};
