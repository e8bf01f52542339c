//! Text from documents, made harmless for logs.

use std::borrow::Cow;

use crate::text::visible;

/// `text` on one line, its unsafe characters written out, and without the marks by which build
/// agents take a log line for a command: `##[…]` and `##vso[…]` act wherever they stand in a line
/// (Azure Pipelines, "Logging commands").
pub fn shown(text: &str) -> Cow<'_, str> {
    let text = visible::one_line(text);
    if !text.contains("##") {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        if is_command(&text, at) {
            out.push_str("\\u{23}");
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// True at the second `#` of a mark by which a build agent knows a command.
pub(super) fn is_command(text: &str, at: usize) -> bool {
    let bytes = &text.as_bytes()[at..];
    let has_mark = |mark: &[u8]| {
        bytes
            .get(..mark.len())
            .is_some_and(|b| b.eq_ignore_ascii_case(mark))
    };
    text[..at].ends_with('#') && (has_mark(b"#[") || has_mark(b"#vso["))
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
    for c in for_xml(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            c => out.push(c),
        }
    }
    out
}

/// As [`shown`], the two non-characters XML refuses written out too.
pub(super) fn for_xml(text: &str) -> String {
    let text = shown(text);
    text.replace('\u{fffe}', "\\u{fffe}")
        .replace('\u{ffff}', "\\u{ffff}")
}

/// The text, when there is any.
pub(super) fn present(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
