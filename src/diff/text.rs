//! The difference of two texts, line by line, with a deadline.

use std::time::{Duration, Instant};

use super::text_regions::differences;
use super::{text_ends, text_hunks};
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
    /// How many lines of each text are left out at its end, as they have nothing in common.
    pub left_out: Option<[usize; 2]>,
}

impl TextDiff {
    /// The diff that says nothing.
    pub const fn empty() -> Self {
        Self {
            unified: String::new(),
            exact: true,
            left_out: None,
        }
    }

    /// True when there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.unified.is_empty() && self.left_out.is_none()
    }
}

/// Compare two texts line by line. What they have in common at both ends is set aside first;
/// patience keeps the diff of the rest short.
pub fn text_diff(old: &SourceFile, new: &SourceFile, context: usize) -> TextDiff {
    diff((old, new), context, false)
}

/// As [`text_diff`], for people: many lines that have nothing in common are counted, not written.
pub fn text_diff_in_short(old: &SourceFile, new: &SourceFile, context: usize) -> TextDiff {
    diff((old, new), context, true)
}

fn diff((old, new): (&SourceFile, &SourceFile), context: usize, in_short: bool) -> TextDiff {
    if old.text() == new.text() {
        return TextDiff::empty();
    }
    let deadline = Instant::now() + SEARCH;
    let middle = text_ends::middle(old.text(), new.text(), context);
    let mut found = differences([middle.old, middle.new], deadline);
    let unrelated = found.unrelated.then(|| found.changes.pop()).flatten();
    let left_out = match unrelated {
        Some(last) if in_short => Some([last.old.lines, last.new.lines]),
        last => {
            found.changes.extend(last);
            None
        }
    };
    let exact = Instant::now() < deadline;
    let mut unified = String::new();
    if !found.changes.is_empty() {
        let [was, is] = [("a", old), ("b", new)].map(|(side, source)| headed(side, source.name()));
        unified = format!("--- {was}\n+++ {is}\n");
        text_hunks::write(&found.changes, &middle, context, &mut unified);
    }
    TextDiff {
        unified,
        exact,
        left_out,
    }
}

/// The name of a side as git writes it; of a file that is not there, plain.
fn headed(side: &str, name: &str) -> String {
    match name {
        "/dev/null" => name.to_owned(),
        _ => format!("{side}/{}", name.trim_start_matches('/')),
    }
}
