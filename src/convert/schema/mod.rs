//! The Schema Object: JSON Schema of 3.x in the words of Swagger 2.0.

mod all_of;
mod bounds;
mod convert;
mod flat;
mod keyword;
mod merge;
mod object;
mod types;
mod union;

pub(super) use convert::any;
pub(super) use flat::Flat;
pub(super) use keyword::is_file;
