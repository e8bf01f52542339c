//! The effective security of an operation, before and after.

/// An operation whose effective security differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SecurityChange {
    /// `GET /pets`
    pub operation: String,
    /// What it required, in words; `None` when it was not there.
    pub before: Option<String>,
    /// What it requires; `None` when it is gone.
    pub after: Option<String>,
    /// True when it let everyone in before.
    pub was_public: bool,
    /// True when it lets everyone in now.
    pub is_public: bool,
}
