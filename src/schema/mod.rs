//! L4: documents against the JSON Schema of their version.
//!
//! The schemas are ours, written after the specifications and shaped for good messages: a value
//! that may have several forms is told apart by `if`, never by `oneOf`, so that a failure names the
//! member that is wrong. `says` holds the words for a keyword that cannot speak for itself.

mod asked;
mod bounds;
mod failure;
mod format;
mod glance;
mod message;
mod shape;
mod shaping;
mod tree;
mod unique;
mod validator;
mod words;

pub use failure::Failure;
pub use validator::{source, validate};
