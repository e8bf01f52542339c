//! The pieces a whole connector is made of.

mod patterns;
mod policies;
mod providers;
mod refresh;
