//! Secrets are recognised, never shown: at most their first four characters and their length.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::text::{SourceFile, Span};

/// How many characters of a secret may be seen.
const SEEN: usize = 4;
/// A secret shorter than this shows none of its characters: four would be too much of it.
const LONG_ENOUGH: usize = 12;

/// A shorter secret is not looked for in texts, in bytes: it would be found in ordinary words.
const FINDABLE: u32 = 6;

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

/// Finds the values of known secrets in texts made from a document.
#[derive(Debug)]
pub struct Finder {
    values: Vec<String>,
    any: AhoCorasick,
}

impl Finder {
    /// Looks for the values of these secrets; `None` when there is none to look for.
    pub fn of(secrets: &[SecretSpan]) -> Option<Self> {
        let long = secrets
            .iter()
            .filter(|secret| secret.span.len() >= FINDABLE);
        let texts = long.map(|secret| secret.source.slice(secret.span));
        // a diff and an excerpt show a secret of several lines line by line
        let parts = texts.flat_map(|text| {
            let lines = text
                .lines()
                .map(str::trim)
                .filter(move |line| *line != text);
            let lines = lines.filter(|line| line.len() >= FINDABLE as usize);
            std::iter::once(text).chain(lines)
        });
        let values: BTreeSet<String> = parts.map(str::to_owned).collect();
        let values: Vec<String> = values.into_iter().collect();
        if values.is_empty() {
            return None;
        }
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest);
        // a large table would take longer to make than to search without it
        builder.kind(Some(AhoCorasickKind::ContiguousNFA));
        let any = builder.build(&values).ok()?;
        Some(Self { values, any })
    }

    /// The text with each of the values masked.
    pub fn masked(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut end = 0;
        for hit in self.any.find_iter(text) {
            out.push_str(&text[end..hit.start()]);
            out.push_str(&secret(&self.values[hit.pattern().as_usize()]));
            end = hit.end();
        }
        out.push_str(&text[end..]);
        out
    }
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
/// characters of a long one, wherever in `source` a long one stands again. Spans come sorted.
pub fn hidden_parts(source: &Arc<SourceFile>, secrets: &[SecretSpan]) -> Vec<Span> {
    let own = secrets
        .iter()
        .filter(|secret| Arc::ptr_eq(&secret.source, source));
    let mut out: Vec<Span> = own.map(|secret| hidden_part(source, secret.span)).collect();
    let long = |secret: &&SecretSpan| secret.span.len() as usize >= LONG_ENOUGH;
    let long: Vec<SecretSpan> = secrets.iter().filter(long).cloned().collect();
    if let Some(finder) = Finder::of(&long) {
        let again = finder.any.find_iter(source.text());
        out.extend(
            again.map(|hit| hidden_part(source, Span::new(hit.start() as u32, hit.end() as u32))),
        );
    }
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
