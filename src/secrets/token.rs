//! JSON Web Tokens (RFC 7519), as far as it takes to tell one from three words with dots.

use super::{Day, base64};

/// `None` when the text is no token; `Some(None)` for one that does not say when it ends.
#[allow(
    clippy::option_option,
    reason = "whether it is a token, and whether it ends"
)]
pub(super) fn expiry(text: &str) -> Option<Option<Day>> {
    let mut parts = text.split('.');
    let header = object(parts.next()?)?;
    let payload = object(parts.next()?)?;
    header.contains("\"alg\"").then_some(())?;
    Some(seconds(&payload, "\"exp\"").map(Day::of_seconds))
}

/// The text of a part that is a JSON object.
fn object(part: &str) -> Option<String> {
    let text = String::from_utf8(base64::decode(part)?).ok()?;
    let inside = text.trim();
    (inside.starts_with('{') && inside.ends_with('}')).then(|| inside.to_owned())
}

/// The whole number of a member.
fn seconds(object: &str, name: &str) -> Option<u64> {
    let rest = object.split_once(name)?.1.trim_start();
    let rest = rest.strip_prefix(':')?.trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().ok()
}
