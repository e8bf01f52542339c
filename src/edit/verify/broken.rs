//! How a verification can end badly.

use crate::document::{Document, Pointer};
use crate::edit::LowerError;
use crate::error::Error;

/// Why there is no verified text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum VerifyError {
    /// The change cannot be made in this document. The user can do something about it.
    #[error(transparent)]
    Lower(#[from] LowerError),
    /// The text is not what was meant. We have to do something about it.
    #[error(transparent)]
    Broken(#[from] Broken),
}

/// An invariant that a rewritten text does not hold.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Broken {
    /// The edits are not in order, overlap, or lie outside the text.
    #[error("the edits are out of order at byte {offset}")]
    Order {
        /// Where the second of two edits starts.
        offset: u32,
    },
    /// The text is not the source with the edits applied.
    #[error("the rewritten text differs from the source and its edits at byte {offset}")]
    Bytes {
        /// Where in the source.
        offset: u32,
    },
    /// The text has line ends of a kind the source does not have.
    #[error("the rewritten text mixes line ends")]
    LineEnds,
    /// The text cannot be read.
    #[error("the rewritten text cannot be read: {reason}")]
    Unreadable {
        /// The reader's words.
        reason: String,
    },
    /// Something else than the planned changed, or something planned did not.
    #[error("the rewritten text differs from the plan at `{pointer}`: {what}")]
    Differs {
        /// Where in the source document.
        pointer: Pointer,
        /// What is not as planned.
        what: &'static str,
    },
    /// Another reader could read the source and reads something else than we do now.
    #[error("{reader} does not agree about the rewritten text: {reason}")]
    Reader {
        /// The other reader.
        reader: &'static str,
        /// Its words, or where it differs.
        reason: String,
    },
    /// The caller's own check failed.
    #[error("the rewritten text is not what was asked for: {reason}")]
    Rejected {
        /// The caller's words.
        reason: String,
    },
}

impl VerifyError {
    /// The error a command ends with: a place in the document, or a bug of ours.
    pub fn into_error(self, document: &Document) -> Error {
        match self {
            Self::Lower(refusal) => refusal.into_error(document),
            Self::Broken(broken) => Error::Bug(format!("{}: {broken}", document.source().name())),
        }
    }
}
