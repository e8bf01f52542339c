//! What stands between two members of a flow collection.

use super::lines::{blank, line_end};
use crate::document::Format;

/// A piece of the text between two members; blanks are left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    /// A line end.
    Break,
    /// The separator.
    Comma,
    /// A comment, its line end excluded.
    Comment,
    /// Anything else: YAML properties, an explicit key's `?`.
    Other,
}

/// A piece with its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Token {
    /// What it is.
    pub(super) piece: Piece,
    /// Its first byte.
    pub(super) start: usize,
    /// After its last byte.
    pub(super) end: usize,
}

/// The pieces of `text[from..to]`.
pub(super) fn tokens(text: &str, from: usize, to: usize, format: Format) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = from;
    while at < to {
        let start = at;
        let piece = match bytes[at] {
            byte if blank(byte) || byte == b'\r' => {
                at += 1;
                continue;
            }
            b'\n' => Piece::Break,
            b',' => Piece::Comma,
            b'#' if format == Format::Yaml => Piece::Comment,
            b'/' if format == Format::Json => Piece::Comment,
            _ => Piece::Other,
        };
        at = match piece {
            Piece::Break | Piece::Comma => at + 1,
            Piece::Comment => comment_end(text, at),
            Piece::Other => other_end(bytes, at),
        }
        .min(to);
        out.push(Token {
            piece,
            start,
            end: at,
        });
    }
    out
}

fn comment_end(text: &str, at: usize) -> usize {
    if text[at..].starts_with("/*") {
        memchr::memmem::find(&text.as_bytes()[at + 2..], b"*/")
            .map_or(text.len(), |inside| at + inside + 4)
    } else {
        line_end(text, at)
    }
}

fn other_end(bytes: &[u8], at: usize) -> usize {
    let verbatim = bytes[at..].starts_with(b"!<");
    let ends = |byte: u8| {
        if verbatim {
            byte == b'>'
        } else {
            matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',')
        }
    };
    let rest = &bytes[at + 1..];
    let length = rest.iter().position(|byte| ends(*byte));
    length.map_or(bytes.len(), |length| {
        at + 1 + length + usize::from(verbatim)
    })
}
