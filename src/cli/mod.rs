//! L7: the command line.

use crate::outcome::Outcome;

/// Run one command line.
pub fn run(_arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Outcome {
    Outcome::Clean
}
