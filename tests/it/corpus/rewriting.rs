//! Every connector and description is rewritten to each authentication type, and verified.

use std::collections::BTreeMap;
use std::path::Path;

use oneauth::document::Document;
use oneauth::edit::{Thoroughness, to_yaml};
use oneauth::rewrite::{AuthType, Decision, OAuthUrls, Request, Wanted, carry_out, plan};
use oneauth::spec::{KeyPlace, Spec};
use oneauth::target;

use super::{connectors_and_specs, read};

/// What is asked for: each type with what it needs.
fn requests() -> [(&'static str, Request); 3] {
    let to = |kind| Request {
        wanted: Some(Wanted::To(kind)),
        ..Request::default()
    };
    let key = Some((KeyPlace::Header, "X-Parcel-Key".to_owned()));
    let urls = OAuthUrls {
        authorization: Some("https://login.example-post.net/authorize".into()),
        token: Some("https://login.example-post.net/token".into()),
        refresh: None,
    };
    [
        ("basic", to(AuthType::Basic)),
        (
            "api-key",
            Request {
                key,
                ..to(AuthType::ApiKey)
            },
        ),
        (
            "oauth2",
            Request {
                urls,
                ..to(AuthType::OAuth2)
            },
        ),
    ]
}

/// What came of a request: a word for the count, and the steps of the plan. Panics when a plan
/// cannot be carried out and verified.
fn outcome(
    path: &Path,
    document: &Document,
    target: &str,
    request: &Request,
) -> (String, Vec<String>) {
    let Ok(spec) = Spec::new(document) else {
        return ("no specification".into(), Vec::new());
    };
    let target = target::find(target).expect("the target exists");
    let thoroughness = if document.text().len() < 1 << 20 {
        Thoroughness::Full
    } else {
        Thoroughness::Usual
    };
    match plan(&spec, target, request) {
        Decision::Plan(plan) => {
            let done = carry_out(&spec, target, request, &plan, thoroughness);
            if let Err(error) = done {
                panic!("{}: {error}", path.display());
            }
            let steps = plan.steps.iter().map(|step| step.title.clone()).collect();
            ("rewritten and verified".into(), steps)
        }
        Decision::Ambiguous { .. } => ("ambiguous".into(), Vec::new()),
        Decision::Impossible { reason, .. } => (format!("impossible: {reason}"), Vec::new()),
    }
}

#[test]
fn every_rewrite_is_verified_and_its_yaml_twin_plans_the_same() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for path in connectors_and_specs() {
        let Some(document) = read(&path) else {
            continue;
        };
        let twin = document.value().ok().map(|value| to_yaml(&value));
        let twin = twin.and_then(|text| Document::of_text("twin.yaml", text).ok());
        for target in ["power-platform", "openapi"] {
            for (name, request) in requests() {
                let (word, steps) = outcome(&path, &document, target, &request);
                *counts
                    .entry(format!("{target} {name}: {word}"))
                    .or_default() += 1;
                if let Some(twin) = &twin {
                    let (_, twins) = outcome(&path, twin, target, &request);
                    assert_eq!(steps, twins, "{}", path.display());
                }
            }
        }
    }
    println!("{counts:#?}");
}
