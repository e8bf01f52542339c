//! Values of every case replaced by one of another kind: what is not in the result then is told at
//! its place. `ONEAUTH_EVERY=1` tries every value, a usual run one of many.

use oneauth::convert::{Loss, Options, convert};
use oneauth::document::{Document, Kind, NodeId, NodeRef, Pointer};
use oneauth::edit::{JsonStyle, to_json};
use serde_json::{Value, json};

use super::fixtures::{cases, input};

/// Values that no member of the specification is, each with a word that tells it.
fn odd() -> [Value; 3] {
    let word = "of-another-kind";
    [json!(word), json!([word]), json!({ word: word })]
}

fn is_told(document: &Document, place: &Pointer) -> bool {
    let Ok(conversion) = convert(document, &Options::default()) else {
        return true;
    };
    let near = |loss: &Loss| {
        let other = &loss.pointer;
        !other.as_str().is_empty() && (other.contains(place) || place.contains(other))
    };
    conversion.losses.iter().any(near) || conversion.text.text().contains("of-another-kind")
}

/// False for the version, which a conversion changes, and for words about what is not used: an
/// example's own summary, a variable no address names.
fn tells(place: &Pointer) -> bool {
    let place = place.as_str();
    let about_example = place.contains("/examples/") && place.ends_with("/summary");
    place != "/openapi" && !about_example && !place.contains("/variables/unused/")
}

fn places(document: &Document) -> Vec<Pointer> {
    let nodes = (0..document.nodes().len()).map(|at| at as u32);
    let nodes = nodes.map(|at| document.at(NodeId(at)));
    let plain = |node: &NodeRef<'_>| {
        // what stands beside `prefixItems` is told there
        let beside = |parent: NodeRef<'_>| parent.get("prefixItems").is_none();
        let told_here = node
            .parent()
            .is_some_and(|p| node.key() != "items" || beside(p));
        told_here && node.node().kind != Kind::Alias
    };
    nodes.filter(plain).map(NodeRef::pointer).collect()
}

#[test]
fn a_value_of_another_kind_is_told() {
    let every = std::env::var("ONEAUTH_EVERY").ok();
    let every: usize = every.and_then(|every| every.parse().ok()).unwrap_or(40);
    let mut silent = Vec::new();
    for (at, case) in cases().into_iter().enumerate() {
        let text = std::fs::read_to_string(input(&case)).unwrap();
        let document = Document::of_text("input", text).unwrap();
        let text = to_json(&document.value().unwrap(), &JsonStyle::default());
        let whole: Value = serde_json::from_str(&text).unwrap();
        let plain = Document::of_text("input.json", text).unwrap();
        let places = places(&plain).into_iter().filter(tells);
        let changes = places.flat_map(|place| odd().map(|odd| (place.clone(), odd)));
        for (place, value) in changes.skip(at % every).step_by(every) {
            let mut odd = whole.clone();
            *odd.pointer_mut(place.as_str()).unwrap() = value.clone();
            let odd = Document::of_text("input.json", odd.to_string()).unwrap();
            if !is_told(&odd, &place) {
                silent.push(format!("{}: {place}: {value}", case.display()));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
