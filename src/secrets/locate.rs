//! From a place in a decoded string back to its bytes in the source, exactly, escapes and folding
//! included.

use std::ops::Range;

use crate::document::{Flags, Format, NodeRef, Style};
use crate::finding::On;
use crate::text::Span;

/// The source bytes of `range` of the decoded text of a value or key. Should the two not line up,
/// the whole value: what is masked may be too much, never too little.
pub(super) fn locate(node: NodeRef<'_>, on: On, decoded: &str, range: Range<usize>) -> Span {
    let whole = match on {
        On::Key => node.key_span().unwrap_or(node.span()),
        _ => node.span(),
    };
    let source = node.document().source();
    let raw = source.slice(whole);
    let written = Written::of(node, on, raw);
    let plain = raw.get(written.start..written.start + decoded.len());
    let aligned = if plain == Some(decoded) {
        Some(written.start + range.start..written.start + range.end)
    } else {
        written.align(raw, decoded, range)
    };
    aligned.map_or(whole, |found| {
        Span::new(
            whole.start + found.start as u32,
            whole.start + found.end as u32,
        )
    })
}

/// How a string is written.
#[derive(Clone, Copy, Debug)]
struct Written {
    /// Where its content starts.
    start: usize,
    /// Backslashes escape.
    escapes: bool,
    /// `''` is one quote.
    doubled: bool,
}

impl Written {
    fn of(node: NodeRef<'_>, on: On, raw: &str) -> Self {
        let quote = raw.bytes().next();
        let block = on == On::Value && matches!(node.node().style, Style::Literal | Style::Folded);
        let yaml = node.document().format() == Format::Yaml;
        let quoted = on == On::Value && matches!(node.node().style, Style::Single | Style::Double)
            || on == On::Key && node.node().flags.has(Flags::KEY_QUOTED)
            || !yaml;
        Self {
            start: if block {
                raw.find('\n').map_or(0, |at| at + 1)
            } else {
                usize::from(quoted && matches!(quote, Some(b'"' | b'\'')))
            },
            escapes: !block && quote == Some(b'"'),
            doubled: !block && quoted && quote == Some(b'\''),
        }
    }

    /// Walk source and decoded text side by side.
    fn align(self, raw: &str, decoded: &str, range: Range<usize>) -> Option<Range<usize>> {
        let (mut at, mut start) = (self.start, None);
        let mut rest = decoded.char_indices().peekable();
        while let Some(&(index, c)) = rest.peek() {
            if index >= range.end {
                break;
            }
            let (unit, length) = self.unit(&raw[at..])?;
            let blank = unit.is_none_or(char::is_whitespace);
            if unit == Some(c) {
                if index >= range.start && start.is_none() {
                    start = Some(at);
                }
                at += length;
                rest.next();
            } else if blank {
                at += length;
            } else if c.is_whitespace() {
                rest.next();
            } else {
                return None;
            }
        }
        start.map(|start| start..at)
    }

    /// The next character as it reads, `None` for one that reads as nothing, and its length.
    fn unit(self, raw: &str) -> Option<(Option<char>, usize)> {
        let first = raw.chars().next()?;
        if self.doubled && raw.starts_with("''") {
            return Some((Some('\''), 2));
        }
        if self.escapes && first == '\\' {
            return escape(raw);
        }
        Some((Some(first), first.len_utf8()))
    }
}

/// The escape at the head of `raw`: JSON's and YAML's together, which do not contradict.
fn escape(raw: &str) -> Option<(Option<char>, usize)> {
    let letter = raw[1..].chars().next()?;
    let read = match letter {
        'x' => return hex(raw, 2),
        'u' => return unicode(raw),
        'U' => return hex(raw, 8),
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        '0' => '\0',
        'a' => '\u{7}',
        'v' => '\u{b}',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        '\n' => return Some((None, 2)),
        other => other,
    };
    Some((Some(read), 1 + letter.len_utf8()))
}

fn hex(raw: &str, digits: usize) -> Option<(Option<char>, usize)> {
    let code = u32::from_str_radix(raw.get(2..2 + digits)?, 16).ok()?;
    Some((char::from_u32(code), 2 + digits))
}

/// `\uXXXX`, and the second half of a pair behind it.
fn unicode(raw: &str) -> Option<(Option<char>, usize)> {
    let unit = u16::from_str_radix(raw.get(2..6)?, 16).ok()?;
    let low = raw.get(6..12).and_then(|next| next.strip_prefix("\\u"));
    let low = low.and_then(|digits| u16::from_str_radix(digits, 16).ok());
    if let Some(low) = low
        && let Some(Ok(pair)) = char::decode_utf16([unit, low]).next()
        && pair as u32 > 0xffff
    {
        return Some((Some(pair), 12));
    }
    let alone = char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((Some(alone), 6))
}
