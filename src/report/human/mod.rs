//! `human`: for a person at a terminal, with excerpts and carets.

mod card;
mod notes;
mod page;
mod paint;

pub(super) use page::{Human, failure};
