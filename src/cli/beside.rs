//! The connector's properties file, kept in step with a rewritten document.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::connector::{Auth, Folder, Reach, Update, update};
use crate::document::{Document, ReadOptions};
use crate::edit::{self, Rewrite, Thoroughness};
use crate::error::{Error, Result};
use crate::rewrite::Done;
use crate::spec::Spec;
use crate::text::SourceFile;
use crate::text::write::Verified;

/// What the file beside a rewritten document becomes.
pub(super) struct Beside {
    /// Its path.
    pub(super) path: PathBuf,
    /// Its new text.
    pub(super) text: Verified,
    /// The unified diff.
    pub(super) diff: String,
    /// What changes, in words.
    pub(super) says: String,
}

/// Plan and verify what the properties beside `document` must become so that they ask for what the
/// rewritten document says. `None` when there is no such file, or it does already.
pub(super) fn beside(document: &Path, done: &Done, how: Thoroughness) -> Result<Option<Beside>> {
    if document == Path::new("-") {
        return Ok(None);
    }
    let Some(path) = Folder::around(document)?.and_then(|folder| folder.properties) else {
        return Ok(None);
    };
    let source = Arc::new(SourceFile::read(&path)?);
    let properties = Document::parse(source, ReadOptions::default())?;
    let Some(auth) = auth(document, done)? else {
        return Ok(None);
    };
    let update = update(&properties, &auth, Reach::Type);
    if update.changes.is_empty() {
        return Ok(None);
    }
    let rewrite = Rewrite::new(&properties, &update.changes);
    let rewrite = rewrite.map_err(|refusal| refusal.into_error(&properties))?;
    let name = path.display().to_string();
    let diff = edit::unified(&properties, &rewrite.edits, name.trim_start_matches('/'), 3);
    let text = rewrite
        .verify(how, |_| Ok(()))
        .map_err(|broken| Error::Bug(broken.to_string()))?;
    let says = says(&name, &update);
    Ok(Some(Beside {
        path,
        text,
        diff,
        says,
    }))
}

/// What the rewritten document asks for; `None` when the platform has no such type.
fn auth(document: &Path, done: &Done) -> Result<Option<Auth>> {
    let name = document.display().to_string();
    let after = Document::of_text(&name, done.text.text())?;
    let spec = Spec::new(&after)?;
    Ok(match spec.schemes().first() {
        Some(scheme) => Auth::for_scheme(scheme),
        None => Some(Auth::None),
    })
}

fn says(name: &str, update: &Update) -> String {
    let list = |names: &[String]| names.join("`, `");
    let mut words = Vec::new();
    if !update.removed.is_empty() {
        words.push(format!("no longer asks for `{}`", list(&update.removed)));
    }
    if !update.added.is_empty() {
        words.push(format!("asks for `{}`", list(&update.added)));
    }
    let dangling = update.dangling.iter().map(ToString::to_string);
    let dangling: Vec<String> = dangling.collect();
    if !dangling.is_empty() {
        words.push(format!(
            "policies that read what is gone are left to you: {}",
            dangling.join(", ")
        ));
    }
    format!("{name}: {}", words.join("; "))
}
