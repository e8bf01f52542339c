//! Reports: one canonical report, one snapshot per format; what must never reach an output.

mod baselines;
mod canonical;
mod escaping;
mod excerpts;
mod formats;
mod sarif;
mod suppressions;
