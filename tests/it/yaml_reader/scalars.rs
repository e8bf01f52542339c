//! Every way to write a scalar, and where it is.

use oneauth::document::{Document, Style};

use super::{json, read};

/// The text of the member `a`.
fn text_of(text: &str) -> String {
    text_in(&read(text))
}

fn text_in(document: &Document) -> String {
    document
        .root()
        .get("a")
        .expect("a member a")
        .text()
        .into_owned()
}

/// The source of the member `a`.
fn raw_of(text: &str) -> String {
    read(text)
        .root()
        .get("a")
        .expect("a member a")
        .raw()
        .to_owned()
}

#[test]
fn plain_scalars() {
    assert_eq!(text_of("a: b # c\n"), "b");
    assert_eq!(text_of("a: b#c\n"), "b#c");
    assert_eq!(text_of("a: b:c\n"), "b:c");
    assert_eq!(text_of("a: -b\n"), "-b");
    assert_eq!(text_of("a:\tb\n"), "b");
    assert_eq!(text_of("a: b\n   c\n\n   d\nb: 1\n"), "b c\nd");
    assert_eq!(text_of("a: b\r\n   c\r\n\r\n   d\r\n"), "b c\nd");
    assert_eq!(text_of("a:\n  b\n"), "b");
    assert_eq!(text_of("{a: b\n  c, d: e}"), "b c");
}

#[test]
fn single_quoted_scalars() {
    assert_eq!(text_of("a: 'it''s'\n"), "it's");
    assert_eq!(text_of("a: ''\n"), "");
    assert_eq!(text_of("a: 'b  \n   c\n\n\n   d'\n"), "b c\n\nd");
    assert_eq!(text_of("a: '\n  b\n  '\n"), " b ");
    assert_eq!(text_of("a: '# no comment: \\n'\n"), "# no comment: \\n");
}

#[test]
fn double_quoted_scalars() {
    let escapes = r#"a: "\0\a\b\t\n\v\f\r\e\ \"\/\\\N\_\L\P\x41\u00e9\U0001F4E6""#;
    let expected = "\0\u{7}\u{8}\t\n\u{b}\u{c}\r\u{1b} \"/\\\u{85}\u{a0}\u{2028}\u{2029}Aé📦";
    assert_eq!(text_of(escapes), expected);
    assert_eq!(text_of(r#"a: "\uD83D\uDCE6""#), "📦");
    assert_eq!(text_of("a: \"b \\\n   c\"\n"), "b c");
    assert_eq!(text_of("a: \"b\\\n   c\"\n"), "bc");
    assert_eq!(text_of("a: \"b\\ \n   c\"\n"), "b  c");
    assert_eq!(text_of("a: \"b\n\n   c\\t\n   d\"\n"), "b\nc\t d");
    assert_eq!(text_of("a: \"b\r\n   c\"\r\n"), "b c");
}

#[test]
fn literal_scalars() {
    assert_eq!(text_of("a: |\n  b\n   c\n\n  d\n"), "b\n c\n\nd\n");
    assert_eq!(text_of("a: |-\n  b\n\n"), "b");
    assert_eq!(text_of("a: |+\n  b\n\n\nc: 1\n"), "b\n\n\n");
    assert_eq!(text_of("a: |2\n   b\n"), " b\n");
    assert_eq!(text_of("a: |1-\n  b\n"), " b");
    assert_eq!(text_of("a: |\n"), "");
    assert_eq!(text_of("a: |+\n\n\nb: 1\n"), "\n\n");
    assert_eq!(text_of("a: |\n  b"), "b\n");
    assert_eq!(text_of("a: |\r\n  b\r\n  c\r\n"), "b\nc\n");
    assert_eq!(text_of("a: |\n  # text\n # comment\n"), "# text\n");
    assert_eq!(text_of("a: |\n  b\n  \tc\n"), "b\n\tc\n");
    assert_eq!(text_of("a: |\n\n\n  b\n"), "\n\nb\n");
}

#[test]
fn folded_scalars() {
    assert_eq!(text_of("a: >\n  b\n  c\n\n  d\n"), "b c\nd\n");
    assert_eq!(text_of("a: >-\n  b\n   c\n  d\n"), "b\n c\nd");
    assert_eq!(text_of("a: >+\n  b\n\n"), "b\n\n");
    assert_eq!(text_of("a: >\n\n  b\n  c\n"), "\nb c\n");
    assert_eq!(text_of("a: >  # why\n  b\n"), "b\n");
}

#[test]
fn a_block_scalar_spans_from_its_header_to_its_last_text() {
    assert_eq!(raw_of("a: |\n  b\n\n\nc: 1\n"), "|\n  b");
    assert_eq!(raw_of("a: >-  # why\n  b\n  c\n"), ">-  # why\n  b\n  c");
    assert_eq!(raw_of("a: !!str &x |\n  b\n"), "|\n  b");
    assert_eq!(raw_of("a: # |\n  |\n  b\n"), "|\n  b");
    assert_eq!(raw_of("a: |+ # c\n\nb: 1\n"), "|+");
    let document = read("- |\n  b\n- >\n  c\n- - |\n    d\n");
    let spans: Vec<&str> = document
        .root()
        .items()
        .map(oneauth::document::NodeRef::raw)
        .collect();
    assert_eq!(spans, ["|\n  b", ">\n  c", "- |\n    d"]);
    assert_eq!(read("--- |\n a\n").root().raw(), "|\n a");
    assert_eq!(read("# |\n\u{feff}--- |\n a\n").root().raw(), "|\n a");
    assert_eq!(
        read("%YAML 1.2\n# c\n--- !x &y >\n a\n...\n").root().raw(),
        ">\n a"
    );
    assert_eq!(
        read("? |\n  k\n: v\n")
            .root()
            .get("k\n")
            .expect("the key")
            .raw(),
        "v"
    );
}

#[test]
fn an_empty_value_is_where_it_would_be_written() {
    for (text, at) in [
        ("a:\nb: 1\n", 2),
        ("a:   \nb: 1\n", 2),
        ("a: # c\n", 2),
        ("a: &x\n", 5),
        ("a: !!null\nb: 1\n", 9),
        ("a : \n", 3),
        ("{a: , b: 1}", 3),
        ("{a, b: 1}", 2),
        ("\"a\":\n", 4),
        ("? a\n:\n", 5),
        ("? a\n", 3),
    ] {
        let document = read(text);
        let value = document.root().get("a").expect("a");
        assert!(value.is_null(), "{text}");
        assert_eq!((value.span().start, value.span().end), (at, at), "{text:?}");
        assert_eq!(value.node().style, Style::Plain);
    }
    let document = read("-\n- # c\n- &x\n-   - a\n    -\n");
    let starts: Vec<u32> = document.nodes().iter().map(|node| node.start).collect();
    assert_eq!(starts, [0, 1, 3, 12, 17, 19, 26]);
}

#[test]
fn collections_start_at_their_first_token_and_end_with_their_last_value() {
    let text = "a:\n- 1\n- 2\n\n# c\nb:\n  - x: 1\n    y: 2\n\nc: [1, 2]  # d\n";
    let document = read(text);
    let raw = |key: &str| document.root().get(key).expect("a member").raw();
    assert_eq!(raw("a"), "- 1\n- 2");
    assert_eq!(raw("b"), "- x: 1\n    y: 2");
    assert_eq!(raw("c"), "[1, 2]");
    assert_eq!(
        document.root().raw(),
        text.trim_end().trim_end_matches("  # d")
    );
    let document = read("a: &x\n# c\n- 1\n");
    assert_eq!(document.root().get("a").expect("a").raw(), "- 1");
    let document = read("[a: b, ? c : d, {e: f}]");
    let items: Vec<&str> = document
        .root()
        .items()
        .map(oneauth::document::NodeRef::raw)
        .collect();
    assert_eq!(items, ["a: b", "? c : d", "{e: f}"]);
}

#[test]
fn keys_of_every_style() {
    let text = "plain key: 1\n'single': 2\n\"double \\u00e9\": 3\n? explicit\n: 4\n? 'two\n  lines'\n: 5\n404: 6\n~: 7\ntrue: 8\n{ }: 9\n";
    let text = text.replace("{ }: 9\n", ": 9\n");
    let expected = r#"{"plain key":1,"single":2,"double é":3,"explicit":4,"two lines":5,"404":6,"~":7,"true":8,"":9}"#;
    assert_eq!(json(&read(&text)), expected);
    let long = "k".repeat(5_000);
    assert!(read(&format!("{long}: 1\n")).root().get(&long).is_some());
    assert_eq!(json(&read(": a\n")), r#"{"":"a"}"#);
    assert!(read(": a\n").nodes()[1].has_key());
}

#[test]
fn comments_are_nowhere_in_the_tree() {
    let text = "# one\na: # two\n  # three\n  - 1 # four\n  # five\n  - 2\n# six\nb: {c: 1, # seven\n  d: 2}\n# eight";
    assert_eq!(json(&read(text)), r#"{"a":[1,2],"b":{"c":1,"d":2}}"#);
}

#[test]
fn directives_and_markers() {
    for text in [
        "%YAML 1.2\n---\na: 1\n",
        "---\na: 1\n",
        "--- # c\na: 1\n...\n",
        "a: 1\n---\n",
        "a: 1\n---\n...\n# c\n",
        "a: 1\n...\n",
        "%TAG !x! tag:parcels.example,2026:\n---\na: 1\n",
        "\u{feff}a: 1\n",
        "\u{feff}---\r\na: 1\r\n",
        "# c\n\u{feff}a: 1\n",
        "a: 1",
    ] {
        assert_eq!(json(&read(text)), r#"{"a":1}"#, "{text:?}");
    }
    assert!(read("---\n").root().is_null());
}
