//! YAML 1.2, core schema. Two readers make the same tree: a fast one for the layout that API
//! descriptions are written in, and a general one over an event parser for everything else.

mod build;
mod characters;
mod decode;
mod expansion;
mod fast;
mod general;
mod plain;
mod read;

pub(super) use decode::decode;
pub(super) use read::read;

pub use plain::plain_kind;
