//! Real documents, when `ONEAUTH_CORPUS` names a folder that holds them: everything is read or
//! refused at a place, every rewrite is verified, no rule panics, JSON and YAML mean the same.

mod connectors;
mod converting;
mod reading;
mod rewriting;

mod rules;
mod shares;

use std::path::{Path, PathBuf};

use oneauth::document::Document;

use crate::support::corpus::{documents, files_named, folder};

/// Every document of the corpus that can be read, with its path.
fn readable() -> impl Iterator<Item = (PathBuf, Document)> {
    documents()
        .into_iter()
        .filter_map(|path| Some((path.clone(), read(&path)?)))
}

/// The documents of connectors and the large descriptions, which are meant to be right.
fn connectors_and_specs() -> Vec<PathBuf> {
    let Some(folder) = folder() else {
        return Vec::new();
    };
    let mut files = files_named(&folder.join("corpus"), &[".json"]);
    files.retain(|path| {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        name.contains("swagger") || name.contains("definition")
    });
    files.extend(files_named(&folder.join("specs"), &[".json", ".yaml"]));
    files
}

fn read(path: &Path) -> Option<Document> {
    let text = std::fs::read_to_string(path).ok()?;
    Document::of_text(&path.to_string_lossy(), text).ok()
}
