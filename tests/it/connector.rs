//! The pieces a whole connector is made of.

mod policies;
mod providers;
