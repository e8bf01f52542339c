//! What a refresh did, and what it could not do.

use crate::document::Pointer;
use crate::edit::Change;

/// What a refresh does to the new document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Refresh {
    /// The changes of the new document.
    pub changes: Vec<Change>,
    /// What comes back, and where.
    pub carried: Vec<Carried>,
    /// What has no place any more.
    pub orphaned: Vec<Orphan>,
    /// Where both documents say something, and they differ.
    pub conflicts: Vec<Conflict>,
}

/// A member that comes back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carried {
    /// The member in the old document.
    pub from: Pointer,
    /// The member in the new one.
    pub to: Pointer,
}

/// Hand-made members without a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Orphan {
    /// What holds them in the old document.
    pub from: Pointer,
    /// Why there is no place.
    pub why: Reason,
}

/// Why something has no place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The operation is gone.
    Operation,
    /// The parameter is gone.
    Parameter,
    /// The response is gone.
    Response,
    /// The schema, or the property in it, is gone.
    Schema,
}

impl Reason {
    /// The words for it in a report.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operation => "the operation is gone",
            Self::Parameter => "the parameter is gone",
            Self::Response => "the response is gone",
            Self::Schema => "the schema is gone",
        }
    }
}

/// A difference that was decided, and may have been decided otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// The member in the old document.
    pub from: Pointer,
    /// The member in the new one.
    pub to: Pointer,
    /// True when the old one stays.
    pub old_stays: bool,
}
