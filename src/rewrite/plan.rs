//! What should change, and why: plain data that prints and serialises without running.

use crate::document::Pointer;
use crate::edit::Change;
use crate::text::Span;

use super::Placeholder;

/// The answer to a request.
#[derive(Clone, Debug)]
pub enum Decision {
    /// What to do.
    Plan(Plan),
    /// Several schemes fit, and only a person can choose.
    Ambiguous {
        /// What was asked for, in words.
        question: String,
        /// The schemes that fit, in the document's order.
        candidates: Vec<Candidate>,
        /// The scheme the platform would silently take.
        platform_would_take: Option<String>,
    },
    /// It cannot be done.
    Impossible {
        /// Why.
        reason: String,
        /// The place that stands in the way.
        place: Option<(Pointer, Span)>,
        /// The way out.
        help: String,
    },
}

/// A scheme that could be the one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// Its name.
    pub name: String,
    /// What it is: `apiKey (header X-Key)`.
    pub what: String,
    /// How many operations it protects today.
    pub operations: usize,
    /// The arguments that choose it.
    pub choose: String,
}

/// What to do to make a document use one scheme.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The scheme that stays or comes, and why.
    pub choice: Choice,
    /// What changes, in the order it is told.
    pub steps: Vec<Step>,
    /// Placeholders that stay unresolved in what is kept.
    pub unresolved: Vec<Placeholder>,
    /// What the user must know.
    pub warnings: Vec<Warning>,
}

/// The scheme that stays or comes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Choice {
    /// Its name; `None` when the document shall have none.
    pub scheme: Option<String>,
    /// What it is.
    pub what: String,
    /// True when it is made anew.
    pub created: bool,
    /// Why this one.
    pub because: String,
}

/// One thing that changes.
#[derive(Clone, Debug)]
pub struct Step {
    /// What, as a command: "remove the scheme `apiKeyQuery`".
    pub title: String,
    /// Where.
    pub pointer: Pointer,
    /// The changes that do it.
    pub changes: Vec<Change>,
}

/// What the user must know before using the result.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    /// What it is about, as an id.
    pub id: &'static str,
    /// What.
    pub message: String,
    /// The operations it is about.
    pub operations: Vec<String>,
}

impl Plan {
    /// Every change of every step.
    pub fn changes(&self) -> Vec<Change> {
        let steps = self.steps.iter();
        steps
            .flat_map(|step| step.changes.iter().cloned())
            .collect()
    }

    /// True when the document is as asked already.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}
