//! Leaf spans plus the gaps between them, in order, give back the source byte for byte; and a gap
//! holds nothing but structure.

use std::fmt::Write as _;

use oneauth::document::{Document, Kind, NodeId, Value};
use oneauth::text::Span;
use proptest::prelude::*;

use crate::support::command::repository;
use crate::support::corpus::files_named;

/// The spans of all keys, comments and scalars, in document order.
fn leaves(document: &Document) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for node in document.nodes() {
        spans.extend(node.key_span());
        if !node.is_container() {
            spans.push(node.span());
        }
    }
    spans
}

/// Panics unless the tree's spans tile the source.
fn check_spans(document: &Document) {
    let text = document.text();
    let mut at = 0;
    let mut rebuilt = String::new();
    for leaf in leaves(document) {
        assert!(at <= leaf.start, "leaves are in order: {leaf:?}");
        let gap = &text[at as usize..leaf.start as usize];
        assert!(is_structure(gap), "a gap is structure: {gap:?}");
        rebuilt.push_str(gap);
        rebuilt.push_str(&text[leaf.range()]);
        at = leaf.end;
    }
    assert!(is_structure(&text[at as usize..]));
    rebuilt.push_str(&text[at as usize..]);
    assert_eq!(rebuilt, text);
    check_containers(document);
}

/// Panics unless every container starts and ends at its brackets and holds its children.
fn check_containers(document: &Document) {
    for (index, node) in document.nodes().iter().enumerate() {
        let raw = document.source().slice(node.span());
        let (open, close) = match node.kind {
            Kind::Object => ('{', '}'),
            Kind::Array => ('[', ']'),
            _ => continue,
        };
        assert!(raw.starts_with(open) && raw.ends_with(close), "{raw}");
        for child in document.at(NodeId(index as u32)).children() {
            assert!(node.span().contains(child.entry_span()));
            assert_eq!(child.node().parent.index(), index);
        }
    }
}

/// True for white space, brackets, colons and commas; comments and a byte order mark taken out.
fn is_structure(gap: &str) -> bool {
    let mut rest = gap.trim_start_matches('\u{feff}');
    while let Some(at) = rest.find('/') {
        if !only_brackets(&rest[..at]) {
            return false;
        }
        let after = &rest[at..];
        let length = if after.starts_with("//") {
            after.find('\n').unwrap_or(after.len())
        } else {
            after.find("*/").map_or(after.len(), |end| end + 2)
        };
        rest = &after[length..];
    }
    only_brackets(rest)
}

fn only_brackets(text: &str) -> bool {
    text.chars().all(|c| "{}[]:, \t\r\n".contains(c))
}

#[test]
fn every_fixture_is_tiled_by_its_spans() {
    let mut checked = 0;
    for path in files_named(&repository().join("fixtures"), &[".json"]) {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        if let Ok(document) = Document::of_text("a.json", text) {
            check_spans(&document);
            checked += 1;
        }
    }
    println!("{checked} fixtures");
}

#[test]
fn every_corpus_document_is_tiled_by_its_spans() {
    let mut checked = 0;
    for path in crate::support::corpus::documents() {
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        if let Ok(document) = Document::of_text("a.json", text) {
            check_spans(&document);
            checked += 1;
        }
    }
    println!("{checked} documents");
}

#[test]
fn comments_are_gaps() {
    let text = "\u{feff}// a\n{/*b*/\"c\"/* \" */:/**/1 // d\n, \"e\": [ /*,*/ ], } /* f */";
    check_spans(&Document::of_text("a.json", text).expect("it is read"));
}

/// A random value.
fn value() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,9})?([eE][+-]?[0-9]{1,3})?",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(Value::Number),
        any::<String>().prop_map(Value::String),
        "[a-zA-Z /~\\\\\"]{0,20}".prop_map(Value::String),
    ];
    leaf.prop_recursive(6, 60, 8, |inner| {
        let members = proptest::collection::btree_map(any::<String>(), inner.clone(), 0..8);
        prop_oneof![
            proptest::collection::vec(inner, 0..8).prop_map(Value::Array),
            members.prop_map(Value::object),
        ]
    })
}

/// Writes values, choosing white space and escapes by a list of numbers that it goes through.
struct Writer<'c> {
    choices: std::iter::Cycle<std::slice::Iter<'c, u8>>,
    out: String,
}

impl Writer<'_> {
    fn choose(&mut self) -> u8 {
        *self.choices.next().expect("a cycle of some choices")
    }

    fn gap(&mut self) {
        let gaps = ["", "", " ", "\n", "\r\n\t", "          ", "  "];
        let gap = gaps[usize::from(self.choose()) % gaps.len()];
        self.out.push_str(gap);
    }

    fn token(&mut self, token: &str) {
        self.gap();
        self.out.push_str(token);
        self.gap();
    }

    fn string(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            let escape = self.choose().is_multiple_of(5) || c < ' ' || matches!(c, '"' | '\\');
            if escape {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    let _ = write!(self.out, "\\u{unit:04x}");
                }
            } else {
                self.out.push(c);
            }
        }
        self.out.push('"');
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(yes) => self.out.push_str(&yes.to_string()),
            Value::Number(text) => self.out.push_str(text),
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                self.token("[");
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.token(",");
                    }
                    self.value(item);
                }
                self.token("]");
            }
            Value::Object(members) => self.object(members),
        }
    }

    fn object(&mut self, members: &[(String, Value)]) {
        self.token("{");
        for (index, (key, value)) in members.iter().enumerate() {
            if index > 0 {
                self.token(",");
            }
            self.string(key);
            self.token(":");
            self.value(value);
        }
        self.token("}");
    }
}

proptest! {
    #[test]
    fn random_documents_in_random_layouts(
        value in value(),
        choices in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut writer = Writer { choices: choices.iter().cycle(), out: String::new() };
        writer.value(&value);
        let document = Document::of_text("a.json", writer.out.as_str());
        let document = document.map_err(|e| TestCaseError::fail(e.to_string()))?;
        check_spans(&document);
        prop_assert_eq!(document.problems(), &[]);
        prop_assert_eq!(document.value(), Ok(value));
        serde_json::from_str::<serde_json::Value>(&writer.out)
            .map_err(|e| TestCaseError::fail(format!("{e}: {}", writer.out)))?;
    }
}
