//! The Integration Builder of Okta Workflows.

use crate::document::Format;
use crate::target::{Constraints, Evidence, Profile, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "okta-workflows",
    aliases: &["okta"],
    title: "Okta Workflows Integration Builder",
    summary: "makes its authentication from the document; no limit on schemes is known",
    constraints: Constraints {
        versions: Some(&[Version::OpenApi30, Version::OpenApi31, Version::OpenApi32]),
        formats: Some(&[Format::Json, Format::Yaml]),
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://help.okta.com/wf/en-us/content/topics/workflows/connector-builder/connector-builder.htm",
        says: "documents of 3.0 and later, in JSON or YAML; the authentication is generated from \
               the document",
        read_on: "2026-11-22",
        backs: &[Topic::Versions, Topic::Formats],
    }],
};
