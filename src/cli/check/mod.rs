//! `oneauth check`

mod command;
mod examine;
mod facts;
mod fixing;
mod outputs;
mod plan;
mod settings;
mod shown;
mod unreadable;

pub(super) use command::run;
