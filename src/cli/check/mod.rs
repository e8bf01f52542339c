//! `oneauth check`

mod command;
mod examine;
mod facts;
mod fixing;
mod in_order;
mod outputs;
mod plan;
mod settings;
mod telling;
mod unreadable;

pub(super) use command::run;
