//! Any consumer that follows the specification.

use crate::target::{Constraints, Evidence, Profile};

pub(super) const PROFILE: Profile = Profile {
    id: "openapi",
    aliases: &["none", "any"],
    title: "Any consumer of OpenAPI documents",
    summary: "limits nothing beyond the specification",
    constraints: Constraints::NONE,
    evidence: &[Evidence {
        page: "https://spec.openapis.org/oas/v3.1.0#security-requirement-object",
        says: "schemes in one requirement are needed together, requirements side by side are \
               alternatives, and an operation's own list replaces the root's",
        read_on: "2026-11-22",
        backs: &[],
    }],
};
