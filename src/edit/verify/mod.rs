//! Nothing is written before it was read again and found to be exactly what was meant.

mod broken;
mod bytes;
mod events;
mod lockstep;
mod new_text;
mod readers;
mod reading;
mod rewrite;
mod runs;
mod shift;

pub use broken::{Broken, VerifyError};
pub use new_text::{verify_new, verify_text};
pub use rewrite::{Rewrite, Thoroughness, verify};
pub use runs::{Run, verify_runs};
