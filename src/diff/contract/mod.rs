//! What is called, sent and received.

mod absence;
mod bounds;
mod compare;
mod enums;
mod facts;
mod input;
mod input_pairs;
mod media;
mod media_types;
mod notifications;
mod operation;
mod properties;
mod responses;
mod same;
mod unions;
mod walk;
mod written;

pub(super) use compare::compare;
