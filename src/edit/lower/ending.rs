//! How the text ends when what stood last in it goes.

use super::layout::Layout;
use super::lines::{before_break, follows_blank_line, line_start};
use crate::document::Style;
use crate::edit::TextEdit;

impl Layout<'_> {
    /// Make one removal of those that reach the end of the text, whichever collections they are
    /// of. It takes blank lines before it too, and the line end before it when the text had none
    /// at its end. After a block scalar all lines stay: they may be part of it.
    ///
    /// The edits are in order of place.
    pub(super) fn ending(&self, edits: &mut Vec<TextEdit>) {
        let end = self.text.len();
        let mut stay = edits.len();
        let (mut first, mut cut) = (end, end);
        while let Some((last, before)) = edits[..stay].split_last()
            && last.text.is_empty()
            && (cut..=first).contains(&(last.span.end as usize))
        {
            stay -= 1;
            first = last.span.start as usize;
            cut = self.over_blank_lines_above(first, before.last());
        }
        if stay == edits.len() {
            return;
        }
        edits.truncate(stay);
        let last = edits.last_mut();
        if self.ends_with_scalar(cut, last.as_deref()) {
            cut = first;
        } else if !self.text.ends_with('\n') {
            match last.filter(|edit| edit.span.end as usize == cut && !edit.text.is_empty()) {
                Some(new) => new.text.truncate(before_break(&new.text, new.text.len())),
                None => cut = before_break(self.text, cut),
            }
        }
        edits.push(TextEdit::new(cut, end, ""));
    }

    /// The start of the blank lines above the line that starts at `at`, not before an edit's end.
    fn over_blank_lines_above(&self, mut at: usize, edit: Option<&TextEdit>) -> usize {
        let floor = edit.map_or(0, |edit| edit.span.end as usize);
        while at > floor && follows_blank_line(self.text, at) {
            at = line_start(self.text, before_break(self.text, at)).unwrap_or(at);
        }
        at
    }

    /// True when the text before `cut` ends with a block scalar that no edit replaces.
    fn ends_with_scalar(&self, cut: usize, edit: Option<&TextEdit>) -> bool {
        let nodes = self.document.nodes();
        let leaf = nodes.iter().rev().find(|node| (node.start as usize) < cut);
        leaf.is_some_and(|leaf| {
            let between = self.text.get(leaf.end as usize..cut).unwrap_or_default();
            matches!(leaf.style, Style::Literal | Style::Folded)
                && between.trim_ascii().is_empty()
                && edit.is_none_or(|edit| edit.span.end <= leaf.start)
        })
    }
}
