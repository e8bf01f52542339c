//! L5: what changed between two documents.

mod security;
mod text;

pub use security::{SecurityChange, security_changes};
pub use text::{TextDiff, text_diff};
