//! YAML 1.2, core schema: exact byte spans over an event parser's, and decoding on demand.

mod decode;
mod general;

pub(super) use decode::decode;
pub(super) use general::read;

pub use general::plain_kind;
