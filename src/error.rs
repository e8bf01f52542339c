//! Work that could not be done: reading, parsing, configuring, writing.
//!
//! An [`Error`] is about our work; a finding is about the user's document; a [`Error::Bug`] is
//! about us. The three are never mixed.

use std::path::PathBuf;
use std::sync::Arc;

use crate::outcome::Outcome;
use crate::text::{SourceFile, Span};

/// The result of work that may be impossible.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a piece of work could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file could not be opened, read, or decoded as text.
    #[error("cannot read {}: {reason}", .path.display())]
    Read {
        /// The file as the user named it.
        path: PathBuf,
        /// The system's reason, or what is wrong with the bytes.
        reason: String,
        /// The way out, when one is known.
        help: Option<String>,
    },
    /// A file was read and is not what it should be, at a known place.
    #[error("{0}")]
    Place(Box<Misfit>),
    /// A file could not be written.
    #[error("cannot write {}: {reason}", .path.display())]
    Write {
        /// The file that was to be written.
        path: PathBuf,
        /// The system's reason.
        reason: String,
    },
    /// The command line asks for something that makes no sense.
    #[error("{message}")]
    Usage {
        /// What is wrong.
        message: String,
        /// The way out, when one is known.
        help: Option<String>,
    },
    /// An invariant of oneauth broke. Nothing was written.
    #[error("this is a bug in oneauth: {0}")]
    Bug(String),
}

/// A place in a text that is not what it should be.
#[derive(Debug)]
pub struct Misfit {
    /// The text.
    pub source: Arc<SourceFile>,
    /// Where in it.
    pub span: Span,
    /// What is wrong there.
    pub message: String,
    /// The words at the caret.
    pub label: String,
    /// The way out, when one is known.
    pub help: Option<String>,
}

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let place = self.source.place(self.span.start);
        write!(
            f,
            "{}:{}:{}: {}",
            self.source.name(),
            place.line,
            place.column,
            self.message
        )
    }
}

impl Error {
    /// A usage error without advice.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::Usage {
            message: message.into(),
            help: None,
        }
    }

    /// A usage error with the way out.
    pub fn usage_with_help(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage {
            message: message.into(),
            help: Some(help.into()),
        }
    }

    /// How a run ends that meets this error.
    pub const fn outcome(&self) -> Outcome {
        match self {
            Self::Bug(_) => Outcome::Bug,
            _ => Outcome::Failure,
        }
    }

    /// The way out, when one is known.
    pub fn help(&self) -> Option<&str> {
        match self {
            Self::Read { help, .. } | Self::Usage { help, .. } => help.as_deref(),
            Self::Place(misfit) => misfit.help.as_deref(),
            Self::Write { .. } => None,
            Self::Bug(_) => Some("please report it with the input file; nothing was written"),
        }
    }
}
