//! Secrets are recognised, never shown: at most their first four characters and their length.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::packed::{self, Searcher};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::text::{SourceFile, Span, boundary};

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
    search: Search,
    /// The longest value, in bytes.
    longest: usize,
}

/// The search for all values at once; of values that start together the longest wins.
#[derive(Debug)]
enum Search {
    /// Of a few values: many bytes at a time.
    Packed(Searcher),
    Automaton(AhoCorasick),
}

impl Search {
    fn of(values: &[String]) -> Option<Self> {
        let mut few = packed::Config::new();
        few.match_kind(packed::MatchKind::LeftmostLongest);
        if let Some(search) = few.builder().extend(values).build() {
            return Some(Self::Packed(search));
        }
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest);
        // a large table would take longer to make than to search without it
        builder.kind(Some(AhoCorasickKind::ContiguousNFA));
        builder.build(values).ok().map(Self::Automaton)
    }

    /// The first value at or behind an offset: which one, and where.
    fn next(&self, text: &str, from: usize) -> Option<(usize, Range<usize>)> {
        let found = match self {
            Self::Packed(search) => {
                search.find_in(text, aho_corasick::Span::from(from..text.len()))
            }
            Self::Automaton(search) => search.find(aho_corasick::Input::new(text).range(from..)),
        };
        found.map(|hit| (hit.pattern().as_usize(), hit.range()))
    }
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
        let longest = values.iter().map(String::len).max()?;
        Some(Self {
            search: Search::of(&values)?,
            longest,
            values,
        })
    }

    /// The text with each of the values masked.
    pub fn masked(&self, text: &str) -> String {
        self.replaced(text, self.find(text))
    }

    /// As [`Self::masked`]; a text without a value is handed back as it came.
    pub fn mask(&self, text: String) -> String {
        let masked = {
            let mut found = self.find(&text).peekable();
            let any = found.peek().is_some();
            any.then(|| self.replaced(&text, found))
        };
        masked.unwrap_or(text)
    }

    fn replaced(&self, text: &str, found: impl Iterator<Item = (usize, Range<usize>)>) -> String {
        let mut out = String::with_capacity(text.len());
        let mut end = 0;
        for (value, place) in found {
            out.push_str(&text[end..place.start]);
            out.push_str(&secret(&self.values[value]));
            end = place.end;
        }
        out.push_str(&text[end..]);
        out
    }

    /// True when a byte of `span` belongs to one of the values. Of a line they are looked for in
    /// that line alone: of values of several lines each line is one too.
    pub fn touches(&self, source: &SourceFile, span: Span) -> bool {
        let text = source.text();
        let window = around(text, span.range(), self.longest);
        let place = span.start as usize - window.start..span.end as usize - window.start;
        self.find(&text[window])
            .any(|(_, found)| found.start < place.end && place.start < found.end)
    }

    fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, Range<usize>)> + 't {
        let mut from = 0;
        std::iter::from_fn(move || {
            let found = self.search.next(text, from)?;
            from = found.1.end;
            Some(found)
        })
    }
}

/// A place with up to `reach` bytes of its line on both sides.
fn around(text: &str, place: Range<usize>, reach: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let low = boundary::before(text, place.start.saturating_sub(reach));
    let high = boundary::after(text, place.end + reach);
    let start = memchr::memrchr(b'\n', &bytes[low..place.start]).map_or(low, |at| low + at + 1);
    let end = memchr::memchr(b'\n', &bytes[place.end..high]).map_or(high, |at| place.end + at);
    start..end
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
    if let Some(finder) = Finder::of(&long(secrets)) {
        let again = finder.find(source.text());
        let spans = again.map(|(_, place)| Span::new(place.start as u32, place.end as u32));
        out.extend(spans.map(|span| hidden_part(source, span)));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Those that are covered wherever they stand again.
pub fn long(secrets: &[SecretSpan]) -> Vec<SecretSpan> {
    let long = |secret: &&SecretSpan| secret.span.len() as usize >= LONG_ENOUGH;
    secrets.iter().filter(long).cloned().collect()
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
