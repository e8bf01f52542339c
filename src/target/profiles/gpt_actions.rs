//! Actions of custom GPTs in `ChatGPT`.

use crate::target::{
    AuthKind, Constraints, Evidence, FlowKind, Limit, LimitKind, Profile, Topic, Version,
};

pub(super) const PROFILE: Profile = Profile {
    id: "gpt-actions",
    aliases: &["openai-actions", "chatgpt"],
    title: "OpenAI GPT Actions",
    summary: "takes one authentication type, beside operations that need none",
    constraints: Constraints {
        versions: Some(&[Version::OpenApi30, Version::OpenApi31]),
        max_schemes: Some(1),
        kinds: Some(&[
            AuthKind::ApiKeyHeader,
            AuthKind::Basic,
            AuthKind::Bearer,
            AuthKind::OAuth2,
        ]),
        flows: Some(&[FlowKind::AuthorizationCode]),
        combines: false,
        alternates: false,
        https_only: true,
        limits: &[
            Limit::at_most(LimitKind::SummaryChars, 300),
            Limit::at_most(LimitKind::OperationDescriptionChars, 300),
            Limit::at_most(LimitKind::ParameterDescriptionChars, 700),
        ],
        ..Constraints::NONE
    },
    evidence: &[
        Evidence {
            page: "https://developers.openai.com/api/docs/actions/production",
            says: "one type, OAuth or API key, may stand beside operations without one; TLS 1.2 on \
                   port 443; summaries and descriptions of operations have at most 300 characters, \
                   descriptions of parameters 700; bodies stay below 100,000 characters; custom \
                   headers are not supported; OAuth hosts are the API's own domain, except \
                   Google's, Microsoft's and Adobe's",
            read_on: "2026-11-22",
            backs: &[
                Topic::MaxSchemes,
                Topic::Combines,
                Topic::Alternates,
                Topic::HttpsOnly,
                Topic::Limit(LimitKind::SummaryChars),
                Topic::Limit(LimitKind::OperationDescriptionChars),
                Topic::Limit(LimitKind::ParameterDescriptionChars),
            ],
        },
        Evidence {
            page: "https://developers.openai.com/api/docs/actions/authentication",
            says: "none, API key (basic, bearer or a custom header), or OAuth with a user's consent; \
                   the document is OpenAPI 3",
            read_on: "2026-11-22",
            backs: &[Topic::Versions, Topic::Kinds, Topic::Flows],
        },
    ],
};
