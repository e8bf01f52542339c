//! The general reader: every document of YAML 1.2, from the events of a parser.
//!
//! Only the events' order, texts and rough places are taken from the parser. Every span of the tree
//! is found again in the source by [`gap`], because the parser's begin block scalars after their
//! header, put empty values before their colon, and end block collections at the next token.

mod gap;
mod keys;
mod reader;
mod refusals;
mod scalars;
mod tags;
mod words;

pub(super) use reader::read;
pub(super) use refusals::too_deep;
