//! L3: what is wrong in the user's document, as plain data.

mod fix;
mod label;
mod severity;

pub use fix::{File, Fix, Safety};
pub use label::{Label, On};
pub use severity::Severity;

/// Something wrong in the user's document.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// How bad it is, after profile and configuration.
    pub severity: Severity,
    /// What is wrong: one sentence without a full stop, the thing in backticks.
    pub message: String,
    /// Why that matters.
    pub note: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// Where.
    pub primary: Label,
    /// Other places that belong to it.
    pub related: Vec<Label>,
    /// What tells this finding from others of its rule at its pointer; never a secret's text.
    pub arguments: Vec<String>,
    /// How to mend it, when that is known.
    pub fix: Option<Fix>,
}
