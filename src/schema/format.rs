//! The formats our schemas name. A placeholder that waits for its value fits anywhere.

use std::borrow::Cow;

/// How placeholders start and end.
const PLACEHOLDERS: &[(&str, &str)] = &[
    ("{{", "}}"),
    ("${", "}"),
    ("#{", "}#"),
    ("{", "}"),
    ("<", ">"),
];

/// Whether a text is of a format.
pub(super) type IsOne = fn(&str) -> bool;

/// The formats by name.
pub(super) const ALL: [(&str, IsOne); 5] = [
    ("url", is_url),
    ("url-reference", is_url_reference),
    ("email", is_email),
    ("host", is_host),
    ("base-path", is_base_path),
];

/// An absolute URL (RFC 3986 section 4.3; a fragment is allowed).
fn is_url(text: &str) -> bool {
    let plain = without_placeholders(text);
    if plain.len() != text.len() && !plain.contains(':') {
        // the placeholder stands for the scheme, too
        return is_url_reference(text);
    }
    scheme_end(&plain).is_some() && has_url_characters(&plain)
}

/// A URL, or a part of one that is relative to the document's (RFC 3986 section 4.1).
fn is_url_reference(text: &str) -> bool {
    if is_plain_pointer(text) {
        return true;
    }
    let plain = without_placeholders(text);
    let first = plain.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = !first.contains(':') || scheme_end(&plain).is_some();
    scheme && has_url_characters(&plain)
}

/// What nearly every reference is: a pointer of plain names into the document itself.
fn is_plain_pointer(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/_-.~".contains(&byte);
    text.strip_prefix("#/")
        .is_some_and(|path| path.bytes().all(plain))
}

/// A mailbox: something on both sides of an `@`, no white space.
fn is_email(text: &str) -> bool {
    let plain = without_placeholders(text);
    if plain.len() != text.len() && !plain.contains('@') {
        return true;
    }
    let (local, domain) = plain.rsplit_once('@').unwrap_or_default();
    !local.is_empty() && !domain.is_empty() && !plain.contains(char::is_whitespace)
}

/// A host with an optional port: no scheme, no path (Swagger 2.0, `host`).
fn is_host(text: &str) -> bool {
    let plain = without_placeholders(text);
    let (name, port) = plain.split_once(':').unwrap_or((&plain, "0"));
    let name_fits = !name.is_empty() && !name.contains(['{', '}', '/', ' ', '\\']);
    name_fits && !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
}

/// A path that starts with `/` (Swagger 2.0, `basePath`).
fn is_base_path(text: &str) -> bool {
    text.starts_with('/') || PLACEHOLDERS.iter().any(|(open, _)| text.starts_with(open))
}

/// `text` with `0` for each placeholder in it, which fits into every part of a URL.
fn without_placeholders(text: &str) -> Cow<'_, str> {
    if !text.contains(['{', '<']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(after) = after_placeholder(rest) {
            out.push('0');
            rest = after;
        } else {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    Cow::Owned(out)
}

/// What follows the placeholder at the head of `text`.
fn after_placeholder(text: &str) -> Option<&str> {
    let name = |c: char| c.is_alphanumeric() || " _-.:$".contains(c);
    PLACEHOLDERS.iter().find_map(|(open, close)| {
        let inside = text.strip_prefix(open)?;
        let end = inside.find(close)?;
        let is_name = end > 0 && inside[..end].chars().all(name);
        is_name.then(|| &inside[end + close.len()..])
    })
}

/// Where the scheme of a URL ends, at its colon.
fn scheme_end(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let scheme = &text[..colon];
    let fits = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    (scheme.starts_with(|c: char| c.is_ascii_alphanumeric()) && scheme.chars().all(fits))
        .then_some(colon)
}

/// True when a text holds only what RFC 3986 allows somewhere in a URL.
fn has_url_characters(text: &str) -> bool {
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let allowed = |(at, byte): (usize, &u8)| match byte {
        b'%' => hex(at + 1) && hex(at + 2),
        byte => byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=[]".contains(byte),
    };
    let brackets = bytes.contains(&b'[') && !text.contains("//[");
    bytes.iter().enumerate().all(allowed) && !brackets && text.matches('#').count() <= 1
}
