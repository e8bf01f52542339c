//! Import into Azure API Management.

use crate::target::{
    Constraints, Evidence, Limit, LimitKind, Profile, SecurityLevel, Topic, Version,
};

pub(super) const PROFILE: Profile = Profile {
    id: "apim-import",
    aliases: &["apim", "azure-api-management"],
    title: "Azure API Management, import",
    summary: "ignores what the document says about security and exports its own key pair instead",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2, Version::OpenApi30, Version::OpenApi31]),
        security: SecurityLevel::Ignored,
        unsupported: &["cookie"],
        limits: &[
            Limit::at_most(LimitKind::DocumentBytes, 4_194_304),
            Limit::at_most(LimitKind::ServerUrlChars, 127),
        ],
        ..Constraints::NONE
    },
    evidence: &[
        Evidence {
            page: "https://learn.microsoft.com/azure/api-management/api-management-api-import-restrictions",
            says: "2.0 in JSON, 3.0 up to 3.0.3, 3.1 for import only; security definitions and \
                   `components.securitySchemes` are ignored, `x-ms-*` extensions too; 4 MB inline; \
                   the API URL is shorter than 128 characters; cookie parameters are not supported; \
                   the first HTTPS server is taken",
            read_on: "2026-11-22",
            backs: &[
                Topic::Versions,
                Topic::Security,
                Topic::Unsupported,
                Topic::Limit(LimitKind::DocumentBytes),
                Topic::Limit(LimitKind::ServerUrlChars),
            ],
        },
        Evidence {
            page: "https://github.com/MicrosoftDocs/azure-docs/issues/37064",
            says: "an imported OAuth definition is not applied: the server is bound by hand",
            read_on: "2026-11-22",
            backs: &[Topic::Security],
        },
    ],
};
