//! L5: make a document use exactly one security scheme.
//!
//! [`plan`] decides what should change and why, or says why it cannot decide; [`carry_out`] lowers,
//! applies and verifies it. Nothing here guesses: where a person has to choose, the candidates are
//! listed.
mod candidates;
mod carry_out;
mod choice;
mod placeholder;
mod plan;
mod planner;
mod request;
mod scheme_value;
mod steps;
mod warnings;

pub use carry_out::{Done, carry_out};
pub use placeholder::{Placeholder, names_in, placeholders};
pub use plan::{Candidate, Choice, Decision, Plan, Step, Warning};
pub use planner::plan;
pub use request::{AuthType, OAuthUrls, Request, Wanted};
