//! L1: one spanned tree for JSON and YAML. Above this line the two are one thing.
//!
//! A [`Document`] is a flat list of [`Node`]s in document order; [`NodeRef`] is a copyable cursor
//! into it. Every span is a byte range of the untouched source: leaf spans plus the gaps between
//! them, in order, give back the source byte for byte.

mod cursor;
mod format;
mod json;
mod node;
mod pick;
mod pointer;
mod problem;
mod read;
mod symbol;
mod tree;
mod used;
mod value;
mod yaml;

pub use cursor::{Children, Entries, NodeRef};
pub use format::Format;
pub use json::{quote, quote_into};
pub use node::{Flags, Kind, Node, NodeId, Style};
pub use pick::{PICK, picked};
pub use pointer::Pointer;
pub use problem::{Problem, ProblemKind};
pub(crate) use read::ReadRun;
pub use read::{MAX_DEPTH, ReadOptions, YamlReader};
pub use symbol::{Symbol, Symbols, WELL_KNOWN_COUNT, key};
pub use tree::Document;
pub use value::{TooLarge, Value};
pub use yaml::plain_kind;
