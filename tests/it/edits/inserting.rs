//! Members and items that come.

use oneauth::document::Value;
use oneauth::edit::Position::{After, First, Last};

use super::{edited, entry, id, item, removal, requirement};

fn with_x(text: &str, position: oneauth::edit::Position) -> String {
    edited(text, |d| vec![entry(d, "", position, "x", true.into())])
}

#[test]
fn json_members_stand_like_their_neighbours() {
    let pretty = "{\n    \"a\": 1,\n    \"b\" : {\"c\":2}\n}\n";
    assert_eq!(
        with_x(pretty, First),
        "{\n    \"x\": true,\n    \"a\": 1,\n    \"b\" : {\"c\":2}\n}\n"
    );
    assert_eq!(
        with_x(pretty, Last),
        "{\n    \"a\": 1,\n    \"b\" : {\"c\":2},\n    \"x\" : true\n}\n"
    );
    let inner = edited(pretty, |d| vec![entry(d, "/b", Last, "x", requirement())]);
    assert_eq!(
        inner,
        "{\n    \"a\": 1,\n    \"b\" : {\"c\":2,\"x\":[{\"basicAuth\":[]}]}\n}\n"
    );
    assert_eq!(with_x(r#"{"a":1}"#, First), r#"{"x":true,"a":1}"#);
    assert_eq!(with_x(r#"{"a":1}"#, Last), r#"{"a":1,"x":true}"#);
    assert_eq!(
        with_x(r#"{"a": 1, "b": 2}"#, First),
        r#"{"x": true, "a": 1, "b": 2}"#
    );
    assert_eq!(with_x("{ \"a\": 1 }", Last), "{ \"a\": 1, \"x\": true }");
}

#[test]
fn nested_json_takes_the_unit_and_the_line_end() {
    let tabs = "{\r\n\t\"a\": 1\r\n}";
    let out = edited(tabs, |d| {
        vec![entry(d, "", Last, "security", requirement())]
    });
    assert_eq!(
        out,
        "{\r\n\t\"a\": 1,\r\n\t\"security\": [\r\n\t\t{\r\n\t\t\t\"basicAuth\": []\r\n\t\t}\r\n\t]\r\n}"
    );
}

#[test]
fn commas_first_and_trailing_commas_stay() {
    let first = "{\n    \"a\": 1\n  , \"b\": 2\n}";
    assert_eq!(
        with_x(first, Last),
        "{\n    \"a\": 1\n  , \"b\": 2\n  , \"x\": true\n}"
    );
    assert_eq!(
        with_x("{\n  \"a\": 1,\n}", Last),
        "{\n  \"a\": 1,\n  \"x\": true,\n}"
    );
    assert_eq!(
        with_x("{\n  \"a\": 1,\n}", First),
        "{\n  \"x\": true,\n  \"a\": 1,\n}"
    );
}

#[test]
fn the_first_member_of_an_empty_container() {
    assert_eq!(
        with_x("{}", First),
        "{\n  \"x\": true\n}".replace("\n  ", "").replace('\n', "")
    );
    let pretty = "{\n  \"a\": {},\n  \"b\": [ ],\n  \"c\": {\n  },\n  \"d\": { /* none */ }\n}";
    let out = edited(pretty, |d| {
        vec![
            entry(d, "/a", Last, "x", true.into()),
            item(d, "/b", First, "s".into()),
            entry(d, "/c", Last, "x", true.into()),
            entry(d, "/d", Last, "x", true.into()),
        ]
    });
    insta::assert_snapshot!(out);
    let yaml = "a: {}\nb: []\nc:\nd: # none\ne: [ ]\nf:\n- {}\n-\n";
    let out = edited(yaml, |d| {
        vec![
            entry(d, "/a", Last, "x", true.into()),
            item(d, "/b", First, "s".into()),
            entry(d, "/c", Last, "x", true.into()),
            entry(d, "/c", Last, "y", true.into()),
            entry(d, "/d", Last, "x", requirement()),
            item(d, "/e", Last, Value::object([("k", Value::Null)])),
            entry(d, "/f/0", Last, "x", true.into()),
            entry(d, "/f/1", Last, "x", requirement()),
        ]
    });
    insta::assert_snapshot!(out);
}

#[test]
fn yaml_members_stand_like_their_neighbours() {
    let text = "# head\na: 1 # one\nb:\n    c: 2\n    # inner\n# foot\n";
    let out = edited(text, |d| {
        vec![
            entry(d, "", First, "x-first", true.into()),
            entry(d, "", After(id(d, "/a")), "x-mid", requirement()),
            entry(d, "/b", First, "x-in", "yes".into()),
            entry(d, "/b", Last, "x-out", "plain text".into()),
            entry(d, "", Last, "x-last", Value::object([("k", requirement())])),
        ]
    });
    insta::assert_snapshot!(out);
}

#[test]
fn yaml_items_and_flow() {
    let text = "s:\n- a: 1\n  b: 2\nf: {a: 1, b: [1, 2]}\ng: {\"a\":1}\nh: [\n  1,\n  2\n]\n";
    let out = edited(text, |d| {
        vec![
            entry(d, "/s/0", First, "x", 1_i32.to_string().as_str().into()),
            item(d, "/s", First, "first".into()),
            item(d, "/s", Last, requirement()),
            entry(d, "/f", Last, "x y", "a, b".into()),
            item(d, "/f/b", First, Value::Number("0".into())),
            entry(d, "/g", Last, "x", "s".into()),
            item(d, "/h", Last, requirement()),
        ]
    });
    insta::assert_snapshot!(out);
}

#[test]
fn several_inserts_at_one_place_keep_their_order() {
    for text in [
        "{\n  \"a\": 1,\n  \"b\": 2\n}",
        "{\"a\":1,\"b\":2}",
        "a: 1\nb: 2\n",
        "{a: 1, b: 2}",
    ] {
        let out = edited(text, |d| {
            let after = After(id(d, "/a"));
            vec![
                entry(d, "", Last, "u", true.into()),
                entry(d, "", after, "v", true.into()),
                entry(d, "", First, "w", true.into()),
                entry(d, "", after, "x", true.into()),
                entry(d, "", First, "y", true.into()),
                entry(d, "", Last, "z", true.into()),
            ]
        });
        let keys: Vec<String> = super::read(&out)
            .root()
            .entries()
            .map(|entry| entry.key().to_owned())
            .collect();
        assert_eq!(keys.join(" "), "w y a v x b u z", "{out}");
    }
}

#[test]
fn inserts_next_to_members_that_go() {
    let texts = [
        "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n",
        "{\"a\":1,\"b\":2,\"c\":3}",
        "{ \"a\": 1,\n  // b\n  \"b\": 2, // two\n  \"c\": 3 }",
        "a: 1\n# b\nb: 2 # two\nc: 3\n",
        "{a: 1, b: 2, c: 3}\n",
    ];
    for text in texts {
        for gone in [
            &["/a"][..],
            &["/b"],
            &["/c"],
            &["/a", "/b"],
            &["/b", "/c"],
            &["/a", "/b", "/c"],
        ] {
            for position in ["first", "/a", "/b", "/c", "last"] {
                let out = edited(text, |d| {
                    let position = match position {
                        "first" => First,
                        "last" => Last,
                        pointer => After(id(d, pointer)),
                    };
                    let removals = gone.iter().map(|pointer| removal(d, id(d, pointer)));
                    let mut changes: Vec<_> = removals.collect();
                    changes.push(entry(d, "", position, "x", true.into()));
                    changes.push(entry(d, "", position, "y", requirement()));
                    changes
                });
                assert!(!out.contains("// b") || !gone.contains(&"/b"), "{out}");
            }
        }
    }
}
