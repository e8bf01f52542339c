//! Texts that stand for a value that someone still has to fill in.

mod dummy;
mod marks;
mod words;

pub use dummy::is_dummy;
pub use marks::{is_upper, marked};
pub use words::worded;

use std::ops::Range;

/// How a placeholder is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Syntax {
    /// `{{NAME}}`
    DoubleBraces,
    /// `${NAME}`
    Dollar,
    /// `$(NAME)`
    DollarParentheses,
    /// `#{NAME}#`
    Hash,
    /// `[[NAME]]`
    DoubleBrackets,
    /// `[name]`
    Brackets,
    /// `<NAME>`
    Angles,
    /// `%NAME%`
    Percent,
    /// `__NAME__`
    Underscores,
    /// `YOUR-TENANT`, `REPLACE_ME`, `xxxx`
    Words,
    /// `{name}`: templating, where the place has templating.
    Braces,
}

/// A placeholder in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placeholder<'t> {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What it stands for: the text without its marks.
    pub name: &'t str,
    /// How it is written.
    pub syntax: Syntax,
}
