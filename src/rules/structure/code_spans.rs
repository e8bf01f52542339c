//! Code in Markdown.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// The text without its code: spans and fenced blocks, from a run of backticks to the next one as
/// long (`CommonMark` sections 4.5 and 6.1).
pub(super) fn without_code(text: &str) -> String {
    let runs = backticks(text);
    let mut later: FxHashMap<usize, usize> = FxHashMap::default();
    let mut ends = vec![None; runs.len()];
    for (at, run) in runs.iter().enumerate().rev() {
        ends[at] = later.insert(run.len(), at);
    }
    let mut out = String::with_capacity(text.len());
    let (mut at, mut from) = (0, 0);
    while let Some(run) = runs.get(at) {
        if let Some(end) = ends[at] {
            out.push_str(&text[from..run.start]);
            from = runs[end].end;
            at = end;
        }
        at += 1;
    }
    out.push_str(&text[from..]);
    out
}

/// The runs of backticks.
fn backticks(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in memchr::memchr_iter(b'`', text.as_bytes()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}
