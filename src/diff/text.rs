//! The difference of two texts, line by line, with a deadline.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use similar::{Algorithm, TextDiffConfig};

use super::text_ends::{self, Middle};
use crate::text::SourceFile;

/// Longest time the comparison may take before it gives up on detail.
const DEADLINE: Duration = Duration::from_secs(2);
/// The part of it for the search alone; splitting the texts and writing the diff take the rest.
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
    let start = Instant::now();
    let Middle {
        old: a,
        new: b,
        skipped,
    } = text_ends::middle(old.text(), new.text(), context);
    let searching = Instant::now();
    let diff = TextDiffConfig::default()
        .algorithm(Algorithm::Patience)
        .timeout(SEARCH)
        .diff_lines(a, b);
    let searched = searching.elapsed();
    let hunks = diff.unified_diff().context_radius(context).to_string();
    let [a, b] = [("a", old), ("b", new)].map(|(side, source)| headed(side, source.name()));
    let mut unified = format!("--- {a}\n+++ {b}\n");
    for line in hunks.split_inclusive('\n') {
        match line.strip_prefix("@@ ") {
            Some(ranges) => unified.push_str(&shifted(ranges, skipped)),
            None => unified.push_str(line),
        }
    }
    TextDiff {
        unified,
        exact: searched < SEARCH && start.elapsed() < DEADLINE,
    }
}

/// The name of a side as git writes it; of a file that is not there, plain.
fn headed(side: &str, name: &str) -> String {
    match name {
        "/dev/null" => name.to_owned(),
        _ => format!("{side}/{}", name.trim_start_matches('/')),
    }
}

/// The head of a hunk, `-1,3 +1,4 @@`, so many lines further down.
fn shifted(ranges: &str, lines: usize) -> String {
    let mut out = String::from("@@");
    for word in ranges.split_whitespace() {
        let (sign, numbers) = word.split_at(1);
        // a lone line is counted too: some readers of diffs know no other form
        let (first, count) = numbers.split_once(',').unwrap_or((numbers, "1"));
        let _ = match first.parse::<usize>() {
            Ok(first) => write!(out, " {sign}{},{count}", first + lines),
            Err(_) => write!(out, " {word}"),
        };
    }
    out + "\n"
}
