//! A place in a source, with words.

use std::sync::Arc;

use crate::document::{NodeRef, Pointer};
use crate::text::{SourceFile, Span};

/// Which part of a member a label points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum On {
    /// Its key.
    Key,
    /// Its value.
    Value,
    /// Both.
    Entry,
}

/// A place in a source, with the words to write there.
#[derive(Clone, Debug)]
pub struct Label {
    /// The source the place is in.
    pub source: Arc<SourceFile>,
    /// The node.
    pub pointer: Pointer,
    /// The bytes to underline.
    pub span: Span,
    /// Which part of the node that is.
    pub on: On,
    /// The words; may be empty.
    pub text: String,
}

impl Label {
    /// A label on a node. `On::Key` of a node without a key is its value.
    pub fn new(node: NodeRef<'_>, on: On, text: impl Into<String>) -> Self {
        let span = match on {
            On::Key => node.key_span().unwrap_or_else(|| node.span()),
            On::Value => node.span(),
            On::Entry => node.entry_span(),
        };
        Self {
            source: Arc::clone(node.document().source()),
            pointer: node.pointer(),
            span,
            on,
            text: text.into(),
        }
    }

    /// A label on a member's key.
    pub fn key(node: NodeRef<'_>, text: impl Into<String>) -> Self {
        Self::new(node, On::Key, text)
    }

    /// A label on a value.
    pub fn value(node: NodeRef<'_>, text: impl Into<String>) -> Self {
        Self::new(node, On::Value, text)
    }
}
