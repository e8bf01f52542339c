//! What each platform takes: data with evidence, and the page made from it.

use std::collections::BTreeSet;

use oneauth::connector::patterns::{Mapping, Pattern, Recognized, mappings};
use oneauth::document::Format;
use oneauth::rule::{Judgement, SeverityProfile};
use oneauth::spec::{AuthKind, FlowKind, Version};
use oneauth::target::{
    self, Connectors, Constraints, Evidence, Limit, LimitKind, Profile, Required, SecurityLevel,
    Topic,
};

#[test]
fn every_claim_has_evidence() {
    for profile in target::all() {
        assert_eq!(profile.unbacked(), [], "{}: unbacked claims", profile.id);
    }
}

#[test]
fn evidence_backs_only_what_is_claimed() {
    for profile in target::all() {
        let claims = profile.constraints.claims();
        for evidence in profile.evidence {
            for topic in evidence.backs {
                assert!(
                    claims.contains(topic),
                    "{}: {} backs {topic:?}, which is not claimed",
                    profile.id,
                    evidence.page
                );
            }
        }
    }
}

#[test]
fn a_claim_without_evidence_is_seen() {
    let mut profile = *target::default();
    profile.evidence = &[];
    assert_eq!(profile.unbacked(), profile.constraints.claims());
    assert!(profile.unbacked().contains(&Topic::MaxSchemes));
    assert!(
        profile
            .unbacked()
            .contains(&Topic::Limit(LimitKind::Operations))
    );
}

#[test]
fn evidence_names_a_page_and_a_day() {
    for profile in target::all() {
        assert!(
            !profile.evidence.is_empty(),
            "{}: no evidence at all",
            profile.id
        );
        for evidence in profile.evidence {
            assert!(is_page(evidence.page), "{}: {}", profile.id, evidence.page);
            assert!(
                is_day(evidence.read_on),
                "{}: {}",
                profile.id,
                evidence.read_on
            );
            assert!(evidence.says.len() > 20, "{}: says nothing", profile.id);
            assert!(
                !evidence.says.ends_with('.'),
                "{}: the page adds the stop",
                profile.id
            );
        }
    }
}

fn is_page(page: &str) -> bool {
    page.starts_with("https://") || page.contains(": ")
}

/// `2023-04` or `2023-04-05`.
fn is_day(day: &str) -> bool {
    let parts: Vec<_> = day.split('-').collect();
    let widths: Vec<_> = parts.iter().map(|part| part.len()).collect();
    matches!(widths.as_slice(), [4, 2] | [4, 2, 2])
        && parts
            .iter()
            .all(|part| part.bytes().all(|b| b.is_ascii_digit()))
}

#[test]
fn names_are_unique_and_found() {
    let mut seen = BTreeSet::new();
    for profile in target::all() {
        for name in std::iter::once(&profile.id).chain(profile.aliases) {
            assert!(seen.insert(*name), "{name} names two targets");
            assert!(
                name.bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{name}: kebab-case"
            );
            assert_eq!(target::find(name).map(|p| p.id), Some(profile.id));
        }
    }
    assert_eq!(
        target::find("Power-Platform").map(|p| p.id),
        Some("power-platform")
    );
    assert!(target::find("power").is_none());
    assert_eq!(target::default().id, "power-platform");
}

#[test]
fn every_platform_of_the_requirements_is_there() {
    let expected = [
        "power-platform",
        "logic-apps",
        "copilot-studio",
        "m365-copilot-plugin",
        "azure-ai-foundry",
        "gpt-actions",
        "apim-import",
        "mulesoft-rest-connect",
        "salesforce-external-services",
        "google-api-gateway",
        "aws-api-gateway",
        "bedrock-agentcore",
        "3scale",
        "apigee",
        "okta-workflows",
        "talend",
        "openapi",
    ];
    let ids: BTreeSet<_> = target::all().iter().map(|p| p.id).collect();
    assert_eq!(ids, expected.into_iter().collect());
}

#[test]
fn power_platform_takes_one_type() {
    let constraints = &target::default().constraints;
    assert_eq!(constraints.max_schemes, Some(1));
    assert!(constraints.takes_first && !constraints.combines && !constraints.alternates);
    assert!(constraints.takes_version(Version::Swagger2));
    assert!(!constraints.takes_version(Version::OpenApi30));
    assert!(constraints.takes_format(Format::Json) && !constraints.takes_format(Format::Yaml));
    for kind in [
        AuthKind::ApiKeyHeader,
        AuthKind::ApiKeyQuery,
        AuthKind::Basic,
        AuthKind::OAuth2,
    ] {
        assert!(constraints.takes_kind(kind), "{kind:?}");
    }
    for kind in [
        AuthKind::Bearer,
        AuthKind::ApiKeyCookie,
        AuthKind::OpenIdConnect,
        AuthKind::MutualTls,
    ] {
        assert!(!constraints.takes_kind(kind), "{kind:?}");
    }
    assert!(constraints.takes_flow(FlowKind::AuthorizationCode));
    assert!(!constraints.takes_flow(FlowKind::ClientCredentials));
    let most = |what| constraints.limit(what).map(|limit| limit.max);
    assert_eq!(most(LimitKind::Operations), Some(256));
    assert_eq!(most(LimitKind::SchemasPerBody), Some(512));
    assert_eq!(most(LimitKind::SchemasPerOperation), Some(16_384));
    assert_eq!(most(LimitKind::DocumentBytes), Some(1_048_576));
    assert_eq!(most(LimitKind::DocumentChars), Some(500_000));
    assert_eq!(most(LimitKind::ServerUrlChars), None);
    let description = constraints.limit(LimitKind::DescriptionChars).unwrap();
    assert_eq!((description.min, description.max), (30, 500));
    assert!(constraints.requires(Required::OperationId));
    assert!(!constraints.requires(Required::OperationDescription));
}

#[test]
fn platforms_differ_where_it_matters() {
    let of = |name| &target::find(name).unwrap().constraints;
    assert_eq!(of("logic-apps").security, SecurityLevel::Ignored);
    assert_eq!(of("apim-import").security, SecurityLevel::Ignored);
    assert_eq!(of("salesforce").security, SecurityLevel::Ignored);
    assert_eq!(of("agentcore").security, SecurityLevel::Refused);
    assert_eq!(of("3scale").security, SecurityLevel::RootOnly);
    assert!(!of("google").alternates && of("google").combines);
    assert!(of("mulesoft").takes_flow(FlowKind::ClientCredentials));
    assert!(!of("aws").takes_kind(AuthKind::OAuth2));
    assert!(!of("foundry").takes_version(Version::Swagger2));
    assert!(of("copilot-studio").takes_version(Version::OpenApi30));
    assert!(!of("copilot-studio").takes_kind(AuthKind::Basic));
    assert!(of("gpt-actions").https_only);
    for id in ["openapi", "apigee", "talend", "okta"] {
        let constraints = of(id);
        assert_eq!(constraints.max_schemes, None, "{id}: no limit is known");
        assert_eq!(constraints.kinds, None, "{id}: no limit is known");
    }
    assert_eq!(*of("openapi"), Constraints::NONE);
}

#[test]
fn a_new_target_is_data_only() {
    const LOCKER: Profile = Profile {
        id: "parcel-locker",
        aliases: &[],
        title: "Parcel Locker Integration Desk",
        summary: "takes two keys in headers",
        constraints: Constraints {
            versions: Some(&[Version::OpenApi31]),
            max_schemes: Some(2),
            kinds: Some(&[AuthKind::ApiKeyHeader]),
            flows: Some(&[FlowKind::AuthorizationCode]),
            limits: &[Limit::between(LimitKind::Operations, 1, 12_500)],
            connectors: Connectors::Keeps,
            ..Constraints::NONE
        },
        evidence: &[Evidence {
            page: "https://lockers.example/docs/import",
            says: "OpenAPI 3.1 with one or two header keys, 1 to 12,500 operations",
            read_on: "2026-11-01",
            backs: &[
                Topic::Versions,
                Topic::MaxSchemes,
                Topic::Kinds,
                Topic::Flows,
                Topic::Limit(LimitKind::Operations),
                Topic::Connectors,
            ],
        }],
    };
    assert_eq!(LOCKER.unbacked(), []);
    assert!(LOCKER.is_named("Parcel-Locker"));
    assert!(LOCKER.constraints.takes_kind(AuthKind::ApiKeyHeader));
    assert!(!LOCKER.constraints.takes_kind(AuthKind::Basic));
    assert!(!LOCKER.constraints.takes_version(Version::Swagger2));
    assert_eq!(LOCKER.evidence_for(Topic::Kinds).count(), 1);
    assert_eq!(LOCKER.evidence_for(Topic::Formats).count(), 0);
    let service = Recognized {
        pattern: Pattern::ClientCredentials,
        clues: Vec::new(),
        is_entra: true,
    };
    assert!(mappings(&service, &LOCKER).contains(&Mapping::ParameterSet));
    assert_eq!(Judgement::profile_of(&LOCKER), SeverityProfile::Connector);
    let golden = include_str!("../../fixtures/targets/new.md");
    assert_eq!(target::page(&[&LOCKER]), golden);
}

#[test]
fn the_page_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/targets.md");
    let expected = target::page(target::all());
    if std::env::var_os("ONEAUTH_REFRESH").is_some() {
        oneauth::text::write::write_report(path.as_ref(), &expected).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == expected,
        "docs/targets.md is stale: run the tests once with ONEAUTH_REFRESH=1"
    );
}
