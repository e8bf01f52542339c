//! A pattern over JSON pointers.

use crate::document::Pointer;

/// A pattern over JSON pointers: `*` stands for any characters within a segment, a segment `**` for
/// any number of segments. `/paths/~1pets*/**` names everything below the paths that start so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PointerGlob {
    text: String,
    /// The decoded segments.
    segments: Vec<String>,
}

impl PointerGlob {
    /// Read a pattern; `None` unless it is empty (the root) or starts with `/`.
    pub fn parse(text: &str) -> Option<Self> {
        let segments = Pointer::parse(text)?.segments().map(Into::into).collect();
        let text = text.to_owned();
        Some(Self { text, segments })
    }

    /// The pattern's text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// True when the pattern names this pointer.
    pub fn matches(&self, pointer: &Pointer) -> bool {
        let segments: Vec<String> = pointer.segments().map(Into::into).collect();
        let is_any = |pattern: &String| pattern == "**";
        wildcard(&self.segments, &segments, is_any, |p, s| {
            matches_segment(p, s)
        })
    }
}

fn matches_segment(pattern: &str, segment: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let segment: Vec<char> = segment.chars().collect();
    wildcard(&pattern, &segment, |c| *c == '*', |p, s| p == s)
}

/// Match with the usual one-step backtracking: a later "any" makes an earlier one final, so the
/// time is at most the product of the lengths.
fn wildcard<P>(
    pattern: &[P],
    text: &[P],
    is_any: impl Fn(&P) -> bool,
    same: impl Fn(&P, &P) -> bool,
) -> bool {
    let (mut p, mut t) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while t < text.len() {
        if p < pattern.len() && is_any(&pattern[p]) {
            retry = Some((p + 1, t));
            p += 1;
        } else if p < pattern.len() && same(&pattern[p], &text[t]) {
            (p, t) = (p + 1, t + 1);
        } else if let Some((after, from)) = retry {
            retry = Some((after, from + 1));
            (p, t) = (after, from + 1);
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(is_any)
}
