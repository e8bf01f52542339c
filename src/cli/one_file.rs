//! Reading the one document that a command works on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::connector::Folder;
use crate::document::{Document, ReadOptions};
use crate::error::{Error, Result};
use crate::text::SourceFile;

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
    let found = Folder::open(path)?.and_then(|folder| folder.definition);
    found.ok_or_else(|| {
        Error::usage_with_help(
            format!("the folder {} holds no connector", path.display()),
            format!("a connector's definition is called {}", Folder::DEFINITION),
        )
    })
}

/// The `apiProperties.json` beside a document.
pub(super) fn companion_of(file: &Path) -> Option<PathBuf> {
    if file == Path::new("-") {
        return None;
    }
    Folder::properties_beside(file)
}
