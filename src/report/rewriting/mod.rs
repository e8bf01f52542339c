//! `oneauth rewrite`: the plan, its effect, the diff.

mod human;
mod json;

pub use human::{decision, human, warning};
pub use json::json;

use crate::diff::Effect;
use crate::rewrite::Plan;

/// A plan carried out, as a report shows it.
#[derive(Clone, Copy)]
pub struct Rewriting<'a> {
    /// The file as the user named it.
    pub file: &'a str,
    /// The target's id.
    pub target: &'static str,
    /// The plan.
    pub plan: &'a Plan,
    /// What it does to those who get in.
    pub effect: &'a Effect,
    /// What becomes of the properties beside it, in words.
    pub beside: Option<&'a str>,
    /// The unified diff, of both files.
    pub diff: &'a str,
    /// What became of it: `shown`, `written`, `would change`, `unchanged`.
    pub result: &'static str,
}
