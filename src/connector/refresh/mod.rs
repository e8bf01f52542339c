//! Put back what people added to a connector's document, when a newer export takes its place.
//!
//! Exports drop extensions, rename operations and lose texts on every round trip. What the old
//! document says by hand is carried to the same place of the new one: operations are matched by path
//! and method, then by their ids; parameters by place and name; responses by status; schemas by how
//! they are reached, then by name. Nothing is guessed: what has no place is reported.

mod carry;
mod operation_id;
mod operations;
mod options;
mod report;
mod run;
mod schemas;

pub use operation_id::normalized;
pub use operations::is_another_api;
pub use options::Texts;
pub use report::{Carried, Conflict, Orphan, Reason, Refresh};
pub use run::refresh;
