//! L3: what is wrong in the user's document, as plain data.

pub mod baseline;
mod fail_level;
pub mod fingerprint;
mod fix;
mod label;
pub mod mask;
mod severity;
pub mod suppress;
mod suppression;

pub use fail_level::FailLevel;
pub use fingerprint::Fingerprint;
pub use fix::{File, Fix, Safety};
pub use label::{Label, On};
pub use mask::SecretSpan;
pub use severity::Severity;
pub use suppression::{Suppression, SuppressionKind};

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
    /// The places of secret values this finding knows of; every output masks them.
    pub secrets: Vec<SecretSpan>,
    /// Why it does not count, when it does not.
    pub suppression: Option<Suppression>,
}

impl Finding {
    /// A finding with nothing but its rule, words and place.
    pub fn new(
        rule: &'static str,
        severity: Severity,
        message: impl Into<String>,
        primary: Label,
    ) -> Self {
        Self {
            rule,
            severity,
            message: message.into(),
            note: None,
            help: None,
            primary,
            related: Vec::new(),
            arguments: Vec::new(),
            fix: None,
            secrets: Vec::new(),
            suppression: None,
        }
    }

    /// True when nothing suppresses it.
    pub const fn is_active(&self) -> bool {
        self.suppression.is_none()
    }

    /// What tells it from other findings, whatever line it stands on.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(self)
    }
}
