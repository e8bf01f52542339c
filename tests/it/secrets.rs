//! The search for secrets. Every value that looks like one is made here from parts: none stands in
//! the repository.

mod findings;
mod forms;
mod places;
mod real;
mod samples;
