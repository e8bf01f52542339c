//! The only place that writes files: atomically, and not at all when the bytes are equal.

use std::fs::{Metadata, Permissions};
use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::NamedTempFile;

use super::destination::{is_device, place_of, refused};
use super::{SourceFile, Spool};
use crate::error::{Error, Result};

/// A text that was re-read and found to be exactly what was meant.
///
/// Nothing else can be written to a disk. It is made by the verifiers of rewritten, converted and
/// generated files; a house test holds the list of modules that may call `attest`.
#[derive(Debug)]
pub struct Verified(Arc<SourceFile>);

impl Verified {
    /// Attest that `text` was verified. Only for a verifier that has just done so.
    pub(crate) fn attest(text: Arc<SourceFile>) -> Self {
        Self(text)
    }

    /// The text.
    pub fn text(&self) -> &str {
        self.0.text()
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

/// What a file is to hold.
#[derive(Clone, Copy, Debug)]
pub enum Content<'a> {
    /// A document.
    Document(&'a Verified),
    /// A report, a policy: no document.
    Report(&'a str),
    /// A report that was written piece by piece.
    Spooled(&'a Spool),
}

impl Content<'_> {
    fn len(self) -> u64 {
        match self {
            Self::Document(verified) => verified.text().len() as u64,
            Self::Report(text) => text.len() as u64,
            Self::Spooled(spool) => spool.len(),
        }
    }

    fn copy_to(self, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Document(verified) => out.write_all(verified.text().as_bytes()),
            Self::Report(text) => out.write_all(text.as_bytes()),
            Self::Spooled(spool) => spool.copy_to(out),
        }
    }
}

/// Takes the bytes that can be read and refuses all others.
struct Same<R>(R);

impl<R: Read> Write for Same<R> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut there = vec![0; bytes.len().min(64 << 10)];
        self.0.read_exact(&mut there)?;
        if bytes.starts_with(&there) {
            return Ok(there.len());
        }
        Err(ErrorKind::InvalidData.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Put `text` into the file at `path`: a temporary file beside it, then a rename. Permissions are
/// kept, a symbolic link is followed, and what is no regular file is written to as it is.
pub fn write(path: &Path, text: &Verified) -> Result<Written> {
    write_one(path, Content::Document(text))
}

/// Write a report (not a document) to a file, atomically.
pub fn write_report(path: &Path, text: &str) -> Result<Written> {
    write_one(path, Content::Report(text))
}

/// Write a report that was written piece by piece to a file, atomically.
pub fn write_spooled(path: &Path, text: &Spool) -> Result<Written> {
    write_one(path, Content::Spooled(text))
}

fn write_one(path: &Path, content: Content<'_>) -> Result<Written> {
    if is_device(path) {
        return write_to(path, content).map(|()| Written::Changed);
    }
    let Some(staged) = Staged::new(path, content)? else {
        return Ok(Written::Same);
    };
    staged.persist()?;
    Ok(Written::Changed)
}

/// Write files that belong together. Every temporary file is there before the first is renamed;
/// when a rename fails, those before it are undone.
///
/// # Errors
/// When one cannot be written. The message says which files hold their new text all the same: none,
/// unless undoing failed too.
pub fn write_all(files: &[(&Path, Content<'_>)]) -> Result<()> {
    let (devices, files): (Vec<_>, Vec<_>) =
        files.iter().copied().partition(|(path, _)| is_device(path));
    let mut staged = Vec::new();
    for (path, content) in files {
        staged.extend(Staged::new(path, content)?);
    }
    commit(staged, Staged::rename)?;
    devices
        .into_iter()
        .try_for_each(|(path, content)| write_to(path, content))
}

fn write_to(path: &Path, content: Content<'_>) -> Result<()> {
    // a regular file behind it keeps what it holds
    let device = std::fs::OpenOptions::new().append(true).open(path);
    let written = device.and_then(|mut device| content.copy_to(&mut device));
    written.map_err(|e| refused(path, e.to_string()))
}

fn commit(staged: Vec<Staged>, rename: impl Fn(Staged) -> Result<Former>) -> Result<()> {
    let mut done: Vec<Former> = Vec::new();
    for one in staged {
        match rename(one) {
            Ok(former) => done.push(former),
            Err(error) => return Err(undone(error, done)),
        }
    }
    Ok(())
}

/// The error, with what became of the files that were written before it.
fn undone(error: Error, done: Vec<Former>) -> Error {
    if done.is_empty() {
        return error;
    }
    let restored = done.into_iter().rev().map(|one| (one.path.clone(), one));
    let kept: Vec<String> = restored
        .filter_map(|(path, one)| one.restore().is_err().then(|| path.display().to_string()))
        .collect();
    let Error::Write { path, reason } = error else {
        return error;
    };
    let outcome = if kept.is_empty() {
        "the other files are as they were".to_owned()
    } else {
        format!("and these could not be put back: {}", kept.join(", "))
    };
    Error::Write {
        path,
        reason: format!("{reason}; {outcome}"),
    }
}

/// A temporary file beside the one that it will become.
struct Staged {
    path: PathBuf,
    target: PathBuf,
    file: NamedTempFile,
}

/// What was where a file was written.
struct Former {
    path: PathBuf,
    target: PathBuf,
    bytes: Option<Vec<u8>>,
}

impl Staged {
    /// `None` when the file holds these bytes already.
    fn new(path: &Path, content: Content<'_>) -> Result<Option<Self>> {
        let (target, folder) = place_of(path)?;
        let old = std::fs::metadata(path).ok();
        match &old {
            Some(meta) if holds(path, meta, content) => return Ok(None),
            Some(meta) if meta.permissions().readonly() => {
                return Err(refused(path, "the file is read-only".into()));
            }
            _ => {}
        }
        let permissions = old.as_ref().map(Metadata::permissions);
        let file = stage(&folder, permissions, |file| content.copy_to(file))
            .map_err(|e| refused(path, in_folder(&e, &folder)))?;
        Ok(Some(Self {
            path: path.to_owned(),
            target,
            file,
        }))
    }

    fn persist(self) -> Result<()> {
        let kept = self.file.persist(&self.target);
        kept.map_err(|e| refused(&self.path, e.error.to_string()))?;
        Ok(())
    }

    fn rename(self) -> Result<Former> {
        let bytes = match std::fs::read(&self.target) {
            Ok(bytes) => Some(bytes),
            Err(e) if e.kind() == ErrorKind::NotFound => None,
            Err(e) => return Err(refused(&self.path, e.to_string())),
        };
        let (path, target) = (self.path.clone(), self.target.clone());
        self.persist()?;
        Ok(Former {
            path,
            target,
            bytes,
        })
    }
}

impl Former {
    fn restore(self) -> std::io::Result<()> {
        match self.bytes {
            Some(bytes) => {
                let folder = self.target.parent().unwrap_or(Path::new("."));
                let permissions = std::fs::metadata(&self.target)?.permissions();
                let file = stage(folder, Some(permissions), |file| file.write_all(&bytes))?;
                file.persist(&self.target).map_err(|e| e.error)?;
                Ok(())
            }
            None => std::fs::remove_file(&self.target),
        }
    }
}

/// True when the file at `path` holds these bytes.
fn holds(path: &Path, meta: &Metadata, content: Content<'_>) -> bool {
    let is_same = |old| content.copy_to(&mut Same(BufReader::new(old))).is_ok();
    meta.len() == content.len() && std::fs::File::open(path).is_ok_and(is_same)
}

/// A temporary file with the bytes that `pour` writes. One that replaces no other gets the permissions that new
/// files get here.
fn stage(
    folder: &Path,
    permissions: Option<Permissions>,
    pour: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    pour(&mut file)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// Why a folder takes no file, without the name of the temporary one.
fn in_folder(error: &std::io::Error, folder: &Path) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            format!("the folder {} takes no new files", folder.display())
        }
        kind => kind.to_string(),
    }
}

#[cfg(test)]
#[allow(
    clippy::disallowed_methods,
    reason = "nobody else sees the folder of a test"
)]
mod tests {
    use super::*;

    /// Two files, the second of which cannot be renamed; `meanwhile` runs before that.
    fn second_fails(meanwhile: impl Fn(&Path)) -> (tempfile::TempDir, String) {
        let folder = tempfile::tempdir().expect("a folder");
        let (old, new) = (folder.path().join("old"), folder.path().join("new"));
        std::fs::write(&old, "before").expect("written");
        let last = folder.path().join("last");
        let files = [(&old, "after"), (&new, "made"), (&last, "never")];
        let staged = files.map(|(path, text)| {
            let staged = Staged::new(path, Content::Report(text)).expect("staged");
            staged.expect("it differs")
        });
        let error = commit(staged.into(), |one| {
            if one.path == last {
                meanwhile(folder.path());
                return Err(refused(&last, "the disk says no".into()));
            }
            one.rename()
        });
        (folder, error.expect_err("the last fails").to_string())
    }

    #[test]
    fn what_was_written_before_a_failure_is_put_back() {
        let (folder, error) = second_fails(|_| {});
        assert!(
            error.contains("the other files are as they were"),
            "{error}"
        );
        let names: Vec<_> = std::fs::read_dir(folder.path())
            .expect("readable")
            .map(|entry| entry.expect("an entry").file_name())
            .collect();
        assert_eq!(names, ["old"], "nothing new, no temporary file");
        let old = std::fs::read_to_string(folder.path().join("old"));
        assert_eq!(old.expect("readable"), "before");
    }

    #[test]
    fn a_spooled_text_that_is_there_already_is_not_written_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report");
        let long = "a line of a report\n".repeat(20_000);
        for (text, written) in [
            (&*long, Written::Changed),
            (&*long, Written::Same),
            (&long.replace('a', "b"), Written::Changed),
            ("", Written::Changed),
            ("", Written::Same),
        ] {
            let mut spool = Spool::default();
            spool.write_all(text.as_bytes()).expect("there is room");
            assert_eq!(write_spooled(&path, &spool).expect("it is ours"), written);
            assert!(std::fs::read_to_string(&path).expect("readable") == text);
        }
    }

    #[test]
    fn what_cannot_be_put_back_is_named() {
        let (folder, error) = second_fails(|folder| {
            std::fs::remove_file(folder.join("new")).expect("removed by somebody else");
        });
        let name = folder.path().join("new").display().to_string();
        assert!(
            error.contains(&format!("could not be put back: {name}")),
            "{error}"
        );
    }
}
