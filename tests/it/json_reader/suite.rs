//! `JSONTestSuite` (nst/JSONTestSuite): every `y_` accepted, every `n_` refused in strict mode.

use std::path::Path;
use std::sync::Arc;

use oneauth::document::{Document, Format, ReadOptions};
use oneauth::error::Result;
use oneauth::text::SourceFile;

use crate::support::corpus::{files_named, part};

/// Deep nesting is refused by a bound of ours; the suite's deepest valid file has 500 levels.
fn read(path: &Path) -> Result<Document> {
    let bytes = std::fs::read(path).expect("the suite can be read");
    let source = Arc::new(SourceFile::from_bytes(path, bytes)?);
    let options = ReadOptions {
        format: Some(Format::Json),
        strict: true,
        ..ReadOptions::default()
    };
    Document::parse(source, options)
}

#[test]
fn json_test_suite() {
    let Some(suites) = part("suites") else {
        return;
    };
    let files = files_named(&suites.join("JSONTestSuite/test_parsing"), &[".json"]);
    assert!(files.len() > 300, "the suite is whole");
    let mut wrong = Vec::new();
    for path in &files {
        let name = path.file_name().expect("it is a file").to_string_lossy();
        let outcome = read(path);
        match name.as_bytes()[0] {
            b'y' if outcome.is_err() => wrong.push(format!("{name}: {:?}", outcome.err())),
            b'n' if outcome.is_ok() => wrong.push(format!("{name}: accepted")),
            b'i' => println!("{name}: {}", shown(&outcome)),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn shown(outcome: &Result<Document>) -> String {
    match outcome {
        Ok(document) => format!("accepted, {} problems", document.problems().len()),
        Err(error) => {
            let text = error.to_string();
            text.rsplit("test_parsing/")
                .next()
                .unwrap_or_default()
                .to_owned()
        }
    }
}
