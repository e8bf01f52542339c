//! The pieces a whole connector is made of.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod assemble;
mod patterns;
mod policies;
mod problems;
mod providers;
mod refresh;
mod systems;
