//! From which severity on a run fails.

use std::fmt;
use std::str::FromStr;

use super::Severity;

/// The mildest severity that makes a run fail, or none that does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FailLevel {
    /// Findings of this severity and worse fail the run.
    At(Severity),
    /// Findings never fail the run.
    Never,
}

impl FailLevel {
    /// Every level, strictest first.
    pub const ALL: [Self; 5] = [
        Self::At(Severity::Hint),
        Self::At(Severity::Info),
        Self::At(Severity::Warning),
        Self::At(Severity::Error),
        Self::Never,
    ];

    /// Its name in configuration, on the command line and in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::At(severity) => severity.name(),
            Self::Never => "never",
        }
    }

    /// True when a finding of this severity fails the run.
    pub fn is_reached_by(self, severity: Severity) -> bool {
        match self {
            Self::At(least) => severity >= least,
            Self::Never => false,
        }
    }
}

impl Default for FailLevel {
    /// Warnings fail a run, hints and information do not.
    fn default() -> Self {
        Self::At(Severity::Warning)
    }
}

impl fmt::Display for FailLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for FailLevel {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|level| level.name() == text)
            .ok_or_else(|| {
                format!("`{text}` is not a fail level: hint, info, warning, error or never")
            })
    }
}
