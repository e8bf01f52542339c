//! Interleaved measurement, and the table it fills.

use std::fmt;
use std::time::Duration;

/// The least processor time of each contestant over a number of rounds, taken in turn: its own on
/// all threads, and that of the processes it ran.
pub(crate) fn fastest<const N: usize>(
    rounds: u32,
    mut contestants: [&mut dyn FnMut(); N],
) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..rounds {
        for (slot, contestant) in best.iter_mut().zip(&mut contestants) {
            let start = spent();
            contestant();
            *slot = (*slot).min(spent().saturating_sub(start));
        }
    }
    best
}

/// Processor time of this process and of its children that ended.
#[cfg(unix)]
fn spent() -> Duration {
    use nix::sys::resource::{UsageWho, getrusage};
    let mut sum = Duration::ZERO;
    for who in [UsageWho::RUSAGE_SELF, UsageWho::RUSAGE_CHILDREN] {
        let usage = getrusage(who).expect("the system counts for everyone");
        for time in [usage.user_time(), usage.system_time()] {
            let seconds = Duration::from_secs(time.tv_sec().unsigned_abs());
            sum += seconds + Duration::from_micros(time.tv_usec().unsigned_abs());
        }
    }
    sum
}

/// Time that passed: elsewhere processor time is not asked for.
#[cfg(not(unix))]
fn spent() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
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

    /// Add what is read in a second on two cores that are kept busy.
    pub(crate) fn rate(&mut self, what: &str, bytes: u64, time: Duration, goal: f64) {
        let busy = time / 2;
        self.0.push(Row {
            what: what.to_owned(),
            ours: milliseconds(busy),
            theirs: format!("{:.1} MB", bytes as f64 / 1e6),
            measured: bytes as f64 / 1e6 / busy.as_secs_f64(),
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
