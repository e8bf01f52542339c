//! Connectors that MuleSoft's Exchange generates with REST Connect.

use crate::document::Format;
use crate::target::{AuthKind, Constraints, Evidence, FlowKind, Profile, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "mulesoft-rest-connect",
    aliases: &["mulesoft", "rest-connect", "anypoint"],
    title: "MuleSoft REST Connect",
    summary: "takes, of several schemes on an operation, the first it supports",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30]),
        formats: Some(&[Format::Json, Format::Yaml]),
        kinds: Some(&[AuthKind::Basic, AuthKind::HttpOther, AuthKind::OAuth2]),
        flows: Some(&[FlowKind::ClientCredentials, FlowKind::AuthorizationCode]),
        takes_first: true,
        alternates: false,
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://docs.mulesoft.com/exchange/to-deploy-using-rest-connect",
        says: "OAS 2 and 3 in JSON and YAML; Basic, Digest, OAuth 2.0 client credentials and \
               authorization code, Pass Through; of several on an operation the first supported one \
               is used; an unsupported one is reported by mail",
        read_on: "2026-11-22",
        backs: &[
            Topic::Versions,
            Topic::Formats,
            Topic::Kinds,
            Topic::Flows,
            Topic::TakesFirst,
            Topic::Alternates,
        ],
    }],
};
