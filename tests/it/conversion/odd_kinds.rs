//! Every value of every case replaced by one of another kind: what is not in the result then is
//! told at its place.

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

fn places(document: &Document) -> Vec<Pointer> {
    let nodes = (0..document.nodes().len()).map(|at| at as u32);
    let nodes = nodes.map(|at| document.at(NodeId(at)));
    let plain = |node: &NodeRef<'_>| node.parent().is_some() && node.node().kind != Kind::Alias;
    nodes.filter(plain).map(NodeRef::pointer).collect()
}

#[test]
fn a_value_of_another_kind_is_told() {
    let mut silent = Vec::new();
    for case in cases().into_iter().filter(|case| case.ends_with("parcels")) {
        let text = std::fs::read_to_string(input(&case)).unwrap();
        let document = Document::of_text("input", text).unwrap();
        let text = to_json(&document.value().unwrap(), &JsonStyle::default());
        let whole: Value = serde_json::from_str(&text).unwrap();
        let plain = Document::of_text("input.json", text).unwrap();
        // the version is what a conversion changes
        let places = places(&plain)
            .into_iter()
            .filter(|p| p.as_str() != "/openapi");
        for (place, value) in places.flat_map(|place| odd().map(|odd| (place.clone(), odd))) {
            let mut changed = whole.clone();
            *changed.pointer_mut(place.as_str()).unwrap() = value.clone();
            let changed = Document::of_text("input.json", changed.to_string()).unwrap();
            if !is_told(&changed, &place) {
                silent.push(format!("{place}: {value}"));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
