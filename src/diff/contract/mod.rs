//! What is called, sent and received.

mod compare;
mod enums;
mod facts;
mod input;
mod input_pairs;
mod media;
mod operation;
mod properties;
mod responses;
mod walk;

pub(super) use compare::compare;
