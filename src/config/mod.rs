//! L6: what a project has decided: `oneauth.yaml` or `oneauth.json`, found upwards from each file.
//!
//! The file is read by our own reader, so a mistake in it is an error with its place. Each value of
//! the resolved [`Settings`] knows where it came from.

mod connector;
mod discover;
mod file;
mod ignores;
mod levels;
mod members;
mod origin;
mod paths;
mod print;
mod rules;
mod schema;
mod section;
mod settings;

pub use connector::{ConnectorEntry, PARAMETERS, Parameter, Shape};
pub use discover::{Configs, FILE_NAMES};
pub use file::{Config, Override};
pub use ignores::IgnoreEntry;
pub use origin::{Origin, Setting};
pub use paths::Paths;
pub use print::print;
pub use rules::{SUPPRESSION_RULES, all_rules, selected};
pub use schema::schema;
pub use section::Section;
pub use settings::{CommandLine, Settings};

use crate::rule::RuleMeta;

/// The rules a configuration may speak of.
pub type Rules<'r> = &'r [&'static RuleMeta];
