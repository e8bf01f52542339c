//! How a finding can be mended.

use crate::edit::Change;

/// How sure we are that a fix means what the author meant, least sure first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Safety {
    /// Shown, never applied.
    Manual,
    /// Applied with `--unsafe-fixes`: it may change what the document means to someone.
    Unsafe,
    /// Applied with `--fix`.
    Safe,
}

/// The file a fix changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum File {
    /// The OpenAPI document.
    Document,
    /// The connector's `apiProperties.json` beside it.
    Properties,
}

/// Changes that mend a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, as a command: "remove `http` from `schemes`".
    pub title: String,
    /// How sure we are.
    pub safety: Safety,
    /// The file it changes.
    pub file: File,
    /// The changes, applied together or not at all.
    pub changes: Vec<Change>,
}
