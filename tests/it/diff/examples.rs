//! The examples in the words of each rule.

use oneauth::diff::{Comparison, compare, rules, unrelated};
use oneauth::rule::SeverityProfile;
use oneauth::spec::Spec;

use super::support::{compared_texts, parsed, shown};
use crate::support::command::repository;
use crate::support::fences::{Fence, fences};

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

/// What a rewrite changed beside security.
fn strays(old: &str, new: &str) -> String {
    let (old, new) = (parsed("old", old), parsed("new", new));
    let (old, new) = (Spec::new(&old).unwrap(), Spec::new(&new).unwrap());
    let found = unrelated(&old, &new, SeverityProfile::Connector);
    found
        .iter()
        .map(|one| one.finding.message.clone() + "\n")
        .collect()
}

/// Two documents, each with the file beside it.
fn with_companions(old: &Fence, new: &Fence) -> Comparison {
    let beside = |fence: &Fence| {
        let text = fence.properties.as_ref();
        text.map(|text| parsed("apiProperties.json", text))
    };
    let (a, b) = (parsed("old", &old.text), parsed("new", &new.text));
    let (a, b) = (Spec::new(&a).unwrap(), Spec::new(&b).unwrap());
    let beside = (beside(old), beside(new));
    let companions = (beside.0.as_ref(), beside.1.as_ref());
    compare(&a, &b, companions, SeverityProfile::Connector)
}

/// `fixtures/diffs/edges.md`: pairs of fences, `old` and `new`. The words after `new` come up in
/// what is reported, which is nothing for `same`; `stray` looks for what is not about security.
#[test]
fn every_edge_is_where_it_is_said_to_be() {
    let text = std::fs::read_to_string(repository().join("fixtures/diffs/edges.md")).unwrap();
    let mut out = String::new();
    let all = fences(&text);
    for (old, new) in all
        .iter()
        .zip(all.iter().skip(1))
        .filter(|(old, _)| old.has("old"))
    {
        let seen = if new.has("stray") {
            strays(&old.text, &new.text)
        } else {
            shown(&with_companions(old, new))
        };
        let holds = |word: &String| match word.as_str() {
            "new" | "stray" => true,
            "same" => !seen.contains("diff:") && !seen.contains('`'),
            word => match word.strip_prefix('!') {
                Some(word) => !seen.contains(word),
                None => seen.contains(word),
            },
        };
        if let Some(word) = new.words.iter().find(|word| !holds(word)) {
            out += &format!("not `{word}`\n{}to\n{}{seen}\n", old.text, new.text);
        }
    }
    assert!(out.is_empty(), "{out}");
}
