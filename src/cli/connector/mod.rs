//! `oneauth connector`

mod command;
mod listed;
mod store;

pub(super) use command::run;
