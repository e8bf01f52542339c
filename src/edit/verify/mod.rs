//! Nothing is written before it was read again and found to be exactly what was meant.

mod broken;
mod bytes;
mod events;
mod lockstep;
mod readers;
mod rewrite;

pub use broken::{Broken, VerifyError};
pub use rewrite::{Rewrite, Thoroughness, verify};
