//! Lines and indentation around an offset.

/// Nobody indents deeper than this; the bound keeps edits of one-line documents linear.
const REACH: usize = 4096;

/// The first byte of the line that holds `at`, a byte order mark excluded; `None` when it is
/// further away than anybody indents.
pub(super) fn line_start(text: &str, at: usize) -> Option<usize> {
    let low = at.saturating_sub(REACH);
    match memchr::memrchr(b'\n', &text.as_bytes()[low..at]) {
        Some(found) => Some(low + found + 1),
        None if low > 0 => None,
        None if text.starts_with('\u{feff}') => Some(at.min(3)),
        None => Some(0),
    }
}

/// After the last byte of the line that holds `at`, its line end excluded.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |found| at + found);
    if end > at && end < bytes.len() && bytes[end - 1] == b'\r' {
        end - 1
    } else {
        end
    }
}

/// After the line end at `at` (the end of a line); `at` itself at the end of the text.
pub(super) fn after_break(text: &str, at: usize) -> usize {
    match &text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => at + 2,
        [b'\n', ..] => at + 1,
        _ => at,
    }
}

/// Before the line end that ends just before `at` (the start of a line).
pub(super) fn before_break(text: &str, at: usize) -> usize {
    match &text.as_bytes()[..at] {
        [.., b'\r', b'\n'] => at - 2,
        [.., b'\n'] => at - 1,
        _ => at,
    }
}

/// True when the line above the one that starts at `start` is blank.
pub(super) fn follows_blank_line(text: &str, start: usize) -> bool {
    let end = before_break(text, start);
    end < start && line_start(text, end).is_some_and(|line| is_blank(&text.as_bytes()[line..end]))
}

/// How far `at` is from the start of its line, in bytes.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at).unwrap_or(at)
}

/// The indentation before `at`, when nothing else precedes it on its line.
pub(super) fn own_line(text: &str, at: usize) -> Option<&str> {
    let start = line_start(text, at)?;
    is_blank(&text.as_bytes()[start..at]).then(|| &text[start..at])
}

/// The indentation of the line that holds `at`.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let Some(start) = line_start(text, at) else {
        return "";
    };
    let line = &text.as_bytes()[start..at];
    let blanks = line.iter().take_while(|byte| blank(**byte)).count();
    &text[start..start + blanks]
}

/// True for a space or a tab.
pub(super) const fn blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// True for spaces and tabs only.
pub(super) fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| blank(*byte))
}

/// `at`, moved back over spaces and tabs, not before `floor`.
pub(super) fn back_over_blanks(text: &str, at: usize, floor: usize) -> usize {
    let bytes = &text.as_bytes()[floor..at];
    floor + bytes.len() - bytes.iter().rev().take_while(|byte| blank(**byte)).count()
}

/// The first line of the comment block right above the line that starts at `line`: comment lines
/// with the same indentation and nothing between, not before `floor`. A block at the very start of
/// the text speaks about the document and stays with it.
pub(super) fn comments_above(text: &str, line: usize, indent: &str, floor: usize) -> usize {
    let mut at = line;
    while at > floor {
        let end = before_break(text, at);
        let Some(start) = line_start(text, end).filter(|start| *start >= floor && *start < at)
        else {
            break;
        };
        let comment = text[start..end].strip_prefix(indent);
        if !comment.is_some_and(|rest| rest.starts_with('#')) {
            break;
        }
        at = start;
    }
    let head = line_start(text, at) == Some(at) && before_break(text, at) == at;
    if head { line } else { at }
}
