//! Writing a connector's files, and refusing to write over what somebody made by hand.

use crate::connector::{Build, FileText};
use crate::diff::text_diff;
use crate::error::{Error, Result};
use crate::outcome::Outcome;
use crate::report::assembly::FileChange;
use crate::text::{SourceFile, write};

/// What each file becomes. A policy that is there and says something else is not replaced unless
/// told: definition and properties are brought up to date, a policy would be lost.
pub(super) fn changes(built: &Build, overwrite: bool) -> Result<Vec<FileChange>> {
    let mut out = Vec::new();
    for file in &built.files {
        let name = file.path.display().to_string();
        let old = std::fs::read(&file.path).ok();
        let new = file.text.as_str();
        let replaces = old.as_deref().is_some_and(|old| old != new.as_bytes());
        if replaces && !overwrite && matches!(file.text, FileText::Policy(_)) {
            return Err(Error::usage_with_help(
                format!("{name} is there and says something else; nothing was written"),
                "say `--overwrite` to replace it, or `--gateway none` to leave policies alone",
            ));
        }
        let before = SourceFile::new(name.as_str(), text_of(old.as_deref()));
        let after = SourceFile::new(name.as_str(), new);
        out.push(FileChange {
            is_new: old.is_none(),
            diff: text_diff(&before, &after, 3).unified,
            name,
        });
    }
    Ok(out)
}

/// The text of a file for its diff; what is no UTF-8 is shown as such.
fn text_of(bytes: Option<&[u8]>) -> String {
    bytes.map_or_else(String::new, |bytes| {
        String::from_utf8_lossy(bytes).into_owned()
    })
}

/// Write every file: no file before every folder is there.
pub(super) fn write(built: &Build) -> Result<Outcome> {
    for file in &built.files {
        if let Some(folder) = file.path.parent() {
            std::fs::create_dir_all(folder).map_err(|e| Error::Write {
                path: folder.to_owned(),
                reason: e.to_string(),
            })?;
        }
    }
    for file in &built.files {
        match &file.text {
            FileText::Document(verified) => write::write(&file.path, verified)?,
            FileText::Policy(text) => write::write_report(&file.path, text)?,
        };
    }
    Ok(Outcome::Clean)
}
