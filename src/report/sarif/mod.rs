//! `sarif`: SARIF 2.1.0 (OASIS standard, 27 March 2020).
//!
//! The whole catalogue is in `tool.driver.rules`; places are lines and columns in code points;
//! files below the report's base are relative to it. Files that could not be checked are
//! notifications of the invocation.

mod log;
mod result;
mod rule;
mod uri;
mod wire;

pub(super) use log::Sarif;
