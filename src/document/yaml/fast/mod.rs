//! The fast reader: block and flow layout as API descriptions use it, in one pass over the bytes.
//!
//! It accepts only what it is certain of. Anything else (`?` keys, tags, directives, tabs in
//! indentation, several documents, any error) it declines, and the general reader reads the
//! document instead: same tree, same spans, which tests compare node by node.

mod block;
mod flow;
mod lines;
mod literal;
mod node;
mod plain;
mod quoted;
mod reader;

pub(super) use reader::read;
