//! One replacement of bytes.

use crate::text::Span;

/// Put `text` where the bytes of `span` are. Made by [`super::lower`] only.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct TextEdit {
    /// The bytes of the source that go; empty for a pure insertion.
    pub span: Span,
    /// What stands there instead.
    pub text: String,
}

impl TextEdit {
    pub(in crate::edit) fn new(start: usize, end: usize, text: impl Into<String>) -> Self {
        Self {
            span: Span::new(start as u32, end as u32),
            text: text.into(),
        }
    }
}
