//! JSON Pointers: the examples of RFC 6901, arrays, and there and back for every node.

use oneauth::document::{Document, NodeId, Pointer};

use crate::support::command::repository;
use crate::support::corpus::files_named;

fn find(document: &Document, pointer: &str) -> Option<String> {
    let pointer = Pointer::parse(pointer)?;
    Some(document.find(&pointer)?.raw().to_owned())
}

#[test]
fn the_examples_of_rfc_6901_section_5() {
    let text = r#"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#;
    let document = Document::of_text("rfc.json", text).expect("it is JSON");
    for (pointer, raw) in [
        ("", text),
        ("/foo", r#"["bar","baz"]"#),
        ("/foo/0", "\"bar\""),
        ("/", "0"),
        ("/a~1b", "1"),
        ("/c%d", "2"),
        ("/e^f", "3"),
        ("/g|h", "4"),
        ("/i\\j", "5"),
        ("/k\"l", "6"),
        ("/ ", "7"),
        ("/m~0n", "8"),
    ] {
        assert_eq!(find(&document, pointer).as_deref(), Some(raw), "{pointer}");
    }
}

#[test]
fn array_indexes_have_one_spelling() {
    let document = Document::of_text("a.json", "[10,11,[12],13,14,15,16,17,18,19,20]");
    let document = document.expect("it is JSON");
    assert_eq!(find(&document, "/10").as_deref(), Some("20"));
    assert_eq!(find(&document, "/2/0").as_deref(), Some("12"));
    for nothing in [
        "/-",
        "/01",
        "/00",
        "/+1",
        "/-1",
        "/11",
        "/1e0",
        "/",
        "/ 1",
        "/0/0",
        "/99999999999999999999",
    ] {
        assert_eq!(find(&document, nothing), None, "{nothing}");
    }
    assert_eq!(Pointer::parse("0"), None, "a pointer starts with a slash");
}

#[test]
fn tildes_decode_in_one_pass() {
    let document = Document::of_text("a.json", r#"{"~1": 1, "/": 2, "~": 3}"#);
    let document = document.expect("it is JSON");
    assert_eq!(find(&document, "/~01").as_deref(), Some("1"));
    assert_eq!(find(&document, "/~1").as_deref(), Some("2"));
    assert_eq!(find(&document, "/~0").as_deref(), Some("3"));
}

#[test]
fn pointers_know_their_parts() {
    let pointer = Pointer::root()
        .member("paths")
        .member("/parcels/{id}")
        .item(3);
    assert_eq!(pointer.as_str(), "/paths/~1parcels~1{id}/3");
    assert_eq!(
        pointer.segments().collect::<Vec<_>>(),
        ["paths", "/parcels/{id}", "3"]
    );
    let parent = pointer.parent().expect("it is not the root");
    assert_eq!(parent.as_str(), "/paths/~1parcels~1{id}");
    assert!(parent.contains(&pointer) && parent.contains(&parent));
    assert!(!pointer.contains(&parent));
    let neighbour = Pointer::root().member("paths2");
    assert!(!Pointer::root().member("paths").contains(&neighbour));
    assert_eq!(Pointer::root().parent(), None);
}

#[test]
fn every_node_is_found_by_its_pointer() {
    for path in files_named(&repository().join("fixtures"), &[".json"]) {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let Ok(document) = Document::of_text("a.json", text) else {
            continue;
        };
        for index in 0..document.nodes().len() {
            let node = document.at(NodeId(index as u32));
            let found = document.find(&node.pointer()).expect("the node exists");
            // of duplicate keys the pointer means the last
            let shadowed = document
                .problems()
                .iter()
                .any(|p| p.kind == oneauth::document::ProblemKind::DuplicateKey);
            assert!(
                found == node || shadowed,
                "{} in {}",
                node.pointer(),
                path.display()
            );
        }
    }
}
