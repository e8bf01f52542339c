//! What cannot be read ends in an error with a place, and says the way out.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use oneauth::document::{Document, ReadOptions};
use oneauth::error::{Error, Misfit};
use oneauth::text::SourceFile;

use super::{read, refusal};

fn error_of(path: &Path) -> Misfit {
    let text = std::fs::read_to_string(path).expect("a fixture");
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    match Document::parse(
        Arc::new(SourceFile::new(name, text)),
        ReadOptions::default(),
    ) {
        Err(Error::Place(misfit)) => *misfit,
        Err(other) => panic!("an error without a place: {other}"),
        Ok(_) => panic!("{} is read", path.display()),
    }
}

#[test]
fn every_malformed_fixture_is_refused_with_a_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/malformed");
    let mut shown = String::new();
    for path in super::files_below(&folder, &["yaml"]) {
        let misfit = error_of(&path);
        let marked = misfit.source.slice(misfit.span).escape_debug().to_string();
        let _ = writeln!(shown, "{misfit}\n    at `{marked}`: {}", misfit.label);
        if let Some(help) = &misfit.help {
            let _ = writeln!(shown, "    help: {help}");
        }
        assert!(misfit.span.end as usize <= misfit.source.text().len());
    }
    insta::assert_snapshot!("malformed", shown);
}

#[test]
fn a_million_brackets_are_refused_and_not_followed() {
    for opening in ["[", "{a: ", "- ", "[{a: ["] {
        let refused = refusal(&opening.repeat(1_000_000 / opening.len()));
        assert_eq!(
            refused.message, "nested deeper than 128 levels",
            "{opening}"
        );
    }
    // others are wrong before they are deep
    for opening in [
        "? ", "- [", "a: [", "a: ", "*", "&a ", "!a ", "|", "'x\n", "---\n", "%", "#", ":",
    ] {
        refusal(&opening.repeat(1_000_000 / opening.len()));
    }
    let mapping: String = (0..2_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    assert_eq!(refusal(&mapping).message, "nested deeper than 128 levels");
}

#[test]
fn the_depth_limit_is_exact() {
    for (open, close) in [("[", "]"), ("- ", ""), ("{a: ", "}")] {
        let nested = |depth: usize| format!("{}x{}", open.repeat(depth), close.repeat(depth));
        read(&nested(128));
        assert_eq!(
            refusal(&nested(129)).message,
            "nested deeper than 128 levels",
            "{open}"
        );
    }
    let mixed = |depth: usize| {
        format!(
            "{}{}x{}",
            "- ".repeat(100),
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    read(&mixed(28));
    assert_eq!(refusal(&mixed(29)).message, "nested deeper than 128 levels");
    let options = ReadOptions {
        max_depth: 3,
        ..ReadOptions::default()
    };
    let with = |text: &str| Document::parse(Arc::new(SourceFile::new("x.yaml", text)), options);
    assert!(with("a: {b: [1]}\n").is_ok());
    assert!(with("a: {b: [[1]]}\n").is_err());
}

#[test]
fn control_characters_are_refused_where_they_stand() {
    for byte in (0..0x20_u8)
        .chain([0x7f])
        .filter(|byte| !matches!(byte, b'\t' | b'\n' | b'\r'))
    {
        let refused = refusal(&format!("a: 1\nb: x{}\n", char::from(byte)));
        let place = refused.source.place(refused.span.start);
        assert_eq!((place.line, place.column), (2, 5), "U+{byte:04X}");
        assert!(
            refused.message.contains(&format!("U+{byte:04X}")),
            "{}",
            refused.message
        );
    }
}

#[test]
fn every_cut_of_a_document_is_read_or_refused() {
    for (_, text) in super::fixtures()
        .into_iter()
        .filter(|(_, text)| text.len() < 3_000)
    {
        // every place of short texts, a sample of the places of long ones
        let step = text.len().div_ceil(120);
        for (at, _) in text.char_indices().step_by(step.max(1)) {
            // neither reader may panic, and what both read must be the same
            let cut = &text[..at];
            if super::read_with(cut, oneauth::document::YamlReader::General).is_ok() {
                read(cut);
            } else {
                refusal(cut);
            }
        }
    }
}
