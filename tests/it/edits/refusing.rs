//! Changes that cannot be made here.

use oneauth::document::{Document, NodeId};
use oneauth::edit::{Change, LowerError, Position};

use super::{edited, entry, id, refused, removal, removed};

const ANCHORED: &str = "\
a: &one
  k: 1
b: *one
c:
  <<: *one
  own: 2
";

fn remove(d: &Document, pointer: &str) -> Vec<Change> {
    vec![removal(d, id(d, pointer))]
}

fn replace(d: &Document, pointer: &str) -> Change {
    Change::Replace {
        node: id(d, pointer),
        value: true.into(),
    }
}

#[test]
fn anchored_nodes_stay_as_long_as_an_alias_needs_them() {
    let shown = |e: LowerError| {
        assert!(matches!(e, LowerError::Aliased { .. }), "{e}");
        e.to_string()
    };
    insta::assert_snapshot!(
        shown(refused(ANCHORED, |d| remove(d, "/a"))),
        @"`/a` (line 1, column 1) is also used at `/b` (line 3, column 1) through a YAML alias, which would change with it"
    );
    shown(refused(ANCHORED, |d| remove(d, "/a/k")));
    shown(refused(ANCHORED, |d| vec![replace(d, "/a")]));
    shown(refused(ANCHORED, |d| vec![replace(d, "/a/k")]));
    // through the alias, and through the merge key
    shown(refused(ANCHORED, |d| remove(d, "/b/k")));
    shown(refused(ANCHORED, |d| remove(d, "/c/k")));
    let insert =
        |d: &Document, object: &str| vec![entry(d, object, Position::Last, "x", true.into())];
    shown(refused(ANCHORED, |d| insert(d, "/a")));
    shown(refused(ANCHORED, |d| insert(d, "/b")));
    // what holds only the alias is free
    assert_eq!(
        removed(ANCHORED, &["/b"]),
        ANCHORED.replace("b: *one\n", "")
    );
    edited(ANCHORED, |d| insert(d, "/c"));
    edited(ANCHORED, |d| remove(d, "/c/own"));
    edited(ANCHORED, |d| vec![replace(d, "/b")]);
    // with all its aliases the anchored node may go
    assert_eq!(removed(ANCHORED, &["/a", "/b", "/c"]), "{}\n");
}

#[test]
fn changes_that_meet() {
    let text = "{\"a\": {\"b\": {\"c\": 1}}}";
    let meets = |plan: fn(&Document) -> Vec<Change>| {
        let e = refused(text, plan);
        assert!(matches!(e, LowerError::Overlap { .. }), "{e}");
    };
    meets(|d| [remove(d, "/a"), remove(d, "/a/b")].concat());
    meets(|d| [remove(d, "/a"), remove(d, "/a")].concat());
    meets(|d| vec![replace(d, "/a/b"), replace(d, "/a/b/c")]);
    meets(|d| {
        vec![
            replace(d, "/a/b"),
            entry(d, "/a/b", Position::Last, "x", true.into()),
        ]
    });
    meets(|d| {
        let key = "x".to_owned();
        let entry = id(d, "/a/b");
        vec![removal(d, entry), Change::RenameKey { entry, key }]
    });
}

#[test]
fn keys_that_would_be_there_twice() {
    let unsupported = |text: &str, plan: fn(&Document) -> Vec<Change>| {
        let e = refused(text, plan);
        assert!(matches!(e, LowerError::Unsupported { .. }), "{e}");
    };
    let insert = |d: &Document| vec![entry(d, "", Position::Last, "a", true.into())];
    unsupported("a: 1\n", insert);
    unsupported("{\"b\": 1, \"a\": 1}", insert);
    unsupported("{\"a\": 1, \"a\": 2}", |d| vec![replace(d, "/a")]);
    unsupported("{\"a\": 1, \"a\": 2, \"a\": 3}", |d| {
        vec![removal(d, NodeId(1))]
    });
    let text = "{\"a\": 1, \"a\": 2}";
    assert_eq!(
        edited(text, |_| vec![Change::RemoveEntry { entry: NodeId(1) }]),
        "{\"a\": 2}"
    );
    assert_eq!(
        edited(text, |_| vec![Change::RemoveEntry { entry: NodeId(2) }]),
        "{\"a\": 1}"
    );
    // gone and back
    let back = edited("{\"a\": 1}", |d| [remove(d, "/a"), insert(d)].concat());
    assert_eq!(back, "{\"a\": true}");
}

#[test]
fn keys_that_are_not_written_plainly() {
    for text in [
        "? a\n: 1\nb: 2\n",
        "&k a: 1\nb: 2\n",
        "{? a : 1, b: 2}\n",
        "!!str a: 1\nb: 2\n",
    ] {
        let e = refused(text, |d| remove(d, "/a"));
        assert!(matches!(e, LowerError::Unsupported { .. }), "{e}");
        assert!(!e.help().is_empty());
    }
}

#[test]
fn the_wrong_kind_of_node() {
    let text = "a: 1\nb: [1]\n";
    refused(text, |d| {
        vec![entry(d, "/a", Position::Last, "x", true.into())]
    });
    refused(text, |d| {
        vec![entry(d, "/b", Position::Last, "x", true.into())]
    });
    refused(text, |d| {
        vec![Change::RemoveEntry {
            entry: id(d, "/b/0"),
        }]
    });
    refused(text, |_| vec![Change::RemoveItem { item: NodeId::ROOT }]);
    refused(text, |d| {
        let position = Position::After(id(d, "/b/0"));
        vec![entry(d, "", position, "x", true.into())]
    });
}
