//! The core schema, and where YAML 1.1 differs.

use oneauth::document::{Flags, Kind, plain_kind};

use super::{json, read, refusal};

/// Scalars of one type: each text, and whether YAML 1.1 sees something else.
fn all(kind: Kind, old_differs: bool, texts: &[&str]) {
    for text in texts {
        assert_eq!(plain_kind(text), (kind, old_differs), "{text}");
    }
}

#[test]
fn types_of_the_core_schema() {
    all(Kind::Null, false, &["", "~", "null", "Null", "NULL"]);
    all(Kind::True, false, &["true", "True", "TRUE"]);
    all(Kind::False, false, &["false", "False", "FALSE"]);
    all(
        Kind::Integer,
        false,
        &["0", "-0", "+12", "-12", "0x1F", "0xff"],
    );
    all(
        Kind::Float,
        false,
        &[
            "1.5", "-1.5", "+.5", "5.", "1.5e+3", "1.e-3", ".inf", "-.Inf", "+.INF", ".nan", ".NaN",
        ],
    );
    let strings = [
        "nUll",
        "tRue",
        "None",
        "-",
        "+",
        ".",
        "..",
        "1.2.3",
        "0x",
        "0o",
        "0o8",
        "0xg",
        "1e",
        "1e+",
        "e5",
        "+.nan",
        "- 1",
        "2023-01-01-preview",
        "2001-1-1",
        "12:",
        "1,000",
        "10.0.0.1",
        "v1",
        ".e5",
        "yesterday",
        "nothing",
    ];
    all(Kind::String, false, &strings);
}

#[test]
fn texts_that_yaml_1_1_types_differently() {
    let words = [
        "y", "Y", "yes", "Yes", "YES", "n", "no", "No", "NO", "on", "On", "ON", "off", "Off",
        "OFF", "=", "<<",
    ];
    all(Kind::String, true, &words);
    let numbers = [
        "1_000",
        "-1_000",
        "12:30",
        "12:30:45.5",
        "0b101",
        "-0x1F",
        "+0x1F",
        "0x1_F",
        "1_000.5",
    ];
    all(Kind::String, true, &numbers);
    let dates = [
        "2001-12-14",
        "2001-12-14t21:59:43.10-05:00",
        "2001-12-14 21:59:43",
        "2001-12-14T1:00:00Z",
    ];
    all(Kind::String, true, &dates);
    all(
        Kind::Integer,
        true,
        &["017", "-017", "+017", "08", "0o17", "0o0"],
    );
    all(Kind::Float, true, &["1e3", "1E3", "1.5e3", "-1.5E3"]);
}

#[test]
fn numbers_have_their_value() {
    let text = "[017, 0o17, 0x1F, -012, +3, 1_000, .5, 5., -0.50, 1e3, 007.5, 0]";
    let expected = r#"[17,15,31,-12,3,"1_000",0.5,5,-0.5,1000,7.5,0]"#;
    assert_eq!(json(&read(text)), expected);
    assert_eq!(
        json(&read("[.inf, -.Inf, .NAN]")),
        r#"[".inf","-.Inf",".NAN"]"#
    );
    let document = read("a: 12345678901234567890123\n");
    assert_eq!(
        document.root().get("a").expect("a").text(),
        "12345678901234567890123"
    );
}

#[test]
fn flagged_scalars_are_marked_in_the_tree() {
    let document =
        read("yes: no\nquoted: 'no'\nversion: 017\ndate: 2001-12-14\nlist: [on, on time]\n");
    let marked = document
        .nodes()
        .iter()
        .filter(|node| node.flags.has(Flags::YAML_1_1));
    let marked: Vec<&str> = marked
        .map(|node| &document.text()[node.span().range()])
        .collect();
    assert_eq!(marked, ["no", "017", "2001-12-14", "on"]);
}

#[test]
fn tags_decide_the_type() {
    let text = "
a: !!str 12
b: !!int '12'
c: !!float 3
d: !!bool \"true\"
e: !!null ''
f: !!binary aGVsbG8=
g: !!timestamp 2001-12-14
h: !parcel 12
i: ! 12
j: !!str
k: !<tag:yaml.org,2002:int> 0o17
l: !!set {x, y}
m: !!omap [{x: 1}]
n: !own {x: 1}
o: !!map {x: 1}
p: !!seq [1]
!!str q: 1
";
    let document = read(text);
    let expected = r#"{"a":"12","b":12,"c":3,"d":true,"e":null,"f":"aGVsbG8=","g":"2001-12-14","h":"12","i":"12","j":"","k":15,"l":{"x":null,"y":null},"m":[{"x":1}],"n":{"x":1},"o":{"x":1},"p":[1],"q":1}"#;
    assert_eq!(json(&document), expected);
    let tagged = document
        .nodes()
        .iter()
        .filter(|node| node.flags.has(Flags::TAGGED))
        .count();
    assert_eq!(tagged, 16);
}

#[test]
fn a_value_that_is_not_what_its_tag_says_is_refused() {
    let cases = [
        (
            "a: !!int twelve\n",
            "`!!int`",
            "expected an integer like 12, 0o14 or 0xC",
        ),
        ("a: !!bool yes\n", "`!!bool`", "expected `true` or `false`"),
        (
            "a: !!float x\n",
            "`!!float`",
            "expected a number like 1.5, 1e9 or .inf",
        ),
        (
            "a: !!null x\n",
            "`!!null`",
            "expected `null`, `~` or nothing",
        ),
        ("a: !!map [x]\n", "`!!map`", "expected a mapping"),
        ("a: !!seq {x: 1}\n", "`!!seq`", "expected a list"),
        ("a: !!seq x\n", "`!!seq`", "expected a list"),
        ("a: !!str {x: 1}\n", "`!!str`", "expected a scalar"),
    ];
    for (text, tag, label) in cases {
        let refusal = refusal(text);
        assert_eq!(refusal.message, format!("not what its tag {tag} says"));
        assert_eq!(refusal.label, label, "{text}");
        assert_eq!(refusal.source.place(refusal.span.start).line, 1);
    }
}
