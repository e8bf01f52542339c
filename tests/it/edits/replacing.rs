//! Values and keys that become others.

use oneauth::document::Value;
use oneauth::edit::Change;

use super::{edited, id, replaced, requirement};

fn scheme() -> Value {
    Value::object([
        ("type", "basic".into()),
        ("x-n", Value::Number("1.0".into())),
    ])
}

#[test]
fn json_values() {
    let text = "{\n  \"a\": 1,\n  \"b\": {\"c\": [1]},\n  \"d\": [\n    1\n  ]\n}\n";
    assert_eq!(
        replaced(text, "/a", "é".into()),
        text.replace("1,", "\"é\",")
    );
    assert_eq!(
        replaced(text, "/b", scheme()),
        text.replace("{\"c\": [1]}", "{\"type\": \"basic\", \"x-n\": 1.0}")
    );
    assert_eq!(
        replaced(text, "/d", Value::object([("k", "v".into())])),
        text.replace("[\n    1\n  ]", "{\n    \"k\": \"v\"\n  }")
    );
    assert_eq!(
        replaced(r#"{"a":[]}"#, "/a", scheme()),
        r#"{"a":{"type":"basic","x-n":1.0}}"#
    );
}

/// Each value of this document becomes a scalar, an object, an array, an empty array.
const SHAPES: &str = "\
plain: text # c1
empty:
note: # c2
single: 'text'
double: \"text\" # c3
literal: | # c4
  some
  text

folded: >-
  some
  text
below:
  text
object:
  a: 1
  # c5
  b: 2 # c6
tagged: !!map
  a: 1
sequence:
- 1
- 2 # c7
deep:
  - - 1
    - 2
  - x # c8
  -
    y: 1
  - z: 1 # c9
flow: {a: 1, b: [1, 2]} # c10
wide: [
  1, # c11
  2
]
last: 1";

#[test]
fn every_yaml_shape_becomes_every_other() {
    let document = super::read(SHAPES);
    let nodes = 1..document.nodes().len() as u32;
    let values = [
        Value::from("next"),
        Value::array([]),
        scheme(),
        requirement(),
        Value::Null,
    ];
    for value in &values {
        let mut all = String::new();
        for node in nodes.clone().map(oneauth::document::NodeId) {
            let out = edited(SHAPES, |_| {
                vec![Change::Replace {
                    node,
                    value: value.clone(),
                }]
            });
            let pointer = document.at(node).pointer();
            all.push_str(&format!("== {pointer}\n{}", diff(SHAPES, &out)));
        }
        insta::assert_snapshot!(all);
    }
}

/// The lines that went and came.
fn diff(old: &str, new: &str) -> String {
    let diff = similar::TextDiff::from_lines(old, new);
    let mut out = String::new();
    for change in diff.iter_all_changes() {
        match change.tag() {
            similar::ChangeTag::Equal => {}
            tag => out.push_str(&format!("{tag}{}\n", change.value().trim_end_matches('\n'))),
        }
    }
    out
}

#[test]
fn the_root() {
    assert_eq!(
        replaced("{\"a\":1}", "", requirement()),
        "[{\"basicAuth\":[]}]"
    );
    assert_eq!(replaced("a: 1\n", "", requirement()), "- basicAuth: []\n");
    assert_eq!(replaced("# c\n- 1\n- 2 # d\n", "", "x".into()), "# c\nx\n");
    assert_eq!(
        replaced("--- {a: 1}\n", "", scheme()),
        "--- \ntype: basic\nx-n: 1.0\n"
    );
}

#[test]
fn strings_that_other_readers_would_type_are_quoted() {
    let strings = [
        "yes",
        "no",
        "On",
        "off",
        "y",
        "N",
        "true",
        "null",
        "~",
        "",
        "1",
        "1.0",
        "0x1f",
        "0o17",
        "017",
        "1_000",
        "12:30",
        "190:20:30",
        "2001-01-01",
        ".inf",
        ".nan",
        "-",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "{a}",
        "[a]",
        "a, b",
        "? a",
        ":",
        "a:",
        " a",
        "a ",
        "a\tb",
        "a\nb",
        "'a'",
        "\"a\"",
        "it's",
        "<<",
        "=",
        "...",
        "---",
        "é",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{7f}",
        "\u{0}",
        "\\",
        "1e5",
        "+1",
        "+.5",
        "0b1",
        "NULL",
        "False",
        "a\r\nb",
        "\u{1f600}",
        "https://login.example.com/a?b=c&d=#e",
    ];
    for text in [
        "a: 1\n",
        "{a: 1}\n",
        "{\"a\": 1}\n",
        "a: 'q'\n",
        "a: \"q\"\n",
        "[a]\n",
        "- 'a'\n",
    ] {
        for string in strings {
            let pointer = if super::read(text).root().is_array() {
                "/0"
            } else {
                "/a"
            };
            replaced(text, pointer, string.into());
            replaced(text, pointer, Value::array([string.into()]));
            replaced(text, pointer, Value::object([(string, string.into())]));
            if pointer == "/a" {
                renamed(text, "/a", string);
            }
        }
    }
}

fn renamed(text: &str, pointer: &str, key: &str) -> String {
    edited(text, |d| {
        vec![Change::RenameKey {
            entry: id(d, pointer),
            key: key.to_owned(),
        }]
    })
}

#[test]
fn keys_keep_their_quotes() {
    assert_eq!(
        renamed("{ \"a b\" : 1 }", "/a b", "c\"d"),
        "{ \"c\\\"d\" : 1 }"
    );
    assert_eq!(renamed("a: 1\n", "/a", "x-a"), "x-a: 1\n");
    assert_eq!(renamed("a: 1\n", "/a", "yes"), "\"yes\": 1\n");
    assert_eq!(renamed("'a': 1\n", "/a", "it's"), "'it''s': 1\n");
    assert_eq!(renamed("\"a\" : 1\n", "/a", "b"), "\"b\" : 1\n");
    assert_eq!(renamed("{a: 1, 'b': 2}\n", "/b", "c"), "{a: 1, 'c': 2}\n");
    assert_eq!(
        edited("a: 1\nb: 2\n", |d| vec![
            Change::RenameKey {
                entry: id(d, "/a"),
                key: "b".into()
            },
            Change::RenameKey {
                entry: id(d, "/b"),
                key: "a".into()
            },
            Change::Replace {
                node: id(d, "/b"),
                value: requirement()
            },
        ]),
        "b: 1\na:\n  - basicAuth: []\n"
    );
}
