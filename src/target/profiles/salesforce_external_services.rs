//! Salesforce External Services.

use crate::target::{
    Constraints, Evidence, Limit, LimitKind, Profile, SecurityLevel, Topic, Version,
};

pub(super) const PROFILE: Profile = Profile {
    id: "salesforce-external-services",
    aliases: &["salesforce", "external-services"],
    title: "Salesforce External Services",
    summary: "ignores the document's security: a Named Credential carries it",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30]),
        security: SecurityLevel::Ignored,
        limits: &[
            Limit::at_most(LimitKind::DocumentChars, 10_000_000),
            Limit::at_most(LimitKind::YamlChars, 3_000_000),
            Limit::at_most(LimitKind::Operations, 3_000),
            Limit::at_most(LimitKind::OperationDescriptionChars, 1_333),
        ],
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://help.salesforce.com/s/articleView?id=platform.external_services_considerations.htm",
        says: "2.0 and 3.0; security definitions and requirements are ignored; 10,000,000 characters \
               of JSON or 3,000,000 of YAML, 3,000 active operations in the organization, \
               descriptions up to 1,333 characters; no body on GET",
        read_on: "2026-11-22",
        backs: &[
            Topic::Versions,
            Topic::Security,
            Topic::Limit(LimitKind::DocumentChars),
            Topic::Limit(LimitKind::YamlChars),
            Topic::Limit(LimitKind::Operations),
            Topic::Limit(LimitKind::OperationDescriptionChars),
        ],
    }],
};
