//! Writing a connector's files, and refusing to write over what somebody made by hand.

use std::path::{Path, PathBuf};

use crate::connector::assemble::Left;
use crate::connector::refresh::is_another_api;
use crate::connector::{Build, BuiltFile, FileText};
use crate::diff::text_diff;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::report::assembly::FileChange;
use crate::spec::Spec;
use crate::text::SourceFile;
use crate::text::write::{self, Content};

/// The folder of the policies, below the connector's.
const POLICIES: &str = "policies";

/// Refuse to put a connector in the place of another API's.
pub(super) fn same_api(old: &Document, new: &Document) -> Result<()> {
    let (was, is) = (Spec::new(old)?, Spec::new(new)?);
    if !is_another_api(&was, &is) {
        return Ok(());
    }
    Err(Error::usage_with_help(
        format!(
            "{} describes another API: none of its {} operations is in the export; nothing was \
             written",
            old.source().name(),
            was.operations().len()
        ),
        "name another folder with `-o DIR`, or say `--overwrite` to replace it",
    ))
}

/// What each file becomes. A policy that is there and says something else is not replaced unless
/// told: definition and properties are brought up to date, a policy would be lost.
pub(super) fn changes(built: &Build, folder: &Path, overwrite: bool) -> Result<Vec<FileChange>> {
    let mut out = Vec::new();
    for file in &built.files {
        stays_inside(&file.path, folder)?;
        let name = file.path.display().to_string();
        let old = std::fs::read(&file.path).ok();
        let same = old.as_deref().is_some_and(|old| says(old, file));
        let is_policy = matches!(file.text, FileText::Policy(_));
        if is_policy && old.is_some() && !same && !overwrite {
            return Err(Error::usage_with_help(
                format!("{name} is there and says something else; nothing was written"),
                "say `--overwrite` to replace it, or `--gateway none` to leave policies alone",
            ));
        }
        let before = SourceFile::new(name.as_str(), text_of(old.as_deref()));
        let after = SourceFile::new(name.as_str(), file.text.as_str());
        out.push(FileChange {
            is_new: old.is_none(),
            diff: if same {
                String::new()
            } else {
                text_diff(&before, &after, 3).unified
            },
            name,
        });
    }
    Ok(out)
}

/// True when a file holds the text already, perhaps with the line ends that a version control
/// system put there.
fn says(old: &[u8], file: &BuiltFile) -> bool {
    fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
        let lines = text.split(|byte| *byte == b'\n');
        lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line))
    }
    lines(old).eq(lines(file.text.as_str().as_bytes()))
}

/// Refuse to follow a symbolic link out of the connector's folder.
fn stays_inside(file: &Path, folder: &Path) -> Result<()> {
    let Ok(root) = folder.canonicalize() else {
        return Ok(());
    };
    let there = file.ancestors().find_map(|path| path.canonicalize().ok());
    if there.is_none_or(|there| there.starts_with(&root)) {
        return Ok(());
    }
    Err(Error::usage_with_help(
        format!(
            "{} is reached by a link out of {}; nothing was written",
            file.display(),
            folder.display()
        ),
        "put a plain file or folder in the place of the link",
    ))
}

/// Policies of an earlier run that no plan has any more: they stay, and somebody must decide.
pub(super) fn stale(built: &Build, folder: &Path) -> Vec<Left> {
    let planned = |path: &PathBuf| built.files.iter().any(|file| file.path == *path);
    let entries = std::fs::read_dir(folder.join(POLICIES));
    let files = entries.into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = files
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "xml") && !planned(path))
        .collect();
    found.sort_unstable();
    let left = |path: PathBuf| Left {
        what: "take this policy away if nothing needs it: it is not part of the plan".into(),
        place: path.display().to_string(),
    };
    found.into_iter().map(left).collect()
}

/// The text of a file for its diff; what is no UTF-8 is shown as such.
fn text_of(bytes: Option<&[u8]>) -> String {
    bytes.map_or_else(String::new, |bytes| {
        String::from_utf8_lossy(bytes).into_owned()
    })
}

/// Write every file that does not say the same already: no file before every folder is there, and
/// all or none.
pub(super) fn write(built: &Build) -> Result<Outcome> {
    for folder in built.files.iter().filter_map(|file| file.path.parent()) {
        std::fs::create_dir_all(folder).map_err(|e| Error::Write {
            path: folder.to_owned(),
            reason: no_folder(folder, &e),
        })?;
    }
    let differs =
        |file: &&BuiltFile| std::fs::read(&file.path).map_or(true, |old| !says(&old, file));
    let files: Vec<_> = built.files.iter().filter(differs).map(content).collect();
    write::write_all(&files)?;
    Ok(Outcome::Clean)
}

/// Why a folder cannot be made, and the way out.
fn no_folder(folder: &Path, error: &std::io::Error) -> String {
    if folder.is_file() {
        return "it is a file, and a connector is a folder".to_owned();
    }
    let mut above = folder.ancestors().skip(1);
    let there = above.find(|one| one.is_dir() || one.as_os_str().is_empty());
    let there = there.filter(|one| !one.as_os_str().is_empty());
    let there = there.unwrap_or_else(|| Path::new(".")).display();
    match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => format!(
            "you may not make a folder in {there}; name another one with `-o`, or ask for the right to"
        ),
        kind => format!("no folder can be made in {there}: {kind}"),
    }
}

fn content(file: &BuiltFile) -> (&Path, Content<'_>) {
    let content = match &file.text {
        FileText::Document(verified) => Content::Document(verified),
        FileText::Policy(text) => Content::Report(text),
    };
    (&file.path, content)
}
