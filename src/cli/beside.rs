//! The connector's properties file, kept in step with a rewritten document.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::one_file::companion_of;
use crate::connector::{ApiProperties, Auth, Folder, Reach, Update, update};
use crate::diff::{Difference, connection};
use crate::document::{Document, ReadOptions};
use crate::edit::{self, Rewrite, Thoroughness};
use crate::error::{Error, Result};
use crate::rewrite::{Done, Warning};
use crate::rule::SeverityProfile;
use crate::spec::Spec;
use crate::text::SourceFile;
use crate::text::write::Verified;

/// What the file beside a rewritten document becomes.
pub(super) struct Beside {
    /// Its path.
    pub(super) path: PathBuf,
    /// Its new text.
    pub(super) text: Verified,
    /// What it was.
    pub(super) old: Document,
    /// The unified diff.
    pub(super) diff: String,
    /// What changes, in words.
    pub(super) says: String,
    /// What that means for connections.
    pub(super) differences: Vec<Difference>,
}

/// What becomes of the properties beside a rewritten document.
pub(super) enum Companion {
    /// There are none, or they ask for the right type already.
    Fine,
    /// They are rewritten too.
    Changed(Box<Beside>),
    /// They are left to the user: why.
    Left(Warning),
}

/// Plan and verify what the properties beside `document` must become so that they ask for what the
/// rewritten document says.
pub(super) fn beside(document: &Path, done: &Done, how: Thoroughness) -> Result<Companion> {
    let Some(path) = companion_of(document) else {
        return Ok(Companion::Fine);
    };
    let source = Arc::new(SourceFile::read(&path)?);
    let properties = Document::parse(source, ReadOptions::default())?;
    let name = path.display().to_string();
    if let Some(why) = left(&properties, &name) {
        return Ok(Companion::Left(why));
    }
    let Some(auth) = auth(document, done)? else {
        let why = "is left as it is: a connection has no such type";
        return Ok(Companion::Left(warning(&name, why)));
    };
    let update = update(&properties, &auth, Reach::Type);
    if update.changes.is_empty() {
        return Ok(Companion::Fine);
    }
    changed(path, properties, &update, how).map(|beside| Companion::Changed(Box::new(beside)))
}

/// Why a properties file is left to the user, when it is.
fn left(properties: &Document, name: &str) -> Option<Warning> {
    if !properties.root().is_object() {
        return Some(warning(name, "is left as it is: it is no JSON object"));
    }
    ApiProperties::new(properties).parameter_sets()?;
    Some(warning(
        name,
        "is left as it is: it offers several ways to sign in (`connectionParameterSets`), so see \
         that they fit the document",
    ))
}

/// A rewritten document goes elsewhere: the properties beside the old one stay.
pub(super) fn elsewhere(beside: &Beside) -> Warning {
    warning(
        &beside.path.display().to_string(),
        "is left as it is and disagrees with the result: say `--write` to change both",
    )
}

/// Nothing is known of the properties, and the result goes elsewhere: that may go on.
pub(super) fn unreadable(error: &Error) -> Warning {
    let name = Folder::PROPERTIES;
    warning(
        name,
        &format!("was not looked at, so see that it fits the result: {error}"),
    )
}

fn warning(name: &str, why: &str) -> Warning {
    Warning {
        id: "properties-left",
        message: format!("{name} {why}"),
        operations: Vec::new(),
    }
}

fn changed(
    path: PathBuf,
    properties: Document,
    update: &Update,
    how: Thoroughness,
) -> Result<Beside> {
    let rewrite = Rewrite::new(&properties, &update.changes);
    let rewrite = rewrite.map_err(|refusal| refusal.into_error(&properties))?;
    let name = path.display().to_string();
    let diff = edit::unified(&properties, &rewrite.edits, name.trim_start_matches('/'), 3);
    let text = rewrite
        .verify(how, |_| Ok(()))
        .map_err(|broken| Error::Bug(broken.to_string()))?;
    let says = says(&name, update);
    let after = Document::of_text(&name, text.text())?;
    let differences = connection(&properties, &after, SeverityProfile::Connector);
    Ok(Beside {
        path,
        text,
        old: properties,
        diff,
        says,
        differences,
    })
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
