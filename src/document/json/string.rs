//! String escapes (RFC 8259 section 7), both ways.

use std::fmt::Write as _;

/// Decode the escapes of a string's inside, which the reader has checked. Half a surrogate pair
/// reads as U+FFFD.
pub(in crate::document) fn unescape(inside: &str) -> String {
    let mut out = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(escape) = rest.chars().next() else {
            return out;
        };
        rest = &rest[escape.len_utf8()..];
        match escape {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'u' => rest = unicode(rest, &mut out),
            other => out.push(other),
        }
    }
    out.push_str(rest);
    out
}

/// Decode the four digits at the head of `rest`, and the second half of a pair after them.
fn unicode<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let Some(unit) = hex4(rest) else {
        out.push(char::REPLACEMENT_CHARACTER);
        return rest;
    };
    let after = &rest[4..];
    if (0xd800..0xdc00).contains(&unit)
        && is_low_half(after)
        && let Some(low) = hex4(&after[2..])
    {
        let code = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        return &after[6..];
    }
    out.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
    after
}

fn hex4(text: &str) -> Option<u32> {
    let digits = text.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

/// Offsets of the `\u` escapes in a string's inside that are half a surrogate pair.
pub(super) fn lone_surrogates(inside: &str) -> Vec<usize> {
    let mut lone = Vec::new();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', &inside.as_bytes()[at..]) {
        let escape = at + found;
        at = escape + 2;
        if inside.as_bytes().get(escape + 1) != Some(&b'u') {
            continue;
        }
        at = escape + 6;
        match inside.get(escape + 2..).and_then(hex4) {
            Some(0xd800..0xdc00) if is_low_half(&inside[at..]) => at += 6,
            Some(0xd800..0xe000) => lone.push(escape),
            _ => {}
        }
    }
    lone
}

fn is_low_half(text: &str) -> bool {
    let unit = text.strip_prefix("\\u").and_then(hex4);
    unit.is_some_and(|unit| (0xdc00..0xe000).contains(&unit))
}

/// `text` as a JSON string, quotes included.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote_into(&mut out, text);
    out
}

/// Write `text` as a JSON string, quotes included.
pub fn quote_into(out: &mut String, text: &str) {
    let needs_escape = |byte: &u8| matches!(byte, 0..0x20 | b'"' | b'\\' | 0x7f);
    out.reserve(text.len() + 2);
    out.push('"');
    // the usual case: every byte is looked at, many at once
    if !text
        .as_bytes()
        .iter()
        .fold(false, |found, byte| found | needs_escape(byte))
    {
        out.push_str(text);
        out.push('"');
        return;
    }
    let mut rest = text;
    // what needs an escape is one byte of ASCII
    while let Some(at) = rest.as_bytes().iter().position(needs_escape) {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            other => _ = write!(out, "\\u{other:04x}"),
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}
