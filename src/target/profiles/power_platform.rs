//! Power Platform custom connectors: Power Apps, Power Automate, Copilot Studio, Logic Apps.

use crate::document::Format;
use crate::target::{
    AuthKind, Connectors, Constraints, Evidence, FlowKind, Limit, LimitKind, Profile, Required,
    SecurityLevel, Topic, Version,
};

pub(super) const PROFILE: Profile = Profile {
    id: "power-platform",
    aliases: &[
        "powerplatform",
        "power-automate",
        "power-apps",
        "custom-connector",
    ],
    title: "Power Platform custom connector",
    summary: "takes one authentication type for the whole connector, and of several security \
              definitions silently the first",
    constraints: Constraints {
        versions: Some(&[Version::Swagger2]),
        formats: Some(&[Format::Json]),
        max_schemes: Some(1),
        kinds: Some(&[
            AuthKind::ApiKeyHeader,
            AuthKind::ApiKeyQuery,
            AuthKind::Basic,
            AuthKind::OAuth2,
        ]),
        flows: Some(&[FlowKind::AuthorizationCode]),
        security: SecurityLevel::RootOnly,
        takes_first: true,
        combines: false,
        alternates: false,
        required: &[Required::OperationId, Required::Server],
        unsupported: &["anyOf", "callbacks", "cookie", "links", "oneOf"],
        limits: LIMITS,
        connectors: Connectors::Keeps,
        ..Constraints::NONE
    },
    evidence: EVIDENCE,
};

const LIMITS: &[Limit] = &[
    Limit::at_most(LimitKind::DocumentBytes, 1_048_576),
    Limit::at_most(LimitKind::DocumentChars, 500_000),
    Limit::at_most(LimitKind::Operations, 256),
    Limit::at_most(LimitKind::SchemasPerBody, 512),
    Limit::at_most(LimitKind::SchemasPerOperation, 16_384),
    Limit::at_most(LimitKind::TitleChars, 30),
    Limit::between(LimitKind::DescriptionChars, 30, 500),
    Limit::at_most(LimitKind::SummaryChars, 80),
    Limit::at_most(LimitKind::LabelChars, 80),
    Limit::at_most(LimitKind::Categories, 2),
    Limit::at_most(LimitKind::ScriptBytes, 1_048_576),
];

const EVIDENCE: &[Evidence] = &[
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
        says: "a definition is OpenAPI 2.0, formerly Swagger, in JSON and under 1 MB; 3.0 is not \
               supported; with several security definitions the connector picks the top one; \
               client credentials are not supported",
        read_on: "2023-04",
        backs: &[
            Topic::Versions,
            Topic::Formats,
            Topic::MaxSchemes,
            Topic::TakesFirst,
            Topic::Combines,
            Topic::Alternates,
            Topic::Limit(LimitKind::DocumentBytes),
        ],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/connection-parameters",
        says: "a connection is made with no authentication, basic, an API key in a header or the \
               query, or OAuth 2.0; one of them serves all operations",
        read_on: "2023-04",
        backs: &[Topic::Kinds, Topic::Security],
    },
    Evidence {
        page: "https://microsoft.github.io/Low-Code/blog/2023-day10",
        says: "the authentication types exclude each other: a second one goes behind API \
               Management policies",
        read_on: "2026-11-22",
        backs: &[Topic::MaxSchemes, Topic::Combines, Topic::Alternates],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/troubleshoot-oauth2",
        says: "only the authorization code flow works at run time",
        read_on: "2023-04",
        backs: &[Topic::Flows],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/faq",
        says: "the file is smaller than 1 MB; at most 256 operations, 512 schemas in one body, \
               16,384 in one operation",
        read_on: "2023-04",
        backs: &[
            Topic::Limit(LimitKind::DocumentBytes),
            Topic::Limit(LimitKind::Operations),
            Topic::Limit(LimitKind::SchemasPerBody),
            Topic::Limit(LimitKind::SchemasPerOperation),
        ],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
        says: "the title has at most 30 characters, the description 30 to 500, and a connector at \
               most two categories",
        read_on: "2023-04",
        backs: &[
            Topic::Limit(LimitKind::TitleChars),
            Topic::Limit(LimitKind::DescriptionChars),
            Topic::Limit(LimitKind::Categories),
        ],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/connector-string-guidance",
        says: "summaries and labels have at most 80 characters",
        read_on: "2023-04",
        backs: &[
            Topic::Limit(LimitKind::SummaryChars),
            Topic::Limit(LimitKind::LabelChars),
        ],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
        says: "OperationIdRequired and RequiredPropertyMissing: every operation has an id, the \
               document a host; its own text allows summaries of 120 characters; no rule limits \
               the number of security definitions",
        read_on: "2023-04",
        backs: &[Topic::Required],
    },
    Evidence {
        page: "microsoft/PowerPlatformConnectors: schemas/apiDefinition.swagger.schema.json",
        says: "alternatives of schemas are not in it, and parameters stand in path, query, header, \
               body or form; callbacks and links are not part of 2.0",
        read_on: "2024-10-23",
        backs: &[Topic::Unsupported],
    },
    Evidence {
        page: "https://github.com/microsoft/PowerPlatformConnectors/issues/3567",
        says: "a solution import fails when the definition is longer than 500,000 characters",
        read_on: "2026-11-22",
        backs: &[Topic::Limit(LimitKind::DocumentChars)],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/write-code",
        says: "a script is at most 1 MB",
        read_on: "2023-04",
        backs: &[Topic::Limit(LimitKind::ScriptBytes)],
    },
    Evidence {
        page: "https://learn.microsoft.com/connectors/custom-connectors/multi-auth",
        says: "several types to choose from need `connectionParameterSets` and an upload by \
               command line; the wizard cannot make them",
        read_on: "2023-04",
        backs: &[Topic::Connectors],
    },
];
