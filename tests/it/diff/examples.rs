//! The examples in the words of each rule.

use oneauth::diff::rules;

use super::support::{compared_texts, shown};
use crate::support::fences::fences;

/// Rules about files that an example of one document does not show.
const WITHOUT: [&str; 2] = ["diff:connection-parameter-changed", "diff:unrelated-change"];

#[test]
fn every_example_is_reported_by_its_rule_alone() {
    for meta in rules::ALL {
        let all = fences(meta.docs);
        let text = |word: &str| all.iter().find(|fence| fence.has(word)).map(|f| &f.text);
        let (Some(old), Some(new)) = (text("old"), text("new")) else {
            assert!(WITHOUT.contains(&meta.id), "{}: no example", meta.id);
            continue;
        };
        let found = compared_texts(old, new);
        assert_eq!(
            found.differences.len(),
            1,
            "{}:\n{}",
            meta.id,
            shown(&found)
        );
        assert_eq!(
            found.differences[0].finding.rule,
            meta.id,
            "{}",
            shown(&found)
        );
    }
}

#[test]
fn ids_and_words_are_complete() {
    let mut seen = Vec::new();
    for meta in rules::ALL {
        let name = meta.id.strip_prefix("diff:").expect("the family's prefix");
        assert!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{}",
            meta.id
        );
        assert!(!seen.contains(&meta.id), "{} twice", meta.id);
        assert!(
            meta.summary().ends_with('.') && meta.summary().len() <= 120,
            "{}",
            meta.id
        );
        assert!(!meta.references.is_empty(), "{}", meta.id);
        seen.push(meta.id);
    }
}
