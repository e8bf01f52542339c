//! Why a change cannot be made in this text.

use std::fmt;

use crate::document::{Document, NodeId, Pointer};
use crate::error::{Error, Misfit};
use crate::text::{self, Span};

/// A node, where a person finds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The node's pointer.
    pub pointer: Pointer,
    /// Its bytes, key included.
    pub span: Span,
    /// Its line and column.
    pub place: text::Place,
}

impl Place {
    pub(super) fn of(document: &Document, id: NodeId) -> Self {
        let node = document.at(id);
        let span = node.entry_span();
        Self {
            pointer: node.pointer(),
            span,
            place: document.source().place(span.start),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = match self.pointer.as_str() {
            "" => "the document",
            pointer => &*text::visible::one_line(pointer),
        };
        let text::Place { line, column } = self.place;
        write!(f, "`{shown}` (line {line}, column {column})")
    }
}

/// Why a change cannot be made in this text. It is about the user's document, not about us.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LowerError {
    /// Two changes of one place.
    #[error("two changes meet at {at}: the other one is at {other}")]
    Overlap {
        /// The place both change.
        at: Box<Place>,
        /// The node of the other change.
        other: Box<Place>,
    },
    /// The text of the node stands for another place too.
    #[error("{at} is also used at {alias} through a YAML alias, which would change with it")]
    Aliased {
        /// The node to change.
        at: Box<Place>,
        /// An alias that repeats it.
        alias: Box<Place>,
    },
    /// The place is written in a way that is not rewritten.
    #[error("{at} cannot be changed: {reason}")]
    Unsupported {
        /// The place.
        at: Box<Place>,
        /// What is in the way.
        reason: &'static str,
        /// What to do about it.
        help: &'static str,
    },
}

impl LowerError {
    /// The place that cannot be changed.
    pub fn place(&self) -> &Place {
        match self {
            Self::Overlap { at, .. } | Self::Aliased { at, .. } | Self::Unsupported { at, .. } => {
                at
            }
        }
    }

    /// The way out.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Overlap { .. } => "apply one of the two changes, then run again for the other",
            Self::Aliased { .. } => {
                "write the aliased part out in full (replace `*name`, or all of `<<: *name`, by the \
                 text of `&name`), then run again"
            }
            Self::Unsupported { help, .. } => help,
        }
    }

    /// The error a command ends with: place, reason, way out.
    pub fn into_error(self, document: &Document) -> Error {
        Error::Place(Box::new(Misfit {
            source: std::sync::Arc::clone(document.source()),
            span: self.place().span,
            message: self.to_string(),
            label: "this cannot be changed".to_owned(),
            help: Some(self.help().to_owned()),
        }))
    }
}
