//! Every fence in a rule's documentation is run.

use oneauth::document::Document;
use oneauth::finding::File;
use oneauth::rule::Rule;
use oneauth::rules;

use crate::support::fences::{Fence, fences};
use crate::support::mend::{Case, mended};

/// A rule on a fence, judged as `connector` unless the fence says `api`.
fn case(rule: &'static dyn Rule, fence: &Fence) -> Case {
    let name = format!("{}.{}", rule.meta().id, fence.language);
    let companion = fence.properties.as_ref().map(|text| {
        Document::of_text("apiProperties.json", text.clone()).expect("the properties parse")
    });
    Case {
        rule,
        document: Document::of_text(&name, fence.text.clone()).expect("the fence parses"),
        companion,
        api: fence.has("api"),
    }
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
            let found = case(*rule, fence).check();
            assert_eq!(found.len(), 1, "{}: {found:#?}\n{}", meta.id, fence.text);
            assert_eq!(found[0].rule, meta.id);
        }
        for fence in all.iter().filter(|f| f.has("silent") || f.has("fixed")) {
            let found = case(*rule, fence).check();
            assert!(found.is_empty(), "{}: {found:#?}\n{}", meta.id, fence.text);
        }
    }
}

#[test]
fn a_fix_shown_is_what_the_fix_does() {
    for rule in rules::ALL {
        let all = fences(rule.meta().docs);
        let pairs = all.windows(2).filter(|pair| pair[1].has("fixed"));
        for pair in pairs {
            let case = case(*rule, &pair[0]);
            let found = case.check();
            let fix = found[0].fix.as_ref().expect("the example before has a fix");
            assert!(fix.safety <= rule.meta().fix.expect("the rule says so"));
            if fix.file == File::Document {
                let after = mended(&case, &found, File::Document).expect("something changes");
                assert_eq!(after.text, pair[1].text, "{}", rule.meta().id);
            } else {
                let after = mended(&case, &found, File::Properties).expect("something changes");
                assert_eq!(
                    Some(&after.text),
                    pair[1].properties.as_ref(),
                    "{}",
                    rule.meta().id
                );
            }
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
