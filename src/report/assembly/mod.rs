//! `oneauth connector`: what was made, what was decided, what is left to do.

mod human;

pub use human::human;

use super::Report;
use crate::connector::Build;
use crate::diff::Effect;

/// A built connector, as a report shows it.
#[derive(Clone, Copy)]
pub struct Assembled<'a> {
    /// The build.
    pub build: &'a Build,
    /// What each file becomes.
    pub changes: &'a [FileChange],
    /// What the build makes of the export.
    pub on_export: &'a Effect,
    /// What it changes for those who use what was in the folder.
    pub on_folder: Option<&'a Effect>,
    /// The findings of the result.
    pub checked: &'a Report,
    /// Nothing was written: the diffs are wanted.
    pub only_shown: bool,
}

/// What a file becomes.
#[derive(Debug)]
pub struct FileChange {
    /// Its path.
    pub name: String,
    /// It was not there.
    pub is_new: bool,
    /// The unified diff; empty when nothing changes.
    pub diff: String,
}
