//! The bytes outside the edits are the source's, in order.

use super::broken::Broken;
use crate::edit::TextEdit;

/// `text` is `source` with `edits` applied, and its line ends are of the source's kinds.
pub(super) fn check(source: &str, edits: &[TextEdit], text: &str) -> Result<(), Broken> {
    let (old, new) = (source.as_bytes(), text.as_bytes());
    let (mut at, mut seen) = (0, 0);
    for edit in edits {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        if start < at || end < start || old.len() < end {
            let offset = edit.span.start;
            return Err(Broken::Order { offset });
        }
        seen = same(&old[at..start], new, (at, seen))?;
        seen = same(edit.text.as_bytes(), new, (start, seen))?;
        at = end;
    }
    seen = same(&old[at..], new, (at, seen))?;
    if seen != new.len() {
        let offset = old.len() as u32;
        return Err(Broken::Bytes { offset });
    }
    line_ends(old, new)
}

/// `expected` stands in `new` at `seen`; the offset after it.
fn same(expected: &[u8], new: &[u8], (at, seen): (usize, usize)) -> Result<usize, Broken> {
    let end = seen + expected.len();
    if new.get(seen..end) == Some(expected) {
        Ok(end)
    } else {
        Err(Broken::Bytes { offset: at as u32 })
    }
}

fn line_ends(old: &[u8], new: &[u8]) -> Result<(), Broken> {
    // most texts have no pair at all, and looking for one is faster than looking at every line
    if memchr::memchr(b'\r', old).is_none() && memchr::memchr(b'\r', new).is_none() {
        return Ok(());
    }
    let kinds = |bytes: &[u8]| {
        let (mut bare, mut pairs) = (false, false);
        for at in memchr::memchr_iter(b'\n', bytes) {
            let pair = at > 0 && bytes[at - 1] == b'\r';
            pairs |= pair;
            bare |= !pair;
        }
        (bare, pairs)
    };
    match (kinds(old), kinds(new)) {
        ((true, false), (_, true)) | ((false, true), (true, _)) => Err(Broken::LineEnds),
        _ => Ok(()),
    }
}
