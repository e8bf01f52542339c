//! `Change` → `TextEdit`: the only place that turns what should change into bytes.

mod block;
mod claims;
mod ending;
mod error;
mod flow;
mod gap;
mod group;
mod layout;
mod lines;
mod plan;
mod reach;
mod render;
mod replace;
mod scalar;
mod sides;
mod slot;
mod style;

pub use error::{LowerError, Place};
pub use plan::lower;

pub(super) use render::{Flow, Strings, block_text, flow_text};
pub(super) use style::{Quote, Style};
