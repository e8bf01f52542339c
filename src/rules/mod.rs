//! L5: one file per rule, in families.

pub mod auth;
mod catalogue;
pub mod words;

pub use catalogue::{ALL, find, metas};
