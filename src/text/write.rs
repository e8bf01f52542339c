//! The only place that writes files: atomically, and not at all when the bytes are equal.

use std::io::Write as _;
use std::path::Path;

use crate::error::{Error, Result};

/// A text that was re-read and found to be exactly what was meant.
///
/// Nothing else can be written to a disk. It is made by the verifiers of rewritten, converted and
/// generated files; a house test holds the list of modules that may call `attest`.
#[derive(Debug)]
pub struct Verified(String);

impl Verified {
    /// Attest that `text` was verified. Only for a verifier that has just done so.
    pub(crate) fn attest(text: String) -> Self {
        Self(text)
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// What writing did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Written {
    /// The file now holds the text.
    Changed,
    /// The file held the same bytes already and was not touched.
    Same,
}

/// Put `text` into the file at `path`: a temporary file beside it, then a rename. Permissions are
/// kept, a symbolic link is followed.
pub fn write(path: &Path, text: &Verified) -> Result<Written> {
    write_bytes(path, text.0.as_bytes())
}

/// Write a report (not a document) to a file, atomically.
pub fn write_report(path: &Path, text: &str) -> Result<Written> {
    write_bytes(path, text.as_bytes())
}

fn write_bytes(path: &Path, bytes: &[u8]) -> Result<Written> {
    let refuse = |e: std::io::Error| Error::Write {
        path: path.to_owned(),
        reason: e.to_string(),
    };
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if std::fs::read(&target).is_ok_and(|old| old == bytes) {
        return Ok(Written::Same);
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(Error::Write {
            path: path.to_owned(),
            reason: format!(
                "the folder {} is not there: make it first",
                folder.display()
            ),
        });
    }
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(refuse)?;
    file.write_all(bytes).map_err(refuse)?;
    if let Some(permissions) = permissions_for(&target) {
        file.as_file()
            .set_permissions(permissions)
            .map_err(refuse)?;
    }
    file.as_file().sync_all().map_err(refuse)?;
    file.persist(&target).map_err(|e| refuse(e.error))?;
    Ok(Written::Changed)
}

/// The permissions a written file should have: the old file's, or what a new file usually gets.
#[cfg_attr(
    unix,
    expect(clippy::unnecessary_wraps, reason = "other systems have no modes")
)]
fn permissions_for(target: &Path) -> Option<std::fs::Permissions> {
    if let Ok(meta) = std::fs::metadata(target) {
        return Some(meta.permissions());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        Some(std::fs::Permissions::from_mode(0o644))
    }
    #[cfg(not(unix))]
    None
}
