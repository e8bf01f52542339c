//! The type of a plain scalar: YAML 1.2.2 section 10.3 (core schema), and where readers of YAML 1.1
//! see another (`https://yaml.org/type/`).

use crate::document::Kind;

/// The core-schema type of a plain scalar, and whether a YAML 1.1 reader gives it another type or
/// another value.
pub fn plain_kind(text: &str) -> (Kind, bool) {
    let bytes = text.as_bytes();
    match bytes.first() {
        None => (Kind::Null, false),
        Some(b'0'..=b'9' | b'+' | b'-' | b'.') => numeric(bytes),
        Some(_) => word(text),
    }
}

/// A scalar that does not start like a number.
#[inline]
fn word(text: &str) -> (Kind, bool) {
    if text.len() > 5 {
        return (Kind::String, false);
    }
    match text {
        "~" | "null" | "Null" | "NULL" => (Kind::Null, false),
        "true" | "True" | "TRUE" => (Kind::True, false),
        "false" | "False" | "FALSE" => (Kind::False, false),
        "y" | "Y" | "yes" | "Yes" | "YES" | "n" | "N" | "no" | "No" | "NO" | "on" | "On" | "ON"
        | "off" | "Off" | "OFF" | "=" | "<<" => (Kind::String, true),
        _ => (Kind::String, false),
    }
}

/// A scalar that starts like a number.
fn numeric(bytes: &[u8]) -> (Kind, bool) {
    if let Some(kind) = prefixed(bytes) {
        return kind;
    }
    let digits = match bytes {
        [b'+' | b'-', rest @ ..] => rest,
        _ => bytes,
    };
    if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) {
        // a leading zero means octal there, and nothing here
        let octal = digits[0] == b'0' && digits.iter().any(|digit| *digit != b'0');
        return (Kind::Integer, octal);
    }
    if matches!(digits, b".inf" | b".Inf" | b".INF") || matches!(bytes, b".nan" | b".NaN" | b".NAN")
    {
        return (Kind::Float, false);
    }
    if let Some(old_readers_differ) = float(digits) {
        return (Kind::Float, old_readers_differ);
    }
    (Kind::String, is_old_number(digits) || is_timestamp(bytes))
}

/// `0x1F`, and `0o17`, which YAML 1.1 does not know.
fn prefixed(bytes: &[u8]) -> Option<(Kind, bool)> {
    match bytes {
        [b'0', b'x', digits @ ..] if !digits.is_empty() => {
            let all = digits.iter().all(u8::is_ascii_hexdigit);
            all.then_some((Kind::Integer, false))
        }
        [b'0', b'o', digits @ ..] if !digits.is_empty() => {
            let all = digits.iter().all(|digit| matches!(digit, b'0'..=b'7'));
            all.then_some((Kind::Integer, true))
        }
        _ => None,
    }
}

/// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`: whether YAML 1.1, which wants a
/// point and a signed exponent, differs; nothing when it is no float.
fn float(bytes: &[u8]) -> Option<bool> {
    let whole = digits(bytes);
    let mut at = whole;
    let mut differs = true;
    if bytes.get(at) == Some(&b'.') {
        at += 1 + digits(&bytes[at + 1..]);
        differs = false;
    }
    if whole == 0 && at < 2 {
        return None;
    }
    let Some(b'e' | b'E') = bytes.get(at) else {
        return (at == bytes.len()).then_some(differs);
    };
    let signed = matches!(bytes.get(at + 1), Some(b'+' | b'-'));
    let exponent = &bytes[at + 1 + usize::from(signed)..];
    let whole_text = !exponent.is_empty() && digits(exponent) == exponent.len();
    whole_text.then_some(differs || !signed)
}

/// How many digits `bytes` starts with.
fn digits(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count()
}

/// Numbers of YAML 1.1 only, their sign taken off: `1_000`, `12:30:45`, `0b101`, and `0x1F` after a
/// sign.
fn is_old_number(bytes: &[u8]) -> bool {
    match bytes {
        [b'0', b'b', rest @ ..] => {
            !rest.is_empty() && rest.iter().all(|byte| matches!(byte, b'0' | b'1' | b'_'))
        }
        [b'0', b'x', rest @ ..] => {
            let digit = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b'_';
            !rest.is_empty() && rest.iter().all(digit)
        }
        [b'0'..=b'9', ..] => {
            let part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b':' | b'_' | b'.');
            let points = memchr::memchr_iter(b'.', bytes).count();
            let joined = bytes.iter().any(|byte| matches!(byte, b':' | b'_'));
            joined && points < 2 && bytes.iter().all(part) && bytes.last() != Some(&b':')
        }
        _ => false,
    }
}

/// `2001-12-14`, alone or before a time of day. `2023-01-01-preview` is a string everywhere.
fn is_timestamp(bytes: &[u8]) -> bool {
    let Some((date, time)) = bytes.split_at_checked(10) else {
        return false;
    };
    let is_date = date.iter().enumerate().all(|(at, byte)| match at {
        4 | 7 => *byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date
        && match time {
            [] => true,
            [b'T' | b't' | b' ' | b'\t', hour @ ..] => {
                let hour = hour.trim_ascii_start();
                matches!(digits(hour), 1 | 2) && hour.get(digits(hour)) == Some(&b':')
            }
            _ => false,
        }
}
