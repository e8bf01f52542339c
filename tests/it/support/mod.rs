//! What the tests stand on: the real binary in a bare environment, a folder of its own for each
//! test, the corpus when there is one.
#![allow(dead_code, reason = "a tool box: a test takes what it needs")]

pub(crate) mod changes;
pub(crate) mod command;
pub(crate) mod corpus;
pub(crate) mod dress;
pub(crate) mod fences;
pub(crate) mod generate;
pub(crate) mod golden;
pub(crate) mod mend;
pub(crate) mod model;
pub(crate) mod oracle;
pub(crate) mod repository_text;
pub(crate) mod sandbox;
