//! L0: bytes, places in them, and how they get to a disk.

mod aside;
pub mod boundary;
pub mod destination;
mod either;
mod line_index;
mod newline;
pub mod shell;
mod source_file;
mod span;
mod spool;
pub mod suggest;
pub mod visible;
pub mod write;

pub use aside::aside;
pub use either::has_either;
pub use line_index::{Lines, Place};
pub use newline::Newline;
pub use source_file::{MAX_BYTES, SourceFile};
pub use span::Span;
pub use spool::Spool;
