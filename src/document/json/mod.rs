//! JSON, RFC 8259: one pass, no recursion, exact byte spans.

mod number;
mod reader;
mod refusal;
mod scan;
mod string;
mod token;

pub(super) use reader::read;
pub(super) use string::unescape;

pub use string::{quote, quote_into};
