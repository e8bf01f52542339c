//! JSON, RFC 8259: one pass, no recursion, exact byte spans.

mod number;
mod reader;
mod refusal;
mod runs;
mod scan;
mod string;
mod token;

pub(super) use reader::{read, read_around};
pub(super) use runs::read_run;
pub(super) use string::unescape;

pub use string::{quote, quote_into};
