//! L2: changes that name nodes, lowered to byte edits, applied in one splice, verified.

mod change;

pub use change::{Change, Position};
