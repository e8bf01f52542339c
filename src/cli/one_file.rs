//! Reading the one document that a command works on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::connector::Folder;
use crate::document::{Document, ReadOptions};
use crate::error::{Error, Result};
use crate::text::SourceFile;

/// Names a connector's definition goes by.
pub(super) const DEFINITIONS: [&str; 2] = [Folder::DEFINITION, "apiDefinition.json"];

/// Read the document that a path names: a file, a connector's folder, or `-`.
pub(super) fn read(path: &Path, strict: bool) -> Result<Document> {
    let options = ReadOptions {
        strict,
        ..ReadOptions::default()
    };
    Document::parse(Arc::new(source(path)?), options)
}

fn source(path: &Path) -> Result<SourceFile> {
    if path == Path::new("-") {
        return SourceFile::stdin();
    }
    SourceFile::read(&definition(path)?)
}

/// The file that a path means: of a folder, the connector's definition.
pub(super) fn definition(path: &Path) -> Result<PathBuf> {
    if !path.is_dir() {
        return Ok(path.to_owned());
    }
    let candidates = DEFINITIONS.iter().map(|name| path.join(name));
    candidates
        .into_iter()
        .find(|file| file.is_file())
        .ok_or_else(|| {
            Error::usage_with_help(
                format!("the folder {} holds no connector", path.display()),
                format!(
                    "a connector's definition is called {}",
                    DEFINITIONS.join(" or ")
                ),
            )
        })
}

/// The `apiProperties.json` beside a document.
pub(super) fn companion_of(file: &Path) -> Option<PathBuf> {
    let beside = file.parent()?.join(Folder::PROPERTIES);
    beside.is_file().then_some(beside)
}

/// The definition beside an `apiProperties.json`: a commit may name only the latter.
pub(super) fn definition_beside(file: &Path) -> Option<PathBuf> {
    let folder = file
        .parent()
        .filter(|_| file.ends_with(Folder::PROPERTIES))?;
    let mut beside = DEFINITIONS.iter().map(|name| folder.join(name));
    beside.find(|file| file.is_file())
}
