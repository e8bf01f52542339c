//! Where bytes that no edit touches stand after the edits.

use crate::edit::TextEdit;
use crate::text::Span;

/// Follows spans through a text in order, and says where each stands in the edited one.
pub(super) struct Shift<'e> {
    /// The edits that do not lie before the last span.
    edits: &'e [TextEdit],
    /// How much longer the edits before it made the text.
    by: i64,
}

impl<'e> Shift<'e> {
    /// For edits that are in order and do not overlap.
    pub(super) const fn new(edits: &'e [TextEdit]) -> Self {
        Self { edits, by: 0 }
    }

    /// Where a span stands afterwards; `None` when an edit touches it. Spans come in the order of
    /// their starts.
    #[inline]
    pub(super) fn moved(&mut self, span: Span) -> Option<Span> {
        while let [edit, rest @ ..] = self.edits
            && edit.span.end < span.start
        {
            // a text is shorter than 4 GB
            self.by += i64::from(edit.text.len() as u32) - i64::from(edit.span.len());
            self.edits = rest;
        }
        let touched = self
            .edits
            .first()
            .is_some_and(|edit| edit.span.start <= span.end);
        let place = |at: u32| u32::try_from(i64::from(at) + self.by).ok();
        (!touched).then_some(Span::new(place(span.start)?, place(span.end)?))
    }
}

#[cfg(test)]
mod tests {
    use super::Shift;
    use crate::edit::TextEdit;
    use crate::text::Span;

    #[test]
    fn spans_move_by_what_came_before_them() {
        let edit = |start, end, text: &str| TextEdit {
            span: Span::new(start, end),
            text: text.into(),
        };
        let edits = [edit(4, 6, "longer"), edit(10, 14, ""), edit(20, 20, "x")];
        let mut shift = Shift::new(&edits);
        let mut moved = |start, end| shift.moved(Span::new(start, end));
        assert_eq!(moved(0, 3), Some(Span::new(0, 3)));
        assert_eq!(moved(1, 4), None, "an edit starts at its end");
        assert_eq!(moved(6, 7), None, "an edit ends at its start");
        assert_eq!(moved(7, 9), Some(Span::new(11, 13)));
        assert_eq!(moved(12, 13), None);
        assert_eq!(moved(15, 19), Some(Span::new(15, 19)));
        assert_eq!(moved(18, 20), None, "something comes right behind it");
        assert_eq!(moved(21, 30), Some(Span::new(22, 31)));
    }
}
