//! Talend Cloud API Designer.

use crate::target::{Constraints, Evidence, Profile, Topic, Version};

pub(super) const PROFILE: Profile = Profile {
    id: "talend",
    aliases: &["talend-api-designer"],
    title: "Talend Cloud API Designer",
    summary: "imports documents and exports them for a chosen gateway; no limit on schemes is known",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30]),
        ..Constraints::NONE
    },
    evidence: &[Evidence {
        page: "https://help.qlik.com/talend/en-US/api-designer-user-guide/Cloud",
        says: "2.0, 3.0 and RAML are imported; an export has a mode per gateway",
        read_on: "2026-11-22",
        backs: &[Topic::Versions],
    }],
};
