//! Texts that may run a script, told without reading them as Markdown.

use crate::document::{Flags, NodeRef};
use crate::text::has_either;

/// Nobody writes longer tags.
const TAG: usize = 1000;

const SCHEME: &[u8] = b"javascript:";

/// True when something may stand in a text that runs, as cheaply as can be told: most texts have
/// nothing of the kind.
pub(super) fn has_traces(text: NodeRef<'_>) -> bool {
    let (flags, source) = (text.node().flags, text.raw().as_bytes());
    let has_escapes = flags.has(Flags::ESCAPED);
    if flags.has(Flags::DECODED) || has_escapes && may_hide(source) {
        return may_run(text.text().as_bytes());
    }
    !has_escapes && has_brackets(source) && may_run(source)
}

/// True when a `<` or a `]` stands in a text.
fn has_brackets(text: &[u8]) -> bool {
    has_either(text, [b'<', b']'])
}

/// True when a text that is written with escapes is worth decoding.
fn may_hide(source: &[u8]) -> bool {
    let marks = || memchr::memchr2_iter(b'<', b']', source);
    has_codes(source)
        || has_brackets(source)
            && marks().any(|at| match (source[at], &source[at + 1..]) {
                (b'<', [next, ..]) => next.is_ascii_alphabetic() || *next == b'\\',
                (b']', [b'(' | b':', next, ..]) => {
                    next.is_ascii_whitespace() || matches!(next, b'j' | b'J' | b'<' | b'\\')
                }
                (_, rest) => rest.starts_with(b"\\"),
            })
}

/// True when some character is written as a number. Every pair of bytes is looked at: to go from
/// one `\` to the next takes longer where there are many.
#[allow(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
fn has_codes(source: &[u8]) -> bool {
    let pairs = source.iter().zip(source.get(1..).unwrap_or_default());
    let is_code = |(first, second): (&u8, &u8)| {
        (*first == b'\\') & ((*second | 0x20 == b'u') | (*second == b'x'))
    };
    pairs.map(is_code).fold(false, |any, one| any | one)
}

fn may_run(text: &[u8]) -> bool {
    memchr::memchr2_iter(b'<', b']', text).any(|at| match text[at] {
        b'<' => is_tag(&text[at + 1..]),
        _ => is_link(&text[at + 1..]),
    })
}

/// True when what stands behind a `]` is the target of a link that runs.
fn is_link(behind: &[u8]) -> bool {
    let Some((b'(' | b':', target)) = behind.split_first() else {
        return false;
    };
    let target = target.trim_ascii_start();
    let target = target.strip_prefix(b"<").unwrap_or(target);
    let scheme = target.get(..SCHEME.len());
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(SCHEME))
}

/// True when what stands behind a `<` can be the name of a tag, and something in the tag may run.
fn is_tag(behind: &[u8]) -> bool {
    let most = &behind[..behind.len().min(TAG)];
    if !most.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let tag = &most[..memchr::memchr2(b'<', b'>', most).unwrap_or(most.len())];
    let handler = |at: &[u8]| !at[0].is_ascii_alphanumeric() && at[1..].eq_ignore_ascii_case(b"on");
    let script = |at: &[u8]| at.eq_ignore_ascii_case(b"script");
    tag.windows(6).any(script) || (tag.contains(&b'=') && tag.windows(3).any(handler))
}
