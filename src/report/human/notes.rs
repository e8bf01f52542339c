//! The lines under an excerpt: note, help, fix, places in other files.

use std::fmt::Write as _;

use super::paint::Paint;
use crate::report::emit::RenderOptions;
use crate::report::wrap::wrap;

/// A word and a text: `note: …`.
pub(super) struct Note {
    pub(super) word: &'static str,
    pub(super) text: String,
}

/// The notes, each wrapped to the width. Lines that go on have a bar before them: a log line that
/// starts with a document's text could be taken for a command of the build agent.
pub(super) fn render(notes: &[Note], options: &RenderOptions) -> String {
    let paint = Paint::new(options.color);
    let bar = if options.unicode { '│' } else { '|' };
    let mut out = String::new();
    for note in notes {
        let indent = note.word.len() + 2;
        let room = options.width.saturating_sub(indent + 4).max(16);
        for (at, line) in wrap(&note.text, room).iter().enumerate() {
            if at == 0 {
                let word = paint.word(&format!("{}:", note.word));
                let _ = writeln!(out, "  {word} {line}");
            } else {
                let _ = writeln!(out, "  {bar}{:width$}{line}", "", width = indent - 1);
            }
        }
    }
    out
}
