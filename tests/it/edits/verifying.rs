//! The verifier refuses what is not exactly what was meant.

use oneauth::document::Document;
use oneauth::edit::{Broken, Change, Position, Rewrite, Thoroughness, VerifyError, verify};

use super::{entry, id, read, removal, requirement};

const SOURCE: &str =
    "{\n  \"a\": 1.0,\n  \"b\": {\n    \"c\": \"text\",\n    \"d\": [1, 2]\n  },\n  \"e\": 3\n}\n";
const YAML: &str = "a: 1.0\nb: &x\n  c: text\n  d: [1, 2]\ne: *x\nf: |+\n  k\n\n";

fn changes(d: &Document) -> Vec<Change> {
    vec![
        removal(d, id(d, "/a")),
        entry(d, "", Position::Last, "security", requirement()),
    ]
}

/// What the verifier says to a rewrite that was tampered with.
fn tampered(text: &str, tamper: impl FnOnce(&mut Rewrite<'_>)) -> Broken {
    let document = read(text);
    let changes = changes(&document);
    let mut rewrite = Rewrite::new(&document, &changes).unwrap();
    tamper(&mut rewrite);
    let verified = rewrite.verify(Thoroughness::Full, |_| Ok(()));
    verified.expect_err("it is refused")
}

#[test]
fn what_is_right_is_accepted() {
    for text in [SOURCE, YAML] {
        let document = read(text);
        let changes = changes(&document);
        for thoroughness in [Thoroughness::Usual, Thoroughness::Full] {
            let verified = verify(&document, &changes, thoroughness, |_| Ok(())).unwrap();
            assert!(verified.text().contains("basicAuth"));
        }
    }
}

#[test]
fn a_flipped_byte() {
    for text in [SOURCE, YAML] {
        let length = Rewrite::new(&read(text), &changes(&read(text)))
            .unwrap()
            .text
            .len();
        for at in 0..length {
            let broken = tampered(text, |rewrite| {
                let mut bytes = std::mem::take(&mut rewrite.text).into_bytes();
                bytes[at] ^= 1;
                rewrite.text = String::from_utf8(bytes).unwrap();
            });
            assert!(matches!(broken, Broken::Bytes { .. }), "{at}: {broken}");
        }
    }
}

/// A wrong edit, honestly applied.
fn wrong_edit(text: &str, tamper: impl FnOnce(&mut Rewrite<'_>)) -> Broken {
    tampered(text, |rewrite| {
        tamper(rewrite);
        rewrite.text = oneauth::edit::apply(text, &rewrite.edits);
    })
}

#[test]
fn an_edit_that_says_something_else() {
    for (text, from) in [
        (SOURCE, "basicAuth"),
        (YAML, "basicAuth"),
        (SOURCE, "security"),
        (YAML, "security"),
    ] {
        let broken = wrong_edit(text, |rewrite| {
            for edit in &mut rewrite.edits {
                edit.text = edit.text.replace(from, "other");
            }
        });
        assert!(matches!(broken, Broken::Differs { .. }), "{broken}");
    }
}

#[test]
fn an_edit_that_is_missing() {
    for text in [SOURCE, YAML] {
        let count = Rewrite::new(&read(text), &changes(&read(text)))
            .unwrap()
            .edits
            .len();
        for at in 0..count {
            let broken = wrong_edit(text, |rewrite| {
                rewrite.edits.remove(at);
            });
            let expected = matches!(broken, Broken::Differs { .. } | Broken::Unreadable { .. });
            assert!(expected, "{broken}");
        }
    }
}

#[test]
fn edits_out_of_order() {
    let broken = tampered(SOURCE, |rewrite| rewrite.edits.reverse());
    assert!(
        matches!(broken, Broken::Order { .. } | Broken::Bytes { .. }),
        "{broken}"
    );
}

#[test]
fn mixed_line_ends() {
    let broken = wrong_edit(SOURCE, |rewrite| {
        for edit in &mut rewrite.edits {
            edit.text = edit.text.replace('\n', "\r\n");
        }
    });
    assert_eq!(broken, Broken::LineEnds);
}

/// The whole text as one edit: the bytes agree, so the trees have to tell.
fn other_text(text: &str, other: impl FnOnce(&str) -> String) -> Broken {
    let document = read(text);
    let root = vec![Change::Replace {
        node: id(&document, ""),
        value: true.into(),
    }];
    let whole = Rewrite::new(&document, &root).unwrap().edits;
    tampered(text, |rewrite| {
        let meant = std::mem::take(&mut rewrite.text);
        rewrite.text = other(&meant);
        rewrite.edits = whole;
        rewrite.edits[0].span = oneauth::text::Span::new(0, text.len() as u32);
        rewrite.edits[0].text.clone_from(&rewrite.text);
    })
}

#[test]
fn the_wrong_member_reordered_keys_another_number_text() {
    let cases: [(&str, &str, &str); 8] = [
        (SOURCE, "\"e\": 3", "\"e\": 3.0"),
        (SOURCE, "\"e\": 3", "\"E\": 3"),
        (SOURCE, "[1, 2]", "[2, 1]"),
        (
            SOURCE,
            "\"c\": \"text\",\n    \"d\": [1, 2]",
            "\"d\": [1, 2],\n    \"c\": \"text\"",
        ),
        (SOURCE, "[1, 2]", "[1, 2, 3]"),
        (YAML, "c: text", "c: 'text'"),
        (YAML, "*x", "{c: text, d: [1, 2]}"),
        (YAML, "k\n\n", "k\n\n\n"),
    ];
    for (text, from, to) in cases {
        let broken = other_text(text, |meant| {
            assert!(meant.contains(from), "{meant}");
            meant.replacen(from, to, 1)
        });
        assert!(matches!(broken, Broken::Differs { .. }), "{to}: {broken}");
    }
    let unreadable = other_text(SOURCE, |meant| meant.replacen(": 3", ": ,", 1));
    assert!(
        matches!(unreadable, Broken::Unreadable { .. }),
        "{unreadable}"
    );
}

#[test]
fn what_the_caller_does_not_accept() {
    let document = read(SOURCE);
    let changes = changes(&document);
    let refused = verify(&document, &changes, Thoroughness::Usual, |new| {
        assert!(new.root().get("security").is_some());
        Err("a second run plans 1 step".to_owned())
    });
    let error = refused.expect_err("it is refused");
    assert!(matches!(
        &error,
        VerifyError::Broken(Broken::Rejected { .. })
    ));
    let error = error.into_error(&document);
    assert_eq!(error.outcome(), oneauth::outcome::Outcome::Bug);
    insta::assert_snapshot!(error, @"this is a bug in oneauth: parcels.json: the rewritten text is not what was asked for: a second run plans 1 step");
}

#[test]
fn what_cannot_be_lowered_is_about_the_document() {
    let document = read(YAML);
    let changes = vec![removal(&document, id(&document, "/b/c"))];
    let refused = verify(&document, &changes, Thoroughness::Usual, |_| Ok(()));
    let error = refused.expect_err("it is refused").into_error(&document);
    assert_eq!(error.outcome(), oneauth::outcome::Outcome::Failure);
    insta::assert_snapshot!(error, @"parcels.yaml:2:1: `/b` (line 2, column 1) is also used at `/e` (line 5, column 1) through a YAML alias, which would change with it");
}
