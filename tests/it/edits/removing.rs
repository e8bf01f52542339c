//! Members and items that go.

use super::removed;

#[test]
fn json_members_take_their_lines_and_one_comma() {
    let text = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n";
    assert_eq!(removed(text, &["/a"]), "{\n  \"b\": 2,\n  \"c\": 3\n}\n");
    assert_eq!(removed(text, &["/b"]), "{\n  \"a\": 1,\n  \"c\": 3\n}\n");
    assert_eq!(removed(text, &["/c"]), "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
    assert_eq!(removed(text, &["/b", "/c"]), "{\n  \"a\": 1\n}\n");
    assert_eq!(removed(text, &["/a", "/c"]), "{\n  \"b\": 2\n}\n");
    assert_eq!(removed(text, &["/a", "/b", "/c"]), "{}\n");
}

#[test]
fn minified_members_take_one_comma() {
    let text = r#"{"a":1,"b":[1,2,3],"c":3}"#;
    assert_eq!(removed(text, &["/a"]), r#"{"b":[1,2,3],"c":3}"#);
    assert_eq!(removed(text, &["/b"]), r#"{"a":1,"c":3}"#);
    assert_eq!(removed(text, &["/c"]), r#"{"a":1,"b":[1,2,3]}"#);
    assert_eq!(removed(text, &["/b/0", "/b/1"]), r#"{"a":1,"b":[3],"c":3}"#);
    assert_eq!(
        removed(text, &["/b/0", "/b/1", "/b/2"]),
        r#"{"a":1,"b":[],"c":3}"#
    );
    assert_eq!(removed(text, &["/a", "/b", "/c"]), "{}");
}

#[test]
fn commas_first_and_trailing_commas_stay_in_their_style() {
    let first = "{\n    \"a\": 1\n  , \"b\": 2\n  , \"c\": 3\n}";
    assert_eq!(removed(first, &["/b"]), "{\n    \"a\": 1\n  , \"c\": 3\n}");
    assert_eq!(removed(first, &["/c"]), "{\n    \"a\": 1\n  , \"b\": 2\n}");
    assert_eq!(removed(first, &["/a"]), "{\n    \"b\": 2\n  , \"c\": 3\n}");
    let trailing = "{\n  \"a\": 1,\n  \"b\": 2,\n}";
    assert_eq!(removed(trailing, &["/b"]), "{\n  \"a\": 1,\n}");
    assert_eq!(removed(trailing, &["/a"]), "{\n  \"b\": 2,\n}");
    assert_eq!(removed("[1, 2, ]", &["/1"]), "[1, ]");
}

#[test]
fn members_that_share_lines() {
    let text = "{ \"a\": 1,\n  \"b\": 2, \"c\": 3 }";
    assert_eq!(removed(text, &["/a"]), "{ \"b\": 2, \"c\": 3 }");
    assert_eq!(removed(text, &["/b"]), "{ \"a\": 1, \"c\": 3 }");
    assert_eq!(removed(text, &["/c"]), "{ \"a\": 1,\n  \"b\": 2 }");
}

#[test]
fn yaml_members_take_their_lines() {
    let text = "a: 1\nb:\n  x: 1\n  y: 2\nc: 3\n";
    assert_eq!(removed(text, &["/a"]), "b:\n  x: 1\n  y: 2\nc: 3\n");
    assert_eq!(removed(text, &["/b"]), "a: 1\nc: 3\n");
    assert_eq!(removed(text, &["/c"]), "a: 1\nb:\n  x: 1\n  y: 2\n");
    assert_eq!(removed(text, &["/b/x"]), "a: 1\nb:\n  y: 2\nc: 3\n");
    assert_eq!(removed(text, &["/b/x", "/b/y"]), "a: 1\nb: {}\nc: 3\n");
    assert_eq!(removed(text, &["/a", "/b", "/c"]), "{}\n");
}

#[test]
fn yaml_items_take_their_dashes() {
    let text = "s:\n- a: 1\n  b: 2\n- x\n-   - 1\n    - 2\nt: 1\n";
    assert_eq!(
        removed(text, &["/s/0/a"]),
        "s:\n- b: 2\n- x\n-   - 1\n    - 2\nt: 1\n"
    );
    assert_eq!(
        removed(text, &["/s/0/a", "/s/0/b"]),
        "s:\n- {}\n- x\n-   - 1\n    - 2\nt: 1\n"
    );
    assert_eq!(
        removed(text, &["/s/0"]),
        "s:\n- x\n-   - 1\n    - 2\nt: 1\n"
    );
    assert_eq!(
        removed(text, &["/s/2/0"]),
        "s:\n- a: 1\n  b: 2\n- x\n-   - 2\nt: 1\n"
    );
    assert_eq!(
        removed(text, &["/s/2/0", "/s/2/1"]),
        "s:\n- a: 1\n  b: 2\n- x\n-   []\nt: 1\n"
    );
    assert_eq!(removed(text, &["/s/0", "/s/1", "/s/2"]), "s: []\nt: 1\n");
}

#[test]
fn a_missing_final_line_end_stays_missing() {
    assert_eq!(removed("a: 1\nb: 2", &["/b"]), "a: 1");
    assert_eq!(removed("a: 1\nb: 2\nc: 3", &["/b", "/c"]), "a: 1");
    assert_eq!(removed("a: 1\r\nb:\r\n  c: 1", &["/b/c"]), "a: 1\r\nb: {}");
    assert_eq!(removed("a: 1\nb: 2", &["/a", "/b"]), "{}");
}

#[test]
fn blank_lines_do_not_pile_up() {
    let text = "a: 1\n\nb: 2\n\nc: 3\n";
    assert_eq!(removed(text, &["/b"]), "a: 1\n\nc: 3\n");
    assert_eq!(removed(text, &["/c"]), "a: 1\n\nb: 2\n");
    assert_eq!(removed(text, &["/b", "/c"]), "a: 1\n");
    for newline in ["\n", "\r\n"] {
        let text = "p:\n- null\n\n- - null\n\n  - null".replace('\n', newline);
        let after = "p:\n- null".replace('\n', newline);
        assert_eq!(removed(&text, &["/p/1"]), after);
        let text = "p:\n- null\n\n- - null\n\n\n  - null".replace('\n', newline);
        assert_eq!(removed(&text, &["/p/1"]), after);
    }
    let kept = "a: |+\n  x\n\nb: 2\n\nc: 3\n";
    assert_eq!(removed(kept, &["/b"]), "a: |+\n  x\n\nc: 3\n");
}
