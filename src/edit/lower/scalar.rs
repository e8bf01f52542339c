//! Strings as YAML scalars: plain only where no reader could take them for something else.

use std::fmt::Write as _;

use super::Quote;
use crate::document::{Kind, plain_kind};

/// Where a scalar stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Within {
    /// On a line of a block collection.
    Block,
    /// Between the brackets of a flow collection.
    Flow,
}

/// A string as a YAML scalar: plain when that is safe, else in `quote`.
pub(super) fn yaml_string(text: &str, quote: Quote, within: Within) -> String {
    if is_plain(text, within) {
        text.to_owned()
    } else {
        quoted(text, quote)
    }
}

/// A string in `quote`; in double quotes when single ones cannot hold it.
pub(super) fn quoted(text: &str, quote: Quote) -> String {
    if quote == Quote::Single && text.chars().all(printable) {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        double(text)
    }
}

/// True when neither a YAML 1.1 nor a YAML 1.2 reader can take the plain text for anything but
/// this string (YAML 1.2 section 7.3.3, YAML 1.1 types repository).
fn is_plain(text: &str, within: Within) -> bool {
    let first = text.bytes().next();
    first.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'_' | b'$'))
        && text.bytes().all(|byte| plain_byte(byte, within))
        && !text.contains(": ")
        && !text.ends_with([' ', ':'])
        && plain_kind(text) == (Kind::String, false)
}

const fn plain_byte(byte: u8, within: Within) -> bool {
    match byte {
        b'_' | b'-' | b'.' | b'/' | b'$' | b' ' | b'(' | b')' | b'+' | b'=' | b';' => true,
        b':' | b',' | b'\'' | b'{' | b'}' => matches!(within, Within::Block),
        _ => byte.is_ascii_alphanumeric(),
    }
}

/// A character that stands for itself in single quotes on one line.
const fn printable(c: char) -> bool {
    !matches!(
        c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
    )
}

/// A string in double quotes, every unprintable character escaped (YAML 1.2 section 5.7).
fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if printable(c) => out.push(c),
            c => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
        }
    }
    out.push('"');
    out
}
