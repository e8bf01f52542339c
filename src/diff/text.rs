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
}

impl TextDiff {
    /// The diff that says nothing.
    pub const fn empty() -> Self {
        Self {
            unified: String::new(),
            exact: true,
        }
    }
}

/// Compare two texts line by line. What they have in common at both ends is set aside first;
/// patience keeps the diff of the rest short.
pub fn text_diff(old: &SourceFile, new: &SourceFile, context: usize) -> TextDiff {
    if old.text() == new.text() {
        return TextDiff::empty();
    }
    let deadline = Instant::now() + SEARCH;
    let middle = text_ends::middle(old.text(), new.text(), context);
    let found = differences([middle.old, middle.new], deadline);
    let exact = Instant::now() < deadline;
    let [was, is] = [("a", old), ("b", new)].map(|(side, source)| headed(side, source.name()));
    let mut unified = format!("--- {was}\n+++ {is}\n");
    text_hunks::write(&found, &middle, context, &mut unified);
    TextDiff { unified, exact }
}

/// The name of a side as git writes it; of a file that is not there, plain.
fn headed(side: &str, name: &str) -> String {
    match name {
        "/dev/null" => name.to_owned(),
        _ => format!("{side}/{}", name.trim_start_matches('/')),
    }
}
