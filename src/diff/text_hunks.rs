//! Differences with some common lines around them, as `diff -u` writes them.

use std::fmt::Write as _;

use super::text_ends::{self, Middle};
use super::text_regions::{Change, Piece};

/// Write the hunks of all changes.
pub(super) fn write(changes: &[Change], middle: &Middle<'_>, context: usize, out: &mut String) {
    let pieces = changes.iter().flat_map(|one| [&one.old, &one.new]);
    out.reserve(pieces.map(|piece| piece.bytes.len() + piece.lines).sum());
    let mut start = 0;
    let mut end_of_last = 0;
    while start < changes.len() {
        let near = changes[start..].windows(2);
        let gap = |two: &[Change]| two[1].old.line - two[0].old.end_line();
        let end = start + 1 + near.take_while(|two| gap(two) <= 2 * context).count();
        let room = changes
            .get(end)
            .map_or(middle.old.len(), |next| next.old.bytes.start);
        let hunk = Hunk {
            middle,
            changes: &changes[start..end],
            before: last_lines(
                &middle.old[end_of_last..changes[start].old.bytes.start],
                context,
            ),
            after: first_lines(&middle.old[changes[end - 1].old.bytes.end..room], context),
        };
        hunk.write(out);
        end_of_last = changes[end - 1].old.bytes.end;
        start = end;
    }
}

/// Changes that stand close together.
struct Hunk<'h, 't> {
    middle: &'h Middle<'t>,
    changes: &'h [Change],
    /// Common lines before the first change, and behind the last.
    before: &'t str,
    after: &'t str,
}

impl Hunk<'_, '_> {
    fn write(&self, out: &mut String) {
        let (first, last) = (&self.changes[0], &self.changes[self.changes.len() - 1]);
        let old = self.range(&first.old, &last.old);
        let new = self.range(&first.new, &last.new);
        let _ = writeln!(out, "@@ -{old} +{new} @@");
        write_lines(" ", self.before, out);
        let mut at = first.old.bytes.start;
        for Change { old, new } in self.changes {
            write_lines(" ", &self.middle.old[at..old.bytes.start], out);
            write_lines("-", &self.middle.old[old.bytes.clone()], out);
            write_lines("+", &self.middle.new[new.bytes.clone()], out);
            at = old.bytes.end;
        }
        write_lines(" ", self.after, out);
    }

    fn range(&self, first: &Piece, last: &Piece) -> String {
        let (before, after) = (lines(self.before).count(), lines(self.after).count());
        let count = last.end_line() - first.line + before + after;
        // where nothing is, git counts the line before
        let start = first.line - before + self.middle.skipped + usize::from(count > 0);
        format!("{start},{count}")
    }
}

/// Lines with their ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut ends = memchr::memchr_iter(b'\n', text.as_bytes());
    let mut start = 0;
    std::iter::from_fn(move || {
        let end = ends.next().map_or(text.len(), |end| end + 1);
        let line = &text[start..end];
        start = end;
        (!line.is_empty()).then_some(line)
    })
}

fn first_lines(text: &str, count: usize) -> &str {
    &text[..text_ends::ahead(text.as_bytes(), count)]
}

fn last_lines(text: &str, count: usize) -> &str {
    let mut start = text.len();
    for _ in 0..count {
        let before = text[..start].strip_suffix('\n').unwrap_or(&text[..start]);
        start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
    }
    &text[start..]
}

fn write_lines(sign: &str, text: &str, out: &mut String) {
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        out.push_str(sign);
        out.push_str(&text[start..=end]);
        start = end + 1;
    }
    if start < text.len() {
        out.push_str(sign);
        out.push_str(&text[start..]);
        out.push_str("\n\\ No newline at end of file\n");
    }
}
