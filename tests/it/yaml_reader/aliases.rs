//! Anchors, aliases, merge keys, and what they can be made to do.

use std::fmt::Write as _;

use oneauth::document::{Document, Kind, ProblemKind, TooLarge};

use super::{json, read, refusal};

#[test]
fn an_alias_reads_like_what_it_names() {
    let document = read("a: &x {k: 1}\nb: *x\nc: [*x, &y text, *y]\n");
    assert_eq!(
        json(&document),
        r#"{"a":{"k":1},"b":{"k":1},"c":[{"k":1},"text","text"]}"#
    );
    let alias = document.root().get("b").expect("b");
    assert!(alias.is_alias() && alias.is_object());
    assert_eq!(alias.raw(), "*x");
    assert_eq!(alias.target(), document.root().get("a").expect("a"));
    assert_eq!(alias.get("k").expect("k").pointer().to_string(), "/a/k");
}

#[test]
fn an_anchor_can_be_set_again() {
    assert_eq!(json(&read("[&x 1, *x, &x 2, *x]")), "[1,1,2,2]");
}

#[test]
fn aliases_as_keys_name_scalars() {
    assert_eq!(
        json(&read("a: &x text\n*x : 1\n")),
        r#"{"a":"text","text":1}"#
    );
    assert_eq!(
        json(&read("&x key: 1\nb: *x\n*x : 2\n")),
        r#"{"key":2,"b":"key"}"#
    );
    assert_eq!(json(&read("&x 12: 1\nb: *x\n")), r#"{"12":1,"b":12}"#);
    assert_eq!(json(&read("&x '12': 1\nb: *x\n")), r#"{"12":1,"b":"12"}"#);
    assert_eq!(
        refusal("a: &x [1]\n*x : 1\n").message,
        "an alias of an array or object as a key"
    );
}

#[test]
fn an_alias_needs_an_anchor_before_it_and_not_around_it() {
    let refused = refusal("a: *nowhere\n");
    assert_eq!(refused.message, "no anchor of this name before this alias");
    assert_eq!(refused.source.slice(refused.span), "*nowhere");
    refusal("a: *x\nb: &x 1\n");
    let refused = refusal("a: &x\n  b: [*x]\n");
    assert_eq!(refused.message, "the alias is inside what it names");
    assert_eq!(refused.source.slice(refused.span), "*x");
}

#[test]
fn merge_keys() {
    let base = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\n";
    for (members, expected) in [
        ("<<: *a", r#"{"x":1,"y":1}"#),
        ("<<: *a\n  y: 3", r#"{"y":3,"x":1}"#),
        ("y: 3\n  <<: *a", r#"{"y":3,"x":1}"#),
        ("<<: [*a, *b]", r#"{"x":1,"y":1,"z":2}"#),
        ("<<: [*b, *a]", r#"{"y":2,"z":2,"x":1}"#),
        ("<<: {x: 5}\n  w: 1", r#"{"w":1,"x":5}"#),
        ("<<: {<<: *b, x: 5}", r#"{"x":5,"y":2,"z":2}"#),
        ("<<: [{<<: *a, y: 7}, *b]", r#"{"y":7,"x":1,"z":2}"#),
        ("<<: []", "{}"),
        ("'<<': *a", r#"{"<<":{"x":1,"y":1}}"#),
        ("<<: text", r#"{"<<":"text"}"#),
    ] {
        let document = read(&format!("{base}c:\n  {members}\n"));
        let merged = oneauth::document::Value::of(document.root().get("c").expect("c"), 100);
        let merged = super::oracle::to_serde(&merged.expect("small")).to_string();
        assert_eq!(merged, expected, "{members}");
    }
}

#[test]
fn members_are_found_through_merge_keys() {
    let document =
        read("a: &a {x: 1, x: 2, y: {k: 1}}\nb: &b\n  <<: *a\n  z: 3\nc:\n  <<: *b\n  y: 4\n");
    let c = document.root().get("c").expect("c");
    let number = |key: &str| c.get(key).expect("a member").text().into_owned();
    assert_eq!(
        (number("x"), number("y"), number("z")),
        ("2".into(), "4".into(), "3".into())
    );
    assert!(
        c.get("<<")
            .is_some_and(oneauth::document::NodeRef::is_alias)
    );
    assert!(c.get("w").is_none());
    let pointer = oneauth::document::Pointer::parse("/b/y/k").expect("a pointer");
    assert_eq!(document.find(&pointer).expect("k").raw(), "1");
}

#[test]
fn duplicate_keys_are_problems() {
    let document = read("a: 1\nb: {c: 1, 'c': 2}\na: 2\n");
    let problems = document.problems();
    assert!(
        problems
            .iter()
            .all(|problem| problem.kind == ProblemKind::DuplicateKey)
    );
    let places: Vec<u32> = problems.iter().map(|problem| problem.span.start).collect();
    assert_eq!(places, [15, 23]);
    assert_eq!(json(&document), r#"{"a":2,"b":{"c":2}}"#);
}

/// Nine levels of ten aliases each: a billion nodes when expanded.
fn billion_laughs() -> String {
    let mut text = "l0: &l0 [ha]\n".to_owned();
    for level in 1..=9 {
        let below = format!("*l{}", level - 1);
        let items = [below.as_str(); 10].join(", ");
        let _ = writeln!(text, "l{level}: &l{level} [{items}]");
    }
    text
}

#[test]
fn a_billion_laughs_are_read_and_not_expanded() {
    let document = read(&billion_laughs());
    assert_eq!(
        document
            .nodes()
            .iter()
            .filter(|node| node.kind == Kind::Alias)
            .count(),
        90
    );
    assert_eq!(document.value(), Err(TooLarge));
}

#[test]
fn aliases_cannot_nest_deeper_than_the_limit() {
    let mut text = format!("a0: &a0 {}x{}\n", "[".repeat(50), "]".repeat(50));
    for level in 1..=3 {
        let _ = writeln!(
            text,
            "a{level}: &a{level} {}*a{}{}",
            "[".repeat(50),
            level - 1,
            "]".repeat(50)
        );
    }
    let refused = refusal(&text);
    assert_eq!(refused.message, "nested deeper than 128 levels");
    assert_eq!(refused.source.slice(refused.span), "*a1");
}

#[test]
fn merging_is_linear() {
    let mut text = "a: &a\n".to_owned();
    for member in 0..20_000 {
        let _ = writeln!(text, "  k{member}: 1");
    }
    text.push_str("b:\n  <<: *a\n");
    for member in 0..20_000 {
        let _ = writeln!(text, "  m{member}: 1");
    }
    let document: Document = read(&text);
    assert_eq!(
        document.root().get("b").expect("b").entries().count(),
        40_000
    );
}
