//! Every fence in a rule's documentation is run.

use oneauth::document::Document;
use oneauth::finding::Finding;
use oneauth::rule::{Input, Rule, RuleSettings, SeverityProfile};
use oneauth::rules;
use oneauth::spec::Spec;

use crate::support::fences::{Fence, fences};

/// Findings of one rule on a fence, judged as `connector` unless the fence says `api`.
fn run(rule: &'static dyn Rule, fence: &Fence) -> Vec<Finding> {
    let name = format!("{}.{}", rule.meta().id, fence.language);
    let document = Document::of_text(&name, fence.text.clone()).expect("the fence parses");
    let companion = fence.properties.as_ref().map(|text| {
        Document::of_text("apiProperties.json", text.clone()).expect("the properties parse")
    });
    let spec = Spec::new(&document).expect("the fence is an OpenAPI document");
    let (profile, target) = if fence.has("api") {
        (SeverityProfile::Api, "openapi")
    } else {
        (SeverityProfile::Connector, "power-platform")
    };
    let mut settings = RuleSettings::new(profile);
    settings.select = vec![rule.meta().id];
    let input = Input {
        spec: &spec,
        target: oneauth::target::find(target).expect("the target exists"),
        companion: companion.as_ref(),
    };
    oneauth::rule::run(input, &[rule], &settings)
}

#[test]
fn every_example_does_what_it_says() {
    for rule in rules::ALL {
        let meta = rule.meta();
        let all = fences(meta.docs);
        assert!(
            all.iter().any(|f| f.has("fires")),
            "{}: no example fires",
            meta.id
        );
        assert!(
            all.iter().any(|f| f.has("silent") || f.has("fixed")),
            "{}: no example is silent",
            meta.id
        );
        for fence in all.iter().filter(|f| f.has("fires")) {
            let found = run(*rule, fence);
            assert_eq!(found.len(), 1, "{}: {found:#?}\n{}", meta.id, fence.text);
            assert_eq!(found[0].rule, meta.id);
        }
        for fence in all.iter().filter(|f| f.has("silent") || f.has("fixed")) {
            let found = run(*rule, fence);
            assert!(found.is_empty(), "{}: {found:#?}\n{}", meta.id, fence.text);
        }
    }
}

#[test]
fn ids_are_kebab_case_and_unique() {
    let mut seen = Vec::new();
    for meta in rules::metas() {
        let shape = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(meta.id.chars().all(shape), "{}", meta.id);
        for name in std::iter::once(&meta.id).chain(meta.formerly) {
            assert!(!seen.contains(name), "{name} is used twice");
            seen.push(*name);
        }
    }
}

#[test]
fn a_rule_that_offers_a_fix_shows_one_and_only_then() {
    for meta in rules::metas() {
        let shows = fences(meta.docs).iter().any(|f| f.has("fixed"));
        assert_eq!(shows, meta.fix.is_some(), "{}", meta.id);
    }
}

#[test]
fn the_words_are_complete() {
    for meta in rules::metas() {
        let summary = meta.summary();
        assert!(
            summary.ends_with('.') && summary.len() <= 120,
            "{}: {summary}",
            meta.id
        );
        assert!(!meta.references.is_empty(), "{}: no reference", meta.id);
        assert!(
            !meta.hooks.is_empty() && !meta.versions.is_empty(),
            "{}",
            meta.id
        );
    }
}
