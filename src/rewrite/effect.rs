//! What a rewrite does to each operation.

use crate::spec::Spec;

/// The protection of one operation before and after.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Effect {
    /// `GET /pets`
    pub operation: String,
    /// Its requirements before, in words.
    pub before: String,
    /// Its requirements after, in words.
    pub after: String,
    /// True when a call without any credential got in before.
    pub was_public: bool,
    /// True when a call without any credential gets in after.
    pub is_public: bool,
    /// Its transport, in a word.
    pub transport: &'static str,
}

impl Effect {
    /// True when the rewrite opens it to everyone.
    pub const fn opened(&self) -> bool {
        self.is_public && !self.was_public
    }
}

/// The protection of every operation of a document and of its rewritten self.
pub fn effects(before: &Spec<'_>, after: &Spec<'_>) -> Vec<Effect> {
    // a rewrite moves no operation: the n-th is the n-th
    before
        .operations()
        .iter()
        .zip(after.operations())
        .map(|(old, new)| {
            let (was, is) = (before.protection(old), after.protection(new));
            Effect {
                operation: old.title(),
                before: was.describe(),
                after: is.describe(),
                was_public: was.is_public(),
                is_public: is.is_public(),
                transport: after.transport(new).state.name(),
            }
        })
        .collect()
}
