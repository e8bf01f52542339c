//! The Logic Apps action "HTTP + Swagger".

use crate::target::{Connectors, Constraints, Evidence, Profile, SecurityLevel, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "logic-apps",
    aliases: &["logicapps", "http-swagger"],
    title: "Azure Logic Apps, HTTP + Swagger action",
    summary: "does not read security from the document: it is set on each action",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2]),
        security: SecurityLevel::Ignored,
        connectors: Connectors::Runs,
        ..Constraints::NONE
    },
    evidence: &[
        Evidence {
            page: "https://learn.microsoft.com/azure/connectors/connectors-native-http-swagger",
            says: "the action works with Swagger 2.0 documents only; authentication is a setting of \
                   the action",
            read_on: "2026-11-22",
            backs: &[Topic::Versions, Topic::Security],
        },
        Evidence {
            page: "https://learn.microsoft.com/connectors/custom-connectors/faq",
            says: "Logic Apps runs custom connectors too, up to 1,000 in a subscription",
            read_on: "2023-04",
            backs: &[Topic::Connectors],
        },
    ],
};
