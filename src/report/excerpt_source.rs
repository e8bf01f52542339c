//! An excerpt as the renderer reads it.
//!
//! The renderer's own sources walk a text from its start for each label and give out whole lines;
//! on a file of one line of megabytes they are slow and then panic. An excerpt gives out its few
//! short lines under their true numbers.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::excerpt::{Excerpt, ExcerptLabel, Part};

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let holds =
            |part: &&Part| part.span.start as usize <= start && end <= part.span.end as usize;
        let part = self
            .parts
            .iter()
            .find(holds)
            .ok_or(MietteError::OutOfBounds)?;
        let lines = self.line_spans(part);
        let line_of = |at: usize| lines.partition_point(|line| line.0 <= at).saturating_sub(1);
        let first = line_of(start).saturating_sub(before);
        let last = (line_of(end.max(start + 1) - 1) + after).min(lines.len() - 1);
        let (from, to) = (lines[first].0, lines[last].1);
        let line = part.line as usize - 1 + first;
        let column = if before == 0 {
            self.column_at(start)
        } else {
            0
        };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            &self.text.as_bytes()[from..to],
            (from, to - from).into(),
            line,
            column,
            last - first + 1,
        )))
    }
}

impl Excerpt {
    /// The labels as the renderer wants them.
    pub(super) fn labelled(&self) -> impl Iterator<Item = LabeledSpan> {
        self.labels.iter().map(|label| {
            let text = (!label.text.is_empty()).then(|| label.text.clone());
            let span = label.span.start as usize..label.span.end as usize;
            if label.is_primary {
                LabeledSpan::new_primary_with_span(text, span)
            } else {
                LabeledSpan::new_with_span(text, span)
            }
        })
    }

    /// Start and end of each line of a part, the line feed left out.
    fn line_spans(&self, part: &Part) -> Vec<(usize, usize)> {
        let mut at = part.span.start as usize;
        let mut out = Vec::new();
        for line in self.text[part.span.range()].split_terminator('\n') {
            out.push((at, at + line.len()));
            at += line.len() + 1;
        }
        out
    }

    /// The 0-based column in the source of the label that starts here.
    fn column_at(&self, start: usize) -> usize {
        let here = |label: &&ExcerptLabel| label.span.start as usize == start;
        let label = self.labels.iter().find(here);
        label.map_or(0, |label| label.column as usize - 1)
    }
}
