//! What is read although it is unusual, and what it reads as.

use std::fmt::Write as _;

use oneauth::document::{Document, Flags, Kind, NodeRef, Value, quote};

fn read(text: &str) -> Document {
    Document::of_text("a.json", text).unwrap_or_else(|e| panic!("{e}"))
}

/// The document's problems, one a line: place, source text, message.
fn problems(document: &Document) -> String {
    let mut out = String::new();
    for problem in document.problems() {
        let place = document.source().place(problem.span.start);
        let text = document.source().slice(problem.span);
        let message = problem.kind.message();
        let _ = writeln!(out, "{}:{}: {text:?}: {message}", place.line, place.column);
    }
    out
}

#[test]
fn deviations_are_kept_as_problems_in_source_order() {
    let document = read(
        "\u{feff}{ // first\n  \"a\": [1, 2,], /* second\n */ \"a\": \"\\ud800 \\udc00\\ud83d\\ude00\",\n  \"b\": {\"c\": 1, \"\\u0063\": \"\t\u{1}\",},\n}\n// last",
    );
    insta::assert_snapshot!("problems", problems(&document));
}

#[test]
fn a_plain_document_has_no_problems() {
    let document = read("{\r\n\t\"a\": [],\r\n\t\"b\": {}\r\n}\r\n");
    assert_eq!(problems(&document), "");
}

#[test]
fn duplicate_keys_are_all_there_and_the_last_counts() {
    let document = read(r#"{"a": 1, "b": 2, "\u0061": 3, "a": {"a": 4}}"#);
    let root = document.root();
    assert_eq!(root.children().count(), 4);
    let duplicates: Vec<bool> = root.children().map(NodeRef::is_duplicate).collect();
    assert_eq!(duplicates, [false, false, true, true]);
    assert!(root.get("a").expect("there are three").is_object());
    let value = document.value().expect("it is small");
    let expected = Value::object([
        ("a", Value::object([("a", Value::Number("4".into()))])),
        ("b", Value::Number("2".into())),
    ]);
    assert_eq!(value, expected, "the last value, at the place of the first");
}

#[test]
fn equal_keys_of_different_objects_are_no_duplicates() {
    let document = read(r#"[{"a": 1}, {"a": {"a": 2}}, {"b": {"a": 1}, "a": 1}]"#);
    assert_eq!(problems(&document), "");
}

#[test]
fn numbers_keep_their_text_and_know_their_kind() {
    for (text, kind) in [
        ("0", Kind::Integer),
        ("-0", Kind::Integer),
        ("123456789012345678901234567890", Kind::Integer),
        ("1.0", Kind::Float),
        ("1.10", Kind::Float),
        ("1E400", Kind::Float),
        ("-0.0e-0", Kind::Float),
        ("1e+05", Kind::Float),
    ] {
        let document = read(&format!("[{text}]"));
        let number = document.root().item(0).expect("it has an item");
        assert_eq!((number.raw(), number.kind()), (text, kind));
        assert_eq!(
            document.value(),
            Ok(Value::array([Value::Number(text.into())]))
        );
    }
}

#[test]
fn every_escape_is_decoded() {
    let document = read(r#"["\"\\\/\b\f\n\r\t\u00e9\u20AC\ud83d\ude00\u0000", "plain"]"#);
    let text = document.root().item(0).expect("it has an item");
    assert_eq!(text.text(), "\"\\/\u{8}\u{c}\n\r\té€😀\0");
    assert!(text.node().flags.has(Flags::ESCAPED));
    let plain = document.root().item(1).expect("it has two items");
    assert!(!plain.node().flags.has(Flags::ESCAPED));
}

#[test]
fn half_a_surrogate_pair_reads_as_the_replacement_character() {
    for (text, decoded) in [
        (r"\ud800", "\u{fffd}"),
        (r"\udfff!", "\u{fffd}!"),
        (r"\ud800\ud800\udc00", "\u{fffd}\u{10000}"),
        (r"\ud800\n", "\u{fffd}\n"),
        (r"\ud800\u0041", "\u{fffd}A"),
        (r"\uD83D\uDE00", "😀"),
    ] {
        let document = read(&format!("\"{text}\""));
        assert_eq!(document.root().text(), decoded, "{text}");
        let lone = decoded.contains('\u{fffd}');
        assert_eq!(document.problems().len(), usize::from(lone), "{text}");
    }
}

#[test]
fn scalars_can_be_documents() {
    for (text, kind) in [
        ("null", Kind::Null),
        (" true ", Kind::True),
        ("false", Kind::False),
        ("-1", Kind::Integer),
        ("\"\"", Kind::String),
    ] {
        assert_eq!(read(text).root().kind(), kind);
    }
}

#[test]
fn the_byte_order_mark_belongs_to_no_node() {
    let document = read("\u{feff}{\"a\":1}");
    assert_eq!(document.root().span().start, 3);
    assert_eq!(document.source().place(3).column, 1);
}

#[test]
fn quoting_and_reading_are_inverse() {
    for text in ["", "a\"b\\c", "\u{0}\u{1f}\u{7f}", "\n\r\t", "é€😀\u{2028}"] {
        let document = read(&quote(text));
        assert_eq!(document.root().text(), text);
        assert_eq!(
            serde_json::from_str::<String>(&quote(text)).ok().as_deref(),
            Some(text)
        );
    }
}

#[test]
fn keys_made_to_collide_are_told_apart() {
    // one slot for all of them in a table of 2^10: found by trying, with the reader's own hash
    let hash = |text: &str| {
        let mut hasher = rustc_hash::FxHasher::default();
        std::hash::Hasher::write(&mut hasher, text.as_bytes());
        let wide = std::hash::Hasher::finish(&hasher);
        (wide ^ (wide >> 32)) as u32
    };
    let keys: Vec<String> = (0..400_000_u32)
        .map(|number| format!("{number:x}"))
        .filter(|key| hash(key) & 0x3ff == 7)
        .collect();
    assert!(keys.len() > 300, "{}", keys.len());
    let members: Vec<String> = keys
        .iter()
        .map(|key| format!("\"{key}\":\"{key}\""))
        .collect();
    let document = read(&format!("{{{}}}", members.join(",")));
    assert_eq!(problems(&document), "");
    for key in &keys {
        let found = document.root().get(key).expect("each key is there");
        assert!(found.is_str(key));
    }
    assert!(document.root().get("no such key").is_none());
}
