//! One API in many dressings: the same changes come to the same value in each, and touch nothing
//! else.
#![allow(
    clippy::unwrap_used,
    clippy::single_match_else,
    clippy::too_many_lines,
    clippy::format_push_string,
    clippy::struct_excessive_bools,
    reason = "tables and writers of tests"
)]

use oneauth::document::{Document, Value};
use oneauth::edit::{LowerError, apply, lower, unified};

use crate::support::dress::Dress;
use crate::support::generate;
use crate::support::model::{Spot, Step};
use crate::support::oracle::{document, patch_agrees, patched, rewrite};

mod corpus;
mod dressings;
mod random;
mod steps;

use dressings::dressings;
use steps::{parcels, steps};

#[test]
fn every_dressing_reads_as_the_same_value() {
    let parcels = parcels();
    for (name, dress) in dressings() {
        let text = dress.write(&parcels);
        let read = document(dress.name(), &text);
        assert!(read.value().unwrap() == parcels, "{name}\n{text}");
        assert_eq!(lower(&read, &[]).unwrap(), []);
        assert_eq!(apply(&text, &[]), text, "{name}");
        assert_eq!(unified(&read, &[], "parcels", 3), "");
    }
}

#[test]
fn each_change_alone() {
    let parcels = parcels();
    for (name, dress) in dressings() {
        let text = dress.write(&parcels);
        for step in steps() {
            let done = rewrite(dress.name(), &text, std::slice::from_ref(&step));
            done.unwrap_or_else(|e| panic!("{name}: {step:?}: {e}\n{text}"));
        }
    }
}

#[test]
fn changes_in_pairs_and_all_together() {
    let parcels = parcels();
    let steps = steps();
    for (at, (name, dress)) in dressings().into_iter().enumerate() {
        let text = dress.write(&parcels);
        for (first, a) in steps.iter().enumerate() {
            // each dressing takes its share of the pairs
            for b in steps[first + 1..].iter().skip(at % 6).step_by(6) {
                together(name, &dress, &text, &[a.clone(), b.clone()]);
            }
        }
        let after = together(name, &dress, &text, &steps::compatible(&steps));
        let old = document(dress.name(), &text);
        let changes: Vec<_> = steps::compatible(&steps)
            .iter()
            .map(|s| s.change(&old))
            .collect();
        let diff = unified(&old, &lower(&old, &changes).unwrap(), "parcels", 3);
        assert!(
            patch_agrees(&text, &diff, &after.unwrap()),
            "{name}\n{diff}"
        );
    }
}

/// Only changes of one place may be refused.
fn together(name: &str, dress: &Dress, text: &str, steps: &[Step]) -> Option<String> {
    match rewrite(dress.name(), text, steps) {
        Ok(after) => Some(after),
        Err(LowerError::Overlap { .. }) => None,
        Err(e) => panic!("{name}: {steps:?}: {e}\n{text}"),
    }
}

#[test]
fn the_files() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/layouts");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() > 5);
    for file in files {
        let name = file.to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let old = document(&name, &text);
        for steps in steps::of_every_node(&old) {
            match rewrite(&name, &text, &steps) {
                Ok(_) => {}
                Err(LowerError::Aliased { .. }) => assert!(text.contains('*'), "{name} {steps:?}"),
                Err(e) => assert!(text.contains("refused here"), "{name}: {steps:?}: {e}"),
            }
        }
    }
}

/// Members of several collections that go from the end of a text, seen together.
#[test]
fn what_is_left_ends_as_the_text_ended() {
    let scalar = "parcels:\n- null\n\n- null\n\n- |-\n  two\n  lines\n\nget: null";
    let plain = "parcels:\n- null\n\n- null\n\n- two\n\nget: null";
    let kept = "parcels:\n- null\n\n- |+\n  two\n  lines\n\n- two\n\nget: null";
    let replaced = "parcels: |-\n  two\n  lines\n\nget: null";
    let remove = |pointer: &str| Step::Remove(pointer.into());
    let both = [remove("/get"), remove("/parcels/2")];
    let push = Step::Push("/parcels".into(), Spot::Last, "three".into());
    let replace = Step::Replace("/parcels".into(), "one".into());
    let listed = "parcels:\n- null\n\n- null";
    let all_kept = kept.split_inclusive("lines\n\n").next().unwrap();
    for (text, steps, after) in [
        (scalar, &both[..], listed),
        (plain, &both, listed),
        (kept, &both, all_kept),
        (replaced, &[replace, remove("/get")], "parcels: one"),
        (
            plain,
            &[push, remove("/get")],
            &format!("{listed}\n\n- two\n- three"),
        ),
        (scalar, &[remove("/parcels"), remove("/get")], "{}"),
    ] {
        for newline in ["\n", "\r\n"] {
            for end in ["", "\n"] {
                let lines = |text: &str| text.replace('\n', newline);
                let old = lines(&format!("{text}{end}"));
                let new = rewrite("parcels.yaml", &old, steps).unwrap();
                let end = if after.ends_with('\n') { "" } else { end };
                assert_eq!(new, lines(&format!("{after}{end}")), "{steps:?}\n{old}");
            }
        }
    }
}

#[test]
fn a_diff_without_context_and_with_much() {
    let text = Dress::yaml().write(&parcels());
    let old = document("parcels.yaml", &text);
    let changes: Vec<_> = steps::compatible(&steps())
        .iter()
        .map(|s| s.change(&old))
        .collect();
    let edits = lower(&old, &changes).unwrap();
    for context in [0, 1, 2, 3, 10, 1000] {
        let diff = unified(&old, &edits, "parcels.yaml", context);
        assert_eq!(patched(&text, &diff), apply(&text, &edits), "{diff}");
    }
    insta::assert_snapshot!(unified(&old, &edits, "parcels.yaml", 1));
}
