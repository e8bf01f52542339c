//! Reading the one document that a command works on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::connector::Folder;
use crate::document::{Document, ReadOptions};
use crate::error::{Error, Result};
use crate::text::SourceFile;

/// Read the document that a path names: a file, a connector's folder, or `-`.
pub(super) fn read(path: &Path, strict: bool) -> Result<Document> {
    if path == Path::new("-") {
        return read_file(path, strict);
    }
    read_file(&definition(path)?, strict)
}

/// Read the document in a file, or on standard input when that is `-`.
pub(super) fn read_file(path: &Path, strict: bool) -> Result<Document> {
    let options = ReadOptions {
        strict,
        ..ReadOptions::default()
    };
    let source = if path == Path::new("-") {
        SourceFile::stdin()?
    } else {
        SourceFile::read(path)?
    };
    Document::parse(Arc::new(source), options)
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
