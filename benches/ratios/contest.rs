//! Interleaved measurement, and the table it fills.

use std::fmt;
use std::time::{Duration, Instant};

/// The least time of each contestant over a number of rounds, taken in turn.
pub(crate) fn fastest<const N: usize>(
    rounds: u32,
    mut contestants: [&mut dyn FnMut(); N],
) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..rounds {
        for (slot, contestant) in best.iter_mut().zip(&mut contestants) {
            let start = Instant::now();
            contestant();
            *slot = (*slot).min(start.elapsed());
        }
    }
    best
}

/// One comparison.
struct Row {
    what: String,
    ours: String,
    theirs: String,
    measured: f64,
    goal: f64,
    /// More is better.
    at_least: bool,
    unit: &'static str,
}

/// All comparisons of a run.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    /// Add a ratio of two times.
    pub(crate) fn ratio(&mut self, what: &str, times: [Duration; 2], goal: f64) {
        let [ours, theirs] = times;
        self.0.push(Row {
            what: what.to_owned(),
            ours: milliseconds(ours),
            theirs: milliseconds(theirs),
            measured: ours.as_secs_f64() / theirs.as_secs_f64(),
            goal,
            at_least: false,
            unit: "x",
        });
    }

    /// Add a difference of two times, in milliseconds.
    pub(crate) fn difference(&mut self, what: &str, times: [Duration; 2], goal: f64) {
        let [ours, theirs] = times;
        self.0.push(Row {
            what: what.to_owned(),
            ours: milliseconds(ours),
            theirs: milliseconds(theirs),
            measured: (ours.as_secs_f64() - theirs.as_secs_f64()) * 1e3,
            goal,
            at_least: false,
            unit: "ms",
        });
    }

    /// Add a ratio of two sizes in bytes.
    pub(crate) fn sizes(&mut self, what: &str, sizes: [u64; 2], goal: f64) {
        let [ours, theirs] = sizes;
        let mebibytes = |bytes: u64| format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20));
        self.0.push(Row {
            what: what.to_owned(),
            ours: mebibytes(ours),
            theirs: mebibytes(theirs),
            measured: ours as f64 / theirs as f64,
            goal,
            at_least: false,
            unit: "x",
        });
    }

    /// Add what is read in a second.
    pub(crate) fn rate(&mut self, what: &str, bytes: u64, time: Duration, goal: f64) {
        self.0.push(Row {
            what: what.to_owned(),
            ours: milliseconds(time),
            theirs: format!("{:.1} MB", bytes as f64 / 1e6),
            measured: bytes as f64 / 1e6 / time.as_secs_f64(),
            goal,
            at_least: true,
            unit: "MB/s",
        });
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | oneauth | compared with | measured | goal | |")?;
        writeln!(f, "|---|---:|---:|---:|---:|---|")?;
        for row in &self.0 {
            let Row {
                what,
                ours,
                theirs,
                measured,
                goal,
                at_least,
                unit,
            } = row;
            let met = (measured <= goal) != *at_least;
            let verdict = if met { "met" } else { "missed" };
            writeln!(
                f,
                "| {what} | {ours} | {theirs} | {measured:.2} {unit} | {goal} {unit} | {verdict} |"
            )?;
        }
        Ok(())
    }
}
