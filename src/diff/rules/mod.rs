//! The rules of a comparison: one file each with its words.

pub mod access;
mod catalogue;
pub mod contract;

pub use catalogue::{ALL, find};
