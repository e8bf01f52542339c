//! Published connectors: what we read equals what an independent count of them says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use oneauth::connector::{ApiProperties, AuthType, Folder, Situation, compare};
use oneauth::document::{Document, ReadOptions};
use oneauth::spec::Spec;
use oneauth::text::SourceFile;
use serde_json::Value;

use crate::support::corpus;

/// The connectors, each with its folder and its entry in the count.
pub(crate) fn connectors() -> Vec<(Folder, Value)> {
    let Some(root) = corpus::part("corpus") else {
        return Vec::new();
    };
    let text = std::fs::read_to_string(root.join("stats.json")).unwrap();
    let stats: Vec<Value> = serde_json::from_str(&text).unwrap();
    stats
        .into_iter()
        .map(|entry| {
            let path = root.join(entry["path"].as_str().unwrap());
            (Folder::open(&path).unwrap().unwrap(), entry)
        })
        .collect()
}

pub(crate) fn read(path: &Path) -> Option<Document> {
    let source = SourceFile::read(path).ok()?;
    Document::parse(Arc::new(source), ReadOptions::default()).ok()
}

fn type_word(auth: AuthType) -> &'static str {
    match auth {
        AuthType::ApiKey => "apiKey",
        AuthType::Basic => "basic",
        AuthType::OAuth2 => "oauth2",
        AuthType::Gateway => "gateway",
    }
}

/// The words of the count for a situation.
fn situation_word(situation: Situation) -> &'static str {
    match situation {
        Situation::Same => "match",
        Situation::Nothing => "none/none",
        Situation::Undeclared
        | Situation::SentByPolicy
        | Situation::SentByScript
        | Situation::NotSent => "props-auth-without-securityDefinitions",
        Situation::ParameterSets => "parameter-sets",
        Situation::NotAsked => "securityDefinitions-without-connectionParameters-auth",
        Situation::Partial => "partial",
        Situation::Different | Situation::Extra => "different",
    }
}

fn texts(value: &Value) -> BTreeSet<String> {
    let items = value.as_array().into_iter().flatten();
    items
        .filter_map(|item| item.as_str().map(str::to_owned))
        .collect()
}

/// What we say of a connector, in the words of the count.
struct Ours {
    matches: String,
    swagger: BTreeSet<String>,
    asked: BTreeSet<String>,
    parameters: BTreeMap<String, String>,
    policies: BTreeMap<String, u64>,
    providers: Vec<String>,
    capabilities: Vec<String>,
}

fn ours(folder: &Folder) -> Option<Ours> {
    let definition = read(folder.definition.as_ref()?)?;
    let spec = Spec::new(&definition).ok()?;
    let properties = read(folder.properties.as_ref()?)?;
    let file = ApiProperties::new(&properties);
    let kinds: Vec<_> = spec
        .schemes()
        .iter()
        .filter_map(oneauth::spec::SecurityScheme::auth_kind)
        .collect();
    let agreement = compare(&kinds, file, folder.script.is_some());
    let word = |auth: &AuthType| type_word(*auth).to_owned();
    let mut asked: BTreeSet<_> = agreement.asked.iter().map(word).collect();
    if agreement.situation == Situation::Extra {
        asked.insert("extra-secret".into());
    }
    let mut policies = BTreeMap::new();
    for policy in file.policies() {
        *policies.entry(policy.template()).or_default() += 1;
    }
    let parameters = file.parameters();
    let kind = |name: &str| {
        let kind = file.parameter(name).unwrap().entry().get("type").unwrap();
        kind.text().to_ascii_lowercase()
    };
    Some(Ours {
        matches: situation_word(agreement.situation).into(),
        swagger: agreement.declared.iter().map(word).collect(),
        asked,
        parameters: parameters
            .iter()
            .map(|p| (p.name().into(), kind(p.name())))
            .collect(),
        policies,
        providers: parameters
            .iter()
            .filter_map(|p| Some(p.oauth()?.identity_provider()?.into_owned()))
            .collect(),
        capabilities: file
            .capabilities()
            .iter()
            .map(|c| c.text().into_owned())
            .collect(),
    })
}

fn differences(ours: &Ours, stats: &Value) -> Vec<String> {
    let counted = |key: &str| format!("{:?}", texts(&stats[key]));
    let word = |key: &str| stats[key].as_str().unwrap_or_default().to_owned();
    let providers: BTreeSet<_> = ours.providers.iter().cloned().collect();
    let mut pairs = vec![
        ("match", ours.matches.clone(), word("match")),
        (
            "swagger",
            format!("{:?}", ours.swagger),
            counted("swagger_auth"),
        ),
        (
            "asked",
            format!("{:?}", ours.asked),
            counted("properties_auth"),
        ),
        (
            "parameters",
            format!("{:?}", ours.parameters),
            parameters(stats),
        ),
        (
            "providers",
            format!("{providers:?}"),
            counted("identity_providers"),
        ),
    ];
    if let Some(policies) = stats.get("policies").and_then(Value::as_object) {
        let policies = policies.iter().map(|(name, count)| {
            let count = count.as_u64().expect("a count is a number");
            (name.to_ascii_lowercase(), count)
        });
        let policies: BTreeMap<_, _> = policies.collect();
        let capabilities: BTreeSet<_> = ours.capabilities.iter().cloned().collect();
        let capabilities = format!("{capabilities:?}");
        pairs.push((
            "policies",
            format!("{:?}", ours.policies),
            format!("{policies:?}"),
        ));
        pairs.push(("capabilities", capabilities, counted("capabilities")));
    }
    pairs
        .into_iter()
        .filter(|(_, left, right)| left != right)
        .map(|(what, left, right)| format!("{what}: ours {left}, counted {right}"))
        .collect()
}

/// Names and types of connection parameters, as counted.
fn parameters(stats: &Value) -> String {
    let parameters = stats["connection_parameters"].as_object();
    let parameters: BTreeMap<String, String> = parameters
        .into_iter()
        .flatten()
        .map(|(name, kind)| {
            let kind = kind.as_str().unwrap_or_default().to_ascii_lowercase();
            (name.clone(), kind)
        })
        .collect();
    format!("{parameters:?}")
}

#[test]
fn agrees_with_the_count() {
    let connectors = connectors();
    let (mut wrong, mut unread, mut report) = (0, 0, String::new());
    for (folder, stats) in &connectors {
        let path = stats["path"].as_str().unwrap();
        let Some(ours) = ours(folder) else {
            unread += 1;
            let _ = writeln!(report, "{path}: cannot be read");
            continue;
        };
        let differences = differences(&ours, stats);
        wrong += usize::from(!differences.is_empty());
        for difference in differences {
            let _ = writeln!(report, "{path}: {difference}");
        }
    }
    eprintln!(
        "{} connectors, {wrong} differ, {unread} cannot be read\n{report}",
        connectors.len()
    );
    assert!(
        wrong * 100 <= connectors.len(),
        "more than 1 % differ:\n{report}"
    );
}
