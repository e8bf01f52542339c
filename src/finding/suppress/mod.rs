//! Saying, with a reason, that a finding does not count.
//!
//! Three ways: a YAML comment `# oneauth: ignore[rule-id] reason` on the finding's line or directly
//! above it; a member `x-oneauth-ignore: {rule-id: reason}` of the finding's object or of any object
//! around it; an entry of the configuration. One without a reason, or for a rule that does not
//! exist, is a finding of [`INVALID`]; one that suppresses nothing is a finding of [`UNUSED`].

mod apply;
mod comment;
mod declaration;
mod member;
mod pointer_glob;

pub use apply::{Ignore, apply, unused_ignores};
pub use member::MEMBER;
pub use pointer_glob::PointerGlob;

use super::Severity;

/// The rule of a suppression that suppresses nothing.
pub const UNUSED: &str = "suppression-unused";
/// The rule of a suppression that cannot be understood.
pub const INVALID: &str = "suppression-invalid";

/// What suppressions need to know of the rules of a run.
pub trait KnownRules {
    /// The current id of a rule named by its current or a former id.
    fn resolve(&self, id: &str) -> Option<&'static str>;
    /// The severity a rule ran with; `None` when it was off.
    fn severity(&self, id: &str) -> Option<Severity>;
    /// Every current id, for suggestions.
    fn ids(&self) -> Vec<&'static str>;
}
