//! One edit in a real connector: reported by the right rule, and by no other.

use std::collections::BTreeMap;

use oneauth::document::{Document, Value};

use super::corpus::connectors;
use super::mutation_contract::MORE;
use super::mutation_kinds::{MUTATIONS, Mutation};
use super::properties::{Dice, json, seen};
use super::support::{compared, parsed, rules, shown};

/// Edits that are made.
const COUNT: usize = 500;
/// Larger documents would only make the test slow.
const MAX_BYTES: usize = 200_000;

#[test]
fn one_edit_is_reported_by_one_rule() {
    let bases: Vec<(String, Value)> = connectors()
        .into_iter()
        .filter(|(_, document)| document.text().len() < MAX_BYTES)
        .filter_map(|(name, document)| Some((name, document.value().ok()?)))
        .filter(|(_, value)| value.get("swagger").is_some())
        .collect();
    if bases.is_empty() {
        return;
    }
    let all: Vec<&Mutation> = MUTATIONS.iter().chain(MORE).collect();
    let mut dice = Dice(0x5eed_cafe);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut made = 0;
    while made < COUNT {
        let (name, base) = &bases[dice.below(bases.len())];
        let (edit, rule, mutate) = all[dice.below(all.len())];
        let mut value = base.clone();
        if !mutate(&mut value, &mut dice) || value == *base {
            continue;
        }
        made += 1;
        *counts.entry(edit).or_default() += 1;
        let old: Document = parsed("old.json", &json(base));
        let new: Document = parsed("new.json", &json(&value));
        let found = compared(&old, &new);
        if rules(&found) != [*rule] || found.differences.len() != 1 {
            wrong.push(format!("{edit} in {name}:\n{}", shown(&found)));
        }
        let back = compared(&new, &old);
        if seen(&found, false) != seen(&back, true) {
            wrong.push(format!("{edit} in {name}, and back:\n{}", shown(&back)));
        }
    }
    eprintln!("{made} edits: {counts:?}");
    assert!(
        wrong.is_empty(),
        "{} of {made}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
