//! A value, and who chose it.

use std::fmt;

use crate::document::NodeRef;

/// Who chose a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Nobody: it is what oneauth does unless told.
    Default,
    /// It follows from the target.
    Target,
    /// The document shows what it is for.
    Document,
    /// It follows from the severity profile.
    Profile,
    /// A line of a configuration file.
    File {
        /// The file.
        name: String,
        /// The 1-based line.
        line: u32,
    },
    /// The command line.
    CommandLine,
}

impl Origin {
    /// The line a node stands on.
    pub(super) fn of(node: NodeRef<'_>) -> Self {
        let source = node.document().source();
        let span = node.key_span().unwrap_or_else(|| node.span());
        Self::File {
            name: source.name().to_owned(),
            line: source.place(span.start).line,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::Target => f.write_str("from the target"),
            Self::Document => f.write_str("from the document"),
            Self::Profile => f.write_str("from the profile"),
            Self::File { name, line } => {
                write!(f, "{}:{line}", crate::text::visible::one_line(name))
            }
            Self::CommandLine => f.write_str("command line"),
        }
    }
}

/// A value, and who chose it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Who chose it.
    pub origin: Origin,
}

impl<T> Setting<T> {
    /// A value somebody chose.
    pub const fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// A value nobody chose.
    pub const fn default(value: T) -> Self {
        Self::new(value, Origin::Default)
    }
}
