//! Text from documents, made harmless for logs.

use std::borrow::Cow;

use crate::text::visible;

/// `text` on one line, its unsafe characters written out, and without the marks by which build
/// agents take a log line for a command: `##[…]` and `##vso[…]` act wherever they stand in a line
/// (Azure Pipelines, "Logging commands").
pub fn shown(text: &str) -> Cow<'_, str> {
    let text = visible::one_line(text);
    if text.contains("##") {
        return Cow::Owned(text.replace("##", "#\\u{23}"));
    }
    text
}

/// A path for the start of a line: as [`shown`], and never taken for a workflow command.
pub(super) fn path(text: &str) -> Cow<'_, str> {
    let text = shown(text);
    if text.trim_start().starts_with("::") {
        return Cow::Owned(format!("./{text}"));
    }
    text
}

/// Text for XML 1.0: what XML cannot hold is written out, its marks are entities.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible_lines(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            c => out.push(c),
        }
    }
    out
}

/// Unsafe characters written out, also the two non-characters XML refuses; line feeds stay.
pub(super) fn visible_lines(text: &str) -> String {
    let text = visible::lines(text).replace("##", "#\\u{23}");
    text.replace('\u{fffe}', "\\u{fffe}").replace('\u{ffff}', "\\u{ffff}")
}

/// The text, when there is any.
pub(super) fn present(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
