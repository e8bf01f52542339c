//! How a run ends, and the exit code each ending has.

use std::process::ExitCode;

/// The ending of a run. One enum, one table (`docs/exit-codes.md`), the same in every output
/// format.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Outcome {
    /// Nothing to report at or above the fail level.
    Clean,
    /// Findings at or above the fail level, or "would change" under `--check`.
    Findings,
    /// Unreadable input, bad usage or bad configuration.
    Failure,
    /// An invariant of oneauth itself broke; no file was touched.
    Bug,
}

impl Outcome {
    /// Every ending, in rising order of weight.
    pub const ALL: [Self; 4] = [Self::Clean, Self::Findings, Self::Failure, Self::Bug];

    /// The process exit code.
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failure => 2,
            Self::Bug => 70,
        }
    }

    /// What the exit code means, for the documentation.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Clean => "clean: nothing at or above the fail level",
            Self::Findings => {
                "findings at or above the fail level, or a change would be made under `--check`"
            }
            Self::Failure => "unreadable input, bad usage or bad configuration",
            Self::Bug => "a bug in oneauth: nothing was written",
        }
    }

    /// The heavier of two endings.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.max(other)
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome.code())
    }
}
