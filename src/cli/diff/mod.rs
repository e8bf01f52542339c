//! `oneauth diff`

mod git;
mod pair;
mod run;

pub(super) use run::run;
