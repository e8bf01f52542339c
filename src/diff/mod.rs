//! L5: what changed between two documents: who gets in, what breaks, which lines.

mod access;
mod compare;
mod connection;
mod contract;
mod difference;
mod effect;
mod matched;
mod operations;
pub mod rules;
mod security;
mod sides;
mod text;
mod text_ends;
mod text_hunks;
mod text_regions;
mod text_shared;
mod unrelated;

pub use compare::{Beside, Comparison, compare, compare_scanned, compare_security};
pub use connection::connection;
pub use difference::{Compatibility, Difference, Posture};
pub use effect::{Consequence, Effect};
pub use security::SecurityChange;
pub use text::{TextDiff, text_diff, text_diff_in_short};
pub use unrelated::unrelated;
