//! `oneauth inspect`: the authentication picture of a document.

mod human;
mod json;
mod model;
mod patterns;

pub use human::human;
pub use json::json;
pub use model::{Inspected, Inspection, OperationRow, SchemeRow};
pub use patterns::{ClueRow, MappingRow, PatternRow};
