//! What the JSON reader says when it cannot go on.

use super::reader::{Reader, closing};
use crate::document::read::Refusal;
use crate::document::{Kind, NodeId};
use crate::text::Span;

impl Reader<'_> {
    /// A refusal of the character at hand.
    #[cold]
    pub(super) fn refuse(&self, message: impl Into<String>, label: &str) -> Refusal {
        Refusal::new(self.here(), message, label)
    }

    /// The character at hand; the last one at the end of the text.
    pub(super) fn here(&self) -> Span {
        let mut start = self.at.min(self.bytes.len().saturating_sub(1));
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let width = self.text[start..].chars().next().map_or(0, char::len_utf8);
        Span::new(start as u32, (start + width) as u32)
    }

    #[cold]
    pub(super) fn early_end(&self, expected: &str) -> Refusal {
        if self.nodes.is_empty() {
            let end = self.bytes.len() as u32;
            return Refusal::new(Span::empty(end), "the document is empty", "nothing to read")
                .help("an OpenAPI document starts with `swagger` or `openapi`");
        }
        self.refuse(
            format!("the text ends where {expected} was expected"),
            "it ends here",
        )
    }

    #[cold]
    pub(super) fn never_closed(&self, open: NodeId) -> Refusal {
        let node = &self.nodes[open.index()];
        let bracket = closing(node.kind) as char;
        let span = Span::new(node.start, node.start + 1);
        Refusal::new(
            span,
            format!("this is never closed: no `{bracket}`"),
            "opened here",
        )
    }

    #[cold]
    pub(super) fn no_comma(&self, kind: Kind) -> Refusal {
        let bracket = closing(kind) as char;
        let expected = format!("`,` or `{bracket}`");
        let message = format!("expected {expected} here");
        Refusal::new(self.here(), message, expected)
    }

    #[cold]
    pub(super) fn not_a_value(&self) -> Refusal {
        let refusal = self.refuse(
            "expected a value",
            "an object, an array, a string in double quotes, a number, true, false or null",
        );
        if self.nodes.is_empty() {
            return refusal.help("is this JSON? a YAML document needs the extension .yaml or .yml");
        }
        refusal
    }

    #[cold]
    pub(super) fn bad_number(&self, end: usize) -> Refusal {
        let span = Span::new(self.at as u32, end as u32);
        Refusal::new(span, "not a number JSON knows", "like -1, 0.5 or 1e9")
    }

    #[cold]
    pub(super) fn control_character(&self, at: usize) -> Refusal {
        let span = Span::new(at as u32, at as u32 + 1);
        let byte = self.bytes[at];
        let (name, escape) = match byte {
            b'\n' | b'\r' => ("a line break".to_owned(), "\\n".to_owned()),
            b'\t' => ("a tab".to_owned(), "\\t".to_owned()),
            _ => (
                format!("the control character U+{byte:04X}"),
                format!("\\u{byte:04x}"),
            ),
        };
        Refusal::new(
            span,
            format!("{name} inside a string"),
            format!("write `{escape}`"),
        )
        .help("is the closing quote of this string missing?")
    }
}
