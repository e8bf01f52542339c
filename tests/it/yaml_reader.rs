//! The YAML reader: both readers, one tree.
#![allow(
    clippy::panic,
    clippy::print_stderr,
    reason = "what the tests share may fail and tell like the tests themselves"
)]

mod aliases;
mod differential;
mod formats;
mod generate;
mod malformed;
mod mutate;
mod oracle;
mod round_trip;
mod same;
mod scalars;
mod suite;
mod typing;

use std::path::PathBuf;
use std::sync::Arc;

use oneauth::document::{Document, ReadOptions, YamlReader};
use oneauth::error::{Error, Misfit};
use oneauth::text::SourceFile;

/// Read as YAML with one of the two readers.
fn read_with(text: &str, yaml_reader: YamlReader) -> Result<Document, Error> {
    let options = ReadOptions {
        yaml_reader,
        ..ReadOptions::default()
    };
    Document::parse(Arc::new(SourceFile::new("api.yaml", text)), options)
}

/// Read as YAML with the fast reader where it can; where it can, both must agree.
fn read(text: &str) -> Document {
    let general = read_with(text, YamlReader::General).unwrap_or_else(|e| panic!("{e}\n{text}"));
    if let Ok(fast) = read_with(text, YamlReader::Fast) {
        same::assert_same(&fast, &general);
    }
    general
}

/// The refusal of a text.
fn refusal(text: &str) -> Misfit {
    match read_with(text, YamlReader::Either) {
        Err(Error::Place(misfit)) => *misfit,
        Err(other) => panic!("an error without a place: {other}"),
        Ok(_) => panic!("read without error: {text:?}"),
    }
}

/// The document as JSON text, aliases and merge keys resolved.
fn json(document: &Document) -> String {
    oracle::to_serde(&document.value().expect("small")).to_string()
}

/// The folder with the corpus, the specifications and the suites, where there is one.
fn corpus() -> Option<PathBuf> {
    let path = std::env::var_os("ONEAUTH_CORPUS").map(PathBuf::from);
    if path.is_none() {
        eprintln!("skipped: ONEAUTH_CORPUS is not set");
    }
    path
}

/// All files below a folder of this repository with one of these extensions, sorted.
fn files_below(folder: &std::path::Path, extensions: &[&str]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|e| extensions.iter().any(|wanted| e == *wanted))
            {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The fixtures of this repository that are YAML, with their texts.
fn fixtures() -> Vec<(PathBuf, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = files_below(&root, &["yaml", "yml"]).into_iter();
    files
        .filter_map(|path| std::fs::read_to_string(&path).ok().map(|text| (path, text)))
        .collect()
}
