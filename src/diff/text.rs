//! The difference of two texts, line by line, with a deadline.

use std::time::{Duration, Instant};

use similar::{Algorithm, TextDiffConfig};

use crate::text::SourceFile;

/// Longest time the comparison may take before it gives up on detail.
const DEADLINE: Duration = Duration::from_secs(2);

/// A unified diff.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextDiff {
    /// The diff; empty when the texts are equal.
    pub unified: String,
    /// False when the deadline passed: then it is right, but longer than it need be.
    pub exact: bool,
}

/// Compare two texts line by line. Patience keeps the diff of large documents short.
pub fn text_diff(old: &SourceFile, new: &SourceFile, context: usize) -> TextDiff {
    if old.text() == new.text() {
        return TextDiff {
            unified: String::new(),
            exact: true,
        };
    }
    let start = Instant::now();
    let diff = TextDiffConfig::default()
        .algorithm(Algorithm::Patience)
        .timeout(DEADLINE)
        .diff_lines(old.text(), new.text());
    let names = (format!("a/{}", old.name()), format!("b/{}", new.name()));
    let unified = diff
        .unified_diff()
        .context_radius(context)
        .header(&names.0, &names.1)
        .to_string();
    TextDiff {
        unified,
        exact: start.elapsed() < DEADLINE,
    }
}
