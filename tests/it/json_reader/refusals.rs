//! Every text that cannot be read ends in an error with a place, what was expected, a way out.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use oneauth::document::{Document, ReadOptions};
use oneauth::error::Error;
use oneauth::text::SourceFile;

use crate::support::command::repository;
use crate::support::corpus::files_named;

/// An error as its user would have to understand it.
fn shown(error: &Error) -> String {
    let mut out = format!("error: {error}\n");
    if let Error::Place(misfit) = error {
        let _ = writeln!(
            out,
            "label: {} ({:?})",
            misfit.label,
            misfit.source.slice(misfit.span)
        );
    }
    if let Some(help) = error.help() {
        let _ = writeln!(out, "help:  {help}");
    }
    out
}

fn refusal(path: &Path, bytes: Vec<u8>) -> Error {
    let source = match SourceFile::from_bytes(path, bytes) {
        Ok(source) => source,
        Err(error) => return error,
    };
    Document::parse(Arc::new(source), ReadOptions::default())
        .expect_err(&format!("{} was read", path.display()))
}

#[test]
fn malformed_files_are_refused_at_a_place() {
    let folder = repository().join("fixtures/malformed");
    let mut all = String::new();
    for path in files_named(&folder, &[".json"]) {
        let below = path
            .strip_prefix(repository())
            .expect("it is below the root");
        let bytes = std::fs::read(&path).expect("the fixture can be read");
        let error = refusal(below, bytes);
        assert_eq!(error.outcome().code(), 2);
        let _ = writeln!(all, "{}", shown(&error));
    }
    insta::assert_snapshot!("malformed", all);
}

#[test]
fn a_refusal_never_panics_at_any_cut() {
    let text =
        "{ \"a\\u00e9\": [1.5e3, -0, true, null, \"ü\\\\\\n\", {}], // c\n /* d */ \"é\": {} }";
    for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
        let cut_off = Document::of_text("cut.json", &text[..cut]);
        let error = cut_off.expect_err("a part of a document is not a document");
        assert!(error.to_string().starts_with("cut.json:"), "{error}");
    }
    Document::of_text("whole.json", text).expect("the whole is a document");
}

#[test]
fn a_million_brackets_are_an_error() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = format!("{}1{}", open.repeat(1_000_000), close.repeat(1_000_000));
        let error = Document::of_text("deep.json", text).expect_err("it is too deep");
        assert!(
            error.to_string().ends_with("nested deeper than 128 levels"),
            "{error}"
        );
        let error =
            Document::of_text("deep.json", open.repeat(1_000_000)).expect_err("it is too deep");
        assert!(
            error.to_string().ends_with("nested deeper than 128 levels"),
            "{error}"
        );
    }
}

#[test]
fn the_depth_limit_counts_containers() {
    let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    Document::of_text("a.json", nested(128)).expect("128 levels are read");
    Document::of_text("a.json", nested(129)).expect_err("129 levels are not");
}

#[test]
fn what_is_read_with_a_problem_is_refused_strictly() {
    let strict = ReadOptions {
        strict: true,
        ..ReadOptions::default()
    };
    let mut all = String::new();
    for text in [
        "{ \"a\": 1, }",
        "[1, 2,\n]",
        "{ // note\n }",
        "{ /* note */ }",
        "\u{feff}{}",
        "{}\n// note",
    ] {
        Document::of_text("lenient.json", text).expect("it is read with a problem");
        let source = Arc::new(SourceFile::new("strict.json", text));
        let error = Document::parse(source, strict).expect_err("it is not JSON");
        let _ = writeln!(all, "{text:?}\n{}", shown(&error));
    }
    insta::assert_snapshot!("strict", all);
}
