//! Colour, or none.

use anstyle::{AnsiColor, Style};

use crate::finding::Severity;

/// Paints words when colour is wanted.
#[derive(Clone, Copy)]
pub(super) struct Paint {
    color: bool,
}

impl Paint {
    pub(super) const fn new(color: bool) -> Self {
        Self { color }
    }

    /// Words in the colour of a severity; of none: all is well.
    pub(super) fn level(self, severity: Option<Severity>, text: &str) -> String {
        let color = match severity {
            Some(Severity::Error) => AnsiColor::Red,
            Some(Severity::Warning) => AnsiColor::Yellow,
            Some(_) => AnsiColor::Cyan,
            None => AnsiColor::Green,
        };
        self.styled(color.on_default().bold(), text)
    }

    /// The word before a note.
    pub(super) fn word(self, text: &str) -> String {
        self.styled(AnsiColor::Cyan.on_default(), text)
    }

    /// Words that matter less.
    pub(super) fn dim(self, text: &str) -> String {
        self.styled(Style::new().dimmed(), text)
    }

    fn styled(self, style: Style, text: &str) -> String {
        if self.color {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}
