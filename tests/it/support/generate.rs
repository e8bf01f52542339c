//! Random values, random dressings, random steps.

use oneauth::document::{Document, Kind, NodeId, Value};
use proptest::prelude::*;

use super::dress::{Commas, Dress, Quotes};
use super::model::{Spot, Step};

const WORDS: &[&str] = &[
    "parcels",
    "get",
    "security",
    "type",
    "x-note",
    "a",
    "b",
    "c d",
    "it's",
    "say \"hi\"",
    "yes",
    "no",
    "1",
    "/parcels/{id}",
    "200",
    "a: b",
    "a #b",
    "- a",
    "é",
    "~",
    "null",
    "<<",
    "#x",
    "{",
    "[",
    "a,b",
    "\\",
    "tab\there",
    "back\u{8}",
    "\u{1f4e6}",
    "&a",
    "*a",
    "!t",
    "%",
    "@",
    "`",
    "|",
    ">",
    "?",
    ":",
    " lead",
    "trail ",
    "//",
    "/*",
    "0x1",
    "1e3",
    ".5",
    "2024-01-01",
    "=",
];
const TEXTS: &[&str] = &[
    "",
    "two\nlines",
    "two\nlines\n",
    "kept\nlines\n\n",
    "gap\n\nlines",
    "# not\n# a comment\n",
    "long long long text that goes on: and on, and # on",
];
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "1.0",
    "1.50",
    "1e3",
    "12345678901234567890",
    "-0.5E-7",
];

pub(crate) fn word() -> impl Strategy<Value = String> {
    proptest::sample::select(WORDS).prop_map(str::to_owned)
}

/// A value of bounded depth; keys are unique.
pub(crate) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        proptest::sample::select(NUMBERS).prop_map(|n| Value::Number(n.to_owned())),
        word().prop_map(Value::String),
        proptest::sample::select(TEXTS).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            proptest::collection::vec((word(), inner), 0..5).prop_map(object),
        ]
    })
}

/// A container with members.
pub(crate) fn root() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => proptest::collection::vec((word(), value()), 1..6).prop_map(object),
        1 => proptest::collection::vec(value(), 1..5).prop_map(Value::Array),
    ]
}

fn object(members: Vec<(String, Value)>) -> Value {
    let mut out: Vec<(String, Value)> = Vec::new();
    for (key, value) in members {
        if out.iter().all(|(other, _)| *other != key) {
            out.push((key, value));
        }
    }
    Value::Object(out)
}

pub(crate) fn dress() -> impl Strategy<Value = Dress> {
    let bools = proptest::collection::vec(any::<bool>(), 8);
    let unit = proptest::sample::select(&["  ", "    ", "\t"][..]);
    let colon = proptest::sample::select(&[": ", ":", " : "][..]);
    let commas = proptest::sample::select(&[Commas::Usual, Commas::Trailing, Commas::First][..]);
    let quotes = proptest::sample::select(&[Quotes::Plain, Quotes::Single, Quotes::Double][..]);
    let flow_from = proptest::sample::select(&[usize::MAX, usize::MAX, 3, 2, 1, 0][..]);
    (bools, unit, colon, commas, quotes, flow_from).prop_map(
        |(is, unit, colon, commas, quotes, flow_from)| {
            let yaml = is[0];
            Dress {
                yaml,
                unit: if yaml && unit == "\t" { "   " } else { unit },
                newline: if is[1] { "\n" } else { "\r\n" },
                mark: is[2] && !yaml,
                final_newline: is[3],
                colon: if yaml { ": " } else { colon },
                spread: is[4],
                commas: if is[4] { commas } else { Commas::Usual },
                comments: is[5],
                blank_lines: is[6],
                quotes,
                dash: if is[7] { 2 } else { 0 },
                flow_from,
                literal: is[6],
            }
        },
    )
}

/// Where and what to change, before a document is known.
pub(crate) type Pick = (prop::sample::Index, u8, prop::sample::Index, String, Value);

pub(crate) fn picks() -> impl Strategy<Value = Vec<Pick>> {
    let pick = (
        any::<prop::sample::Index>(),
        0_u8..6,
        any::<prop::sample::Index>(),
        word(),
        value(),
    );
    proptest::collection::vec(pick, 1..6)
}

/// A step of this document, where the pick comes to one.
pub(crate) fn step(document: &Document, pick: &Pick) -> Option<Step> {
    let (node, kind, member, key, value) = pick;
    let node = document.at(NodeId(node.index(document.nodes().len()) as u32));
    let pointer = node.pointer().as_str().to_owned();
    let keyed = node.node().has_key();
    let names: Vec<String> = node
        .children()
        .enumerate()
        .map(|(at, child)| {
            if child.node().has_key() {
                child.key().to_owned()
            } else {
                at.to_string()
            }
        })
        .collect();
    let spot = match member.index(names.len() + 2) {
        0 => Spot::First,
        1 => Spot::Last,
        at => Spot::After(names[at - 2].clone()),
    };
    match (kind, node.kind()) {
        (0, _) if !pointer.is_empty() => Some(Step::Remove(pointer)),
        (1, _) => Some(Step::Replace(pointer, value.clone())),
        (2, _) if keyed => Some(Step::Rename(pointer, key.clone())),
        (3.., Kind::Object) => Some(Step::Insert(pointer, spot, key.clone(), value.clone())),
        (3.., Kind::Array) => Some(Step::Push(pointer, spot, value.clone())),
        _ => None,
    }
}
