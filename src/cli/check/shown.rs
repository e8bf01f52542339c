//! How many findings a person gets to see: later ones are counted, not kept.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use rustc_hash::FxHashMap;

/// Counts the findings of files that end in any order, and knows when those of the first files are
/// all that is shown.
pub(super) struct Shown {
    most: usize,
    ended: Mutex<Ended>,
    is_full: AtomicBool,
}

#[derive(Default)]
struct Ended {
    /// How many of the first files have all ended.
    files: usize,
    /// The findings of those.
    findings: usize,
    /// The findings of files that ended before an earlier one.
    ahead: FxHashMap<usize, usize>,
}

impl Shown {
    /// Until `most` findings.
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            ended: Mutex::default(),
            is_full: AtomicBool::new(false),
        }
    }

    /// True when the findings of files that have not ended are counted and no more.
    pub(super) fn is_full(&self) -> bool {
        self.is_full.load(Ordering::Relaxed)
    }

    /// The file at this place in the order of the run has ended, with so many findings that count.
    pub(super) fn end(&self, file: usize, findings: usize) {
        if self.is_full() {
            return;
        }
        let mut ended = self.ended.lock().expect("nothing panics while it counts");
        ended.ahead.insert(file, findings);
        let mut next = ended.files;
        while let Some(findings) = ended.ahead.remove(&next) {
            ended.findings += findings;
            next += 1;
        }
        ended.files = next;
        if ended.findings >= self.most {
            self.is_full.store(true, Ordering::Relaxed);
        }
    }
}
