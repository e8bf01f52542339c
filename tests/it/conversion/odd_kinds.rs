//! Every value of every case replaced by one of another kind: what is not in the result then is
//! told at its place.

use oneauth::convert::{Options, convert};
use oneauth::document::{Document, Kind, NodeRef, Pointer};
use serde_json::{Value, json};

use super::fixtures::{cases, input};

/// Values that no member of the specification is, each with a word that tells it.
fn odd() -> [Value; 3] {
    let word = "of-another-kind";
    [json!(word), json!([word]), json!({ word: word })]
}

/// True for places whose value is read for itself alone, and not carried over.
fn is_replaced(place: &str) -> bool {
    // the version is what the conversion changes
    place == "/openapi"
}

fn is_told(document: &Document, options: &Options, place: &Pointer) -> Result<bool, String> {
    let Ok(conversion) = convert(document, options) else {
        return Ok(true);
    };
    let near = |other: &Pointer| other.contains(place) || place.contains(other);
    let told = conversion
        .losses
        .iter()
        .any(|loss| !loss.pointer.as_str().is_empty() && near(&loss.pointer));
    Ok(told || conversion.text.text().contains("of-another-kind"))
}

fn places(document: &Document) -> Vec<Pointer> {
    let nodes = (0..document.nodes().len()).map(|at| at as u32);
    let nodes = nodes.map(|at| document.at(oneauth::document::NodeId(at)));
    let plain = |node: &NodeRef<'_>| node.parent().is_some() && node.node().kind != Kind::Alias;
    nodes.filter(plain).map(NodeRef::pointer).collect()
}

#[test]
fn a_value_of_another_kind_is_told() {
    let mut silent = Vec::new();
    for case in cases() {
        let text = std::fs::read_to_string(input(&case)).unwrap();
        let document = Document::of_text("input", text).unwrap();
        let Ok(plain) = document.value() else { continue };
        let text = oneauth::edit::to_json(&plain, &oneauth::edit::JsonStyle::default());
        let whole: Value = serde_json::from_str(&text).unwrap();
        let plain = Document::of_text("input.json", text).unwrap();
        for place in places(&plain) {
            for value in odd() {
                let mut changed = whole.clone();
                *changed.pointer_mut(place.as_str()).unwrap() = value.clone();
                let changed = Document::of_text("input.json", changed.to_string()).unwrap();
                if !is_replaced(place.as_str())
                    && !is_told(&changed, &Options::default(), &place).unwrap()
                {
                    let case = case.file_name().unwrap().to_string_lossy().into_owned();
                    silent.push(format!("{case} {place}: {value}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{}\n{}", silent.len(), silent.join("\n"));
}
