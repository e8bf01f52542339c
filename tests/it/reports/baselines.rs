//! Findings that were there before.

use std::path::Path;

use oneauth::document::{Document, Pointer};
use oneauth::error::Error;
use oneauth::finding::baseline::Baseline;
use oneauth::finding::{Finding, Fingerprint, Label, Severity, SuppressionKind};

/// A finding of `some-rule` on each pointer, the pointer's last segment being its argument.
fn findings(text: &str, pointers: &[&str]) -> Vec<Finding> {
    let document = Document::of_text("parcels.json", text).expect("it is well formed");
    let each = pointers.iter().map(|pointer| {
        let pointer = Pointer::parse(pointer).expect("it is a pointer");
        let node = document.find(&pointer).expect("the document has it");
        Finding::new("some-rule", Severity::Error, "x", Label::value(node, ""))
    });
    each.collect()
}

fn known(findings: &[Finding]) -> Vec<bool> {
    let is_known = |finding: &Finding| match &finding.suppression {
        Some(suppression) => suppression.kind == SuppressionKind::Baseline,
        None => false,
    };
    findings.iter().map(is_known).collect()
}

const OLD: &str = r#"{"host": "a", "paths": {"/a": {"parameters": [{"in": "query"}]}}}"#;
const NEW: &str = r#"{

  "paths": {"/a": {"parameters": [{"in": "path"}, {"in": "query"}]}},
  "host": "a", "basePath": "/"
}"#;

#[test]
fn survives_moved_lines_reordered_keys_and_inserted_items() {
    let mut baseline = Baseline::new(Path::new("/repo/oneauth-baseline.json"));
    baseline.add(
        "/repo/api/parcels.json",
        &findings(OLD, &["/host", "/paths/~1a/parameters/0"]),
    );
    assert_eq!(baseline.len(), 2);
    let pointers = ["/paths/~1a/parameters/1", "/host", "/basePath"];
    let mut now = findings(NEW, &pointers);
    assert_eq!(baseline.apply("/repo/api/parcels.json", &mut now), 0);
    assert_eq!(known(&now), [true, true, false]);
}

#[test]
fn each_is_known_as_often_as_it_was_there() {
    let mut baseline = Baseline::new(Path::new("/repo/b.json"));
    baseline.add("/repo/a.json", &findings(OLD, &["/host", "/host"]));
    let mut now = findings(OLD, &["/host", "/host", "/host"]);
    assert_eq!(baseline.apply("/repo/a.json", &mut now), 0);
    assert_eq!(known(&now), [true, true, false]);
    let mut fewer = findings(OLD, &["/host"]);
    assert_eq!(baseline.apply("/repo/a.json", &mut fewer), 1);
    let mut elsewhere = findings(OLD, &["/host"]);
    baseline.apply("/repo/b.json", &mut elsewhere);
    assert_eq!(known(&elsewhere), [false]);
}

#[test]
fn is_written_in_order_and_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("baseline.json");
    let file = folder.path().join("api").join("parcels.json");
    let file = file.to_str().expect("the folder's name is text");
    let mut baseline = Baseline::new(&path);
    baseline.add(
        file,
        &findings(OLD, &["/paths/~1a/parameters/0", "/host", "/host"]),
    );
    let text = baseline.to_json();
    insta::assert_snapshot!(text);
    oneauth::text::write::write_report(&path, &text).expect("it can be written");
    let again = Baseline::read(&path).expect("it is what was written");
    assert_eq!(again.to_json(), text);
    let mut now = findings(OLD, &["/host"]);
    assert_eq!(again.apply(file, &mut now), 2);
    assert_eq!(known(&now), [true]);
}

#[test]
fn what_is_known_stays_known_when_it_is_written_again() {
    let mut old = Baseline::new(Path::new("/repo/b.json"));
    old.add("/repo/a.json", &findings(OLD, &["/host"]));
    let mut now = findings(OLD, &["/host"]);
    old.apply("/repo/a.json", &mut now);
    let mut new = Baseline::new(Path::new("/repo/b.json"));
    new.add("/repo/a.json", &now);
    assert_eq!(new.to_json(), old.to_json());
}

#[test]
fn a_mistake_in_it_has_a_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("baseline.json");
    let read = |text: &str| {
        oneauth::text::write::write_report(&path, text).expect("it can be written");
        match Baseline::read(&path) {
            Err(Error::Place(misfit)) => {
                let place = misfit.source.place(misfit.span.start);
                format!("{}:{} {}", place.line, place.column, misfit.message)
            }
            other => format!("{other:?}"),
        }
    };
    assert_eq!(read("{}"), "1:1 the baseline lacks `schema_version` here");
    assert_eq!(
        read("{\"schema_version\": 2}"),
        "1:20 this baseline is not of version 1"
    );
    let entry = "{\"schema_version\": 1, \"files\": [{\"path\": \"a\", \"findings\": [{\"rule\": \"r\", \"pointer\": \"\", \"fingerprint\": \"00\", \"count\": 1}]}]}";
    assert_eq!(read(entry), "1:104 this is not a fingerprint");
}

#[test]
fn a_fingerprint_is_read_as_it_is_written() {
    let print = Fingerprint::digest(["a", "b"]);
    assert_eq!(Fingerprint::parse(&print.to_string()), Some(print));
    assert_ne!(print, Fingerprint::digest(["ab", ""]));
    assert_ne!(print, Fingerprint::digest(["a"]));
    for bad in ["", "00", &"g".repeat(64), &"é".repeat(32), &"+1".repeat(32)] {
        assert_eq!(Fingerprint::parse(bad), None, "{bad}");
    }
}

#[test]
fn statuses_keep_their_numbers_and_items_do_not() {
    let text = r#"{"responses": {"200": {}, "404": {}}, "security": [{"a": []}, {"a": []}]}"#;
    let pointers = [
        "/responses/200",
        "/responses/404",
        "/security/0/a",
        "/security/1/a",
    ];
    let prints: Vec<_> = findings(text, &pointers)
        .iter()
        .map(Finding::fingerprint)
        .collect();
    assert_ne!(prints[0], prints[1]);
    assert_eq!(prints[2], prints[3]);
}
