//! What a reader accepted although it should not be there.

use crate::text::Span;

/// A deviation the reader went on after; the tree is whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: ProblemKind,
}

/// The kinds of deviation a reader goes on after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    /// An object has the same key twice; the span is the later key.
    DuplicateKey,
    /// A comma before a closing bracket (JSON).
    TrailingComma,
    /// A `//` or `/* */` comment (JSON).
    Comment,
    /// A byte order mark before the text (JSON).
    ByteOrderMark,
    /// A tab or another control character inside a string, as it is (JSON). A line break there is
    /// a missing quote instead, and refused.
    ControlCharacter,
    /// A `\u` escape of half a surrogate pair; it reads as U+FFFD (JSON).
    LoneSurrogate,
}

impl ProblemKind {
    /// What is wrong, for a message.
    pub const fn message(self) -> &'static str {
        match self {
            Self::DuplicateKey => "the object already has this key",
            Self::TrailingComma => "JSON does not allow a comma before a closing bracket",
            Self::Comment => "JSON does not allow comments",
            Self::ByteOrderMark => "JSON does not allow a byte order mark",
            Self::ControlCharacter => "JSON does not allow a control character inside a string",
            Self::LoneSurrogate => "this escape is half a surrogate pair and names no character",
        }
    }
}
