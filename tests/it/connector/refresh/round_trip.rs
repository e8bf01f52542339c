//! Published connectors after a round trip: what it took is back, at the right places, and nowhere
//! else.

use std::collections::HashMap;
use std::fmt::Write as _;

use oneauth::connector::refresh::{Carried, Texts};
use oneauth::document::{Document, Value};
use oneauth::spec::Spec;

use super::strip::strip;
use super::{document, refreshed};
use crate::properties_file::corpus::{connectors, read};

#[derive(Default)]
struct Score {
    connectors: usize,
    taken: usize,
    back: usize,
    wrong: usize,
    report: String,
}

#[test]
fn what_a_round_trip_takes_is_back() {
    let mut score = Score::default();
    for (folder, _) in connectors() {
        let Some(old) = folder.definition.as_deref().and_then(read) else {
            continue;
        };
        if old.problems().is_empty() && Spec::new(&old).is_ok() {
            one(&old, &mut score);
        }
    }
    let Score {
        connectors,
        taken,
        back,
        wrong,
        report,
    } = score;
    eprintln!(
        "{connectors} connectors: {back} of {taken} members back, {wrong} at a wrong place\n{report}"
    );
    assert!(back * 100 >= taken * 99, "{back} of {taken}:\n{report}");
    assert_eq!(wrong, 0, "{report}");
}

/// Every value of a document by its pointer's text.
fn index<'v>(value: &'v Value, at: &str, out: &mut HashMap<String, &'v Value>) {
    out.insert(at.to_owned(), value);
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                index(member, &format!("{at}/{key}"), out);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                index(item, &format!("{at}/{place}"), out);
            }
        }
        _ => {}
    }
}

fn indexed(value: &Value) -> HashMap<String, &Value> {
    let mut out = HashMap::new();
    index(value, "", &mut out);
    out
}

fn one(old: &Document, score: &mut Score) {
    let stripped = strip(old);
    let new = document("export.json", stripped.text.as_str());
    let (after, done) = refreshed(old, &new, Texts::Old);
    score.connectors += 1;
    let name = old.source().name();
    let (before, result) = (old.value().unwrap(), after.value().unwrap());
    let (before, found) = (indexed(&before), indexed(&result));
    for (pointer, value) in &stripped.taken {
        if matches!(value, Value::String(text) if text.trim().is_empty()) {
            continue;
        }
        score.taken += 1;
        if found.get(pointer.as_str()) == Some(&value) {
            score.back += 1;
        } else {
            let _ = writeln!(score.report, "{name}: missing {pointer}");
        }
    }
    for Carried { from, to } in &done.carried {
        if before.get(to.as_str()) != found.get(to.as_str()) {
            score.wrong += 1;
            let _ = writeln!(score.report, "{name}: {from} went to {to}");
        }
    }
    let again = refreshed(old, &after, Texts::Old).1;
    assert_eq!(again.changes, [], "{name}: a second run changes something");
}
