//! What wins when both documents say something.

/// Which text stays when the old document and the new one say different things.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Texts {
    /// The old one: texts were written by hand.
    #[default]
    Old,
    /// The new one: texts are kept at the source.
    New,
}
