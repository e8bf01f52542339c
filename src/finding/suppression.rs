//! Why a finding does not count.

use super::Label;

/// Who said that a finding does not count.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SuppressionKind {
    /// A comment in the document.
    Comment,
    /// An `x-oneauth-ignore` member in the document.
    Member,
    /// An `ignore` entry of the configuration.
    Config,
    /// The baseline: it was there before.
    Baseline,
}

impl SuppressionKind {
    /// Its name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::Member => "member",
            Self::Config => "config",
            Self::Baseline => "baseline",
        }
    }

    /// True when the document itself says so (SARIF 2.1.0 section 3.35.2: `inSource`).
    pub const fn is_in_source(self) -> bool {
        matches!(self, Self::Comment | Self::Member)
    }
}

/// Why a finding does not count.
#[derive(Clone, Debug)]
pub struct Suppression {
    /// Who says so.
    pub kind: SuppressionKind,
    /// The reason given.
    pub reason: String,
    /// Where it is said, when that is a place in a text.
    pub place: Option<Box<Label>>,
}
