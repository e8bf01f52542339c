//! The pieces a whole connector is made of.

mod providers;
