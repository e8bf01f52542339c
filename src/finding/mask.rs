//! Secrets are recognised, never shown: at most their first four characters and their length.

use std::borrow::Cow;
use std::sync::Arc;

use crate::text::{SourceFile, Span};

/// How many characters of a secret may be seen.
const SEEN: usize = 4;
/// A secret shorter than this shows none of its characters: four would be too much of it.
const LONG_ENOUGH: usize = 12;

/// The bytes of a secret value in a source.
#[derive(Clone, Debug)]
pub struct SecretSpan {
    /// The source.
    pub source: Arc<SourceFile>,
    /// The secret's bytes, without quotes.
    pub span: Span,
}

/// A secret for a message: `AKIA… (20 characters)`.
pub fn secret(text: &str) -> String {
    let count = text.chars().count();
    let head: String = text.chars().take(seen(count)).collect();
    let head = crate::text::visible::one_line(&head);
    let noun = if count == 1 {
        "character"
    } else {
        "characters"
    };
    format!("{head}… ({count} {noun})")
}

/// `text` with every secret in it covered by asterisks, character for character; `offset` is where
/// `text` begins in the source that `secrets` are places of. Line breaks stay.
pub fn cover<'t>(text: &'t str, offset: u32, secrets: &[Span]) -> Cow<'t, str> {
    let window = Span::new(offset, offset + text.len() as u32);
    if !secrets.iter().any(|secret| touches(window, *secret)) {
        return Cow::Borrowed(text);
    }
    let hidden = |at: u32| secrets.iter().any(|s| s.start <= at && at < s.end);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let keep = matches!(c, '\n' | '\r') || !hidden(offset + at as u32);
        out.push(if keep { c } else { '*' });
    }
    Cow::Owned(out)
}

/// The part of each secret that must stay covered: all of a short one, all but the first
/// characters of a long one. Spans that are not of `source` are left out; the rest come sorted.
pub fn hidden_parts(source: &Arc<SourceFile>, secrets: &[SecretSpan]) -> Vec<Span> {
    let mut out: Vec<Span> = secrets
        .iter()
        .filter(|secret| Arc::ptr_eq(&secret.source, source))
        .map(|secret| hidden_part(source, secret.span))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn hidden_part(source: &SourceFile, span: Span) -> Span {
    let text = source.slice(span);
    let skip = seen(text.chars().count());
    let head: usize = text.chars().take(skip).map(char::len_utf8).sum();
    Span::new(span.start + head as u32, span.end)
}

/// True when the two have a byte in common.
pub const fn touches(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

const fn seen(count: usize) -> usize {
    if count < LONG_ENOUGH { 0 } else { SEEN }
}
