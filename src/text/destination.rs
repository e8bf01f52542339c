//! Where something can be written.

use std::fs::Metadata;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// True for a pipe, a terminal, `/dev/null`, and what this process has open: never read first, and
/// never replaced by a file.
pub fn is_device(path: &Path) -> bool {
    let is_other = |meta: Metadata| !meta.is_file() && !meta.is_dir();
    descriptor(path).is_some() || std::fs::metadata(path).is_ok_and(is_other)
}

/// The number of what this process has open, for a path that names it so. A regular file may be
/// behind it.
pub fn descriptor(path: &Path) -> Option<u32> {
    match path.to_str().filter(|_| cfg!(unix))? {
        "/dev/stdout" => Some(1),
        "/dev/stderr" => Some(2),
        name => {
            let folders = ["/dev/fd/", "/proc/self/fd/"];
            let number = folders.iter().find_map(|it| name.strip_prefix(it))?;
            number.parse().ok()
        }
    }
}

/// Refuse a path at which no file can be, before there is anything to write.
///
/// # Errors
/// When a folder is there, or when there is no folder for it.
pub fn expect_place(path: &Path) -> Result<()> {
    if is_device(path) {
        return Ok(());
    }
    place_of(path).map(drop)
}

/// Where the bytes of a file go, links followed, and the folder of that place.
pub(super) fn place_of(path: &Path) -> Result<(PathBuf, PathBuf)> {
    if path.is_dir() {
        return Err(refused(path, "a folder of this name is there".into()));
    }
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        let folder = folder.display();
        let reason = format!("the folder {folder} is not there: make it first");
        return Err(refused(path, reason));
    }
    let folder = folder.to_owned();
    Ok((target, folder))
}

/// A file cannot be written, for this reason.
pub(super) fn refused(path: &Path, reason: String) -> Error {
    Error::Write {
        path: path.to_owned(),
        reason,
    }
}
