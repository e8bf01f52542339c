//! Document and properties compared by type: every situation, and what it is called.

use oneauth::connector::{AuthType, Situation, compare};
use oneauth::spec::AuthKind;

use super::{properties, view};

const KEY: &str = r#""connectionParameters": {"api_key": {"type": "securestring"}}"#;
const BASIC: &str = r#""connectionParameters": {
    "username": {"type": "securestring"}, "password": {"type": "securestring"}}"#;
const OAUTH: &str =
    r#""connectionParameters": {"token": {"type": "oauthSetting", "oAuthSettings": {}}}"#;
const NONE: &str = r#""connectionParameters": {}"#;

fn situation(kinds: &[AuthKind], members: &str, script: bool) -> Situation {
    let document = properties(members);
    compare(kinds, view(&document), script).situation
}

#[test]
fn the_same_type_agrees_whatever_the_names() {
    for (kind, members) in [
        (AuthKind::ApiKeyHeader, KEY),
        (AuthKind::ApiKeyQuery, KEY),
        (AuthKind::Bearer, KEY),
        (AuthKind::Basic, BASIC),
        (AuthKind::OAuth2, OAUTH),
    ] {
        assert_eq!(situation(&[kind], members, false), Situation::Same);
    }
    let pair = [AuthKind::ApiKeyHeader, AuthKind::ApiKeyQuery];
    assert_eq!(situation(&pair, KEY, false), Situation::Same);
    assert_eq!(situation(&[], NONE, true), Situation::Nothing);
}

#[test]
fn the_platform_makes_up_for_what_is_not_declared() {
    assert_eq!(situation(&[], OAUTH, false), Situation::Undeclared);
    let gateway = r#""connectionParameters": {"gateway": {"type": "gatewaySetting"}}"#;
    assert_eq!(situation(&[], gateway, false), Situation::Undeclared);
    assert_eq!(situation(&[], KEY, true), Situation::SentByScript);
    let policy = format!(
        r#"{KEY}, "policyTemplateInstances": [{{"templateId": "setheader", "parameters": {{
            "x-ms-apimTemplateParameter.name": "Authorization",
            "x-ms-apimTemplateParameter.value": "Bearer @connectionParameters('api_key')"}}}}]"#
    );
    assert_eq!(situation(&[], &policy, false), Situation::SentByPolicy);
    for sound in [
        Situation::Undeclared,
        Situation::SentByScript,
        Situation::SentByPolicy,
    ] {
        assert!(sound.is_sound());
    }
}

#[test]
fn what_is_wrong_is_told() {
    use Situation::{Different, NotAsked, NotSent, Partial};
    assert_eq!(situation(&[], KEY, false), NotSent);
    assert_eq!(situation(&[AuthKind::ApiKeyHeader], NONE, false), NotAsked);
    assert_eq!(situation(&[AuthKind::Basic], OAUTH, false), Different);
    assert_eq!(
        situation(&[AuthKind::ApiKeyHeader], BASIC, false),
        Different
    );
    let two = [AuthKind::OAuth2, AuthKind::ApiKeyHeader];
    assert_eq!(situation(&two, OAUTH, false), Partial);
    assert_eq!(situation(&two, BASIC, false), Different);
    for wrong in [NotSent, NotAsked, Different, Partial] {
        assert!(!wrong.is_sound(), "{wrong:?}");
        assert!(!wrong.explain().is_empty());
    }
}

#[test]
fn further_secrets_beside_the_declared_type() {
    let extra = r#""connectionParameters": {
        "api_key": {"type": "securestring"},
        "erp_username": {"type": "string"}, "erp_password": {"type": "securestring"}}"#;
    let document = properties(extra);
    let agreement = compare(&[AuthKind::ApiKeyHeader], view(&document), false);
    assert_eq!(agreement.situation, Situation::Extra);
    assert_eq!(agreement.asked, [AuthType::Basic]);
    let extra: Vec<_> = agreement
        .credentials
        .extra
        .iter()
        .map(|p| p.name())
        .collect();
    assert_eq!(extra, ["api_key"]);
}

#[test]
fn parameter_sets_offer_several_types() {
    let sets = r#""connectionParameters": {}, "connectionParameterSets": {"values": [
        {"name": "key", "parameters": {"api_key": {"type": "securestring"}}},
        {"name": "sign-in", "parameters": {"token": {"type": "oAuthSetting", "oAuthSettings": {}}}}]}"#;
    let document = properties(sets);
    let agreement = compare(&[AuthKind::ApiKeyHeader], view(&document), false);
    assert_eq!(agreement.situation, Situation::ParameterSets);
    assert_eq!(agreement.asked, [AuthType::ApiKey, AuthType::OAuth2]);
    let sets = view(&document).parameter_sets().unwrap();
    let names: Vec<_> = sets.sets().filter_map(|set| set.name()?.as_str()).collect();
    assert_eq!(names, ["key", "sign-in"]);
}
