//! The difference of two texts, line by line, with a deadline.

use std::fmt::Write as _;
use std::ops::Range;
use std::time::{Duration, Instant};

use similar::{DiffOp, DiffTag, group_diff_ops};

use super::{text_ends, text_regions};
use crate::text::SourceFile;

/// Longest time the search may take before it gives up on detail; with splitting the texts and
/// writing the diff that stays below two seconds.
const SEARCH: Duration = Duration::from_millis(1200);

/// A unified diff.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextDiff {
    /// The diff; empty when the texts are equal.
    pub unified: String,
    /// False when the deadline passed: then it is right, but longer than it need be.
    pub exact: bool,
}

/// Compare two texts line by line. What they have in common at both ends is set aside first;
/// patience keeps the diff of the rest short.
pub fn text_diff(old: &SourceFile, new: &SourceFile, context: usize) -> TextDiff {
    if old.text() == new.text() {
        return TextDiff {
            unified: String::new(),
            exact: true,
        };
    }
    let deadline = Instant::now() + SEARCH;
    let middle = text_ends::middle(old.text(), new.text(), context);
    let (a, b) = (lines(middle.old), lines(middle.new));
    let found = text_regions::differences((&a, &b), deadline);
    let exact = Instant::now() < deadline;
    let [was, is] = [("a", old), ("b", new)].map(|(side, source)| headed(side, source.name()));
    let mut unified = format!("--- {was}\n+++ {is}\n");
    for hunk in group_diff_ops(found, context) {
        write_hunk(&hunk, (&a, &b), middle.skipped, &mut unified);
    }
    TextDiff { unified, exact }
}

/// Lines with their ends.
fn lines(text: &str) -> Vec<&str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
    let mut start = 0;
    let rest = std::iter::once(text.len());
    let cuts = ends.chain(rest).map(|end| {
        let line = &text[start..end];
        start = end;
        line
    });
    cuts.filter(|line| !line.is_empty()).collect()
}

/// The name of a side as git writes it; of a file that is not there, plain.
fn headed(side: &str, name: &str) -> String {
    match name {
        "/dev/null" => name.to_owned(),
        _ => format!("{side}/{}", name.trim_start_matches('/')),
    }
}

/// Write a hunk whose lines stand `skipped` lines further down in the texts.
fn write_hunk(hunk: &[DiffOp], (a, b): (&[&str], &[&str]), skipped: usize, out: &mut String) {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else {
        return;
    };
    let range = |first: Range<usize>, last: Range<usize>| {
        let count = last.end - first.start;
        // where nothing is, git counts the line before
        let start = first.start + skipped + usize::from(count > 0);
        format!("{start},{count}")
    };
    let old = range(first.old_range(), last.old_range());
    let new = range(first.new_range(), last.new_range());
    let _ = writeln!(out, "@@ -{old} +{new} @@");
    for part in hunk {
        let (was, is) = (&a[part.old_range()], &b[part.new_range()]);
        if part.tag() == DiffTag::Equal {
            write_lines(' ', was, out);
            continue;
        }
        write_lines('-', was, out);
        write_lines('+', is, out);
    }
}

fn write_lines(sign: char, lines: &[&str], out: &mut String) {
    for line in lines {
        out.push(sign);
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}
