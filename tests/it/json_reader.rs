//! The JSON reader: what it reads, what it refuses, and where it says things are.

mod accepted;
mod agreement;
mod pointers;
mod refusals;
mod spans;
mod suite;
