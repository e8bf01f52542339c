//! How an operation is protected after inheritance.

use super::Requirements;

/// Which requirements are in force for an operation.
#[derive(Clone, Debug)]
pub enum Protection<'d> {
    /// It says nothing; the document's requirements hold.
    Inherited(Requirements<'d>),
    /// Its own requirements replace the document's.
    Own(Requirements<'d>),
    /// Its own empty list switches the document's off.
    OptedOut(Requirements<'d>),
    /// Neither it nor the document says anything.
    Undeclared,
}

impl<'d> Protection<'d> {
    /// The requirements in force, when there are any.
    pub fn requirements(&self) -> Option<&Requirements<'d>> {
        match self {
            Self::Inherited(requirements)
            | Self::Own(requirements)
            | Self::OptedOut(requirements) => Some(requirements),
            Self::Undeclared => None,
        }
    }

    /// True when a call without any credential gets in.
    pub fn is_public(&self) -> bool {
        self.requirements()
            .is_none_or(Requirements::allows_anonymous)
    }

    /// The requirements in words.
    pub fn describe(&self) -> String {
        self.requirements()
            .map_or_else(|| "none".into(), Requirements::describe)
    }
}
