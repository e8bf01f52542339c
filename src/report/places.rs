//! Lines and columns of many offsets, also in a file that is one line of megabytes.

use std::sync::Arc;

use crate::text::{Place, SourceFile, Span};

/// A line longer than this gets marks; shorter ones are counted from their start.
const LONG: u32 = 4096;
/// Bytes between two marks.
const STRIDE: u32 = 1024;

/// The places of the sources a report meets.
#[derive(Default)]
pub(super) struct Places {
    known: Vec<(Arc<SourceFile>, Vec<Mark>)>,
}

/// The column of an offset in a long line.
#[derive(Clone, Copy)]
struct Mark {
    offset: u32,
    /// Characters between the line's start and here.
    before: u32,
}

impl Places {
    /// Where a span begins and ends.
    pub(super) fn of(&mut self, source: &Arc<SourceFile>, span: Span) -> (Place, Place) {
        let at = self.index_of(source);
        let marks = &self.known[at].1;
        (
            place(source, marks, span.start),
            place(source, marks, span.end),
        )
    }

    fn index_of(&mut self, source: &Arc<SourceFile>) -> usize {
        let known = self.known.iter().position(|(s, _)| Arc::ptr_eq(s, source));
        known.unwrap_or_else(|| {
            self.known.push((Arc::clone(source), marks_of(source)));
            self.known.len() - 1
        })
    }
}

fn place(source: &SourceFile, marks: &[Mark], offset: u32) -> Place {
    let (text, lines) = (source.text(), source.lines());
    let line = lines.line(offset);
    let start = lines.start_of(line);
    let next = marks.partition_point(|mark| mark.offset <= offset);
    let mark = next.checked_sub(1).map(|at| marks[at]);
    let mark = mark.filter(|mark| mark.offset >= start);
    let (from, before) = mark.map_or((start, 0), |mark| (mark.offset, mark.before));
    let column = before + count(&text[from as usize..offset as usize]) + 1;
    let has_bom = line == 1 && offset > 0 && text.starts_with('\u{feff}');
    let column = column - u32::from(has_bom);
    Place { line, column }
}

fn marks_of(source: &SourceFile) -> Vec<Mark> {
    let (text, lines) = (source.text(), source.lines());
    let mut marks = Vec::new();
    for line in 1..=lines.count() {
        let (start, end) = (lines.start_of(line), lines.end_of(text, line));
        if end.saturating_sub(start) > LONG {
            mark_line(text, Span::new(start, end), &mut marks);
        }
    }
    marks
}

fn mark_line(text: &str, line: Span, marks: &mut Vec<Mark>) {
    let (mut at, mut before) = (line.start, 0);
    while at + STRIDE < line.end {
        let mut next = at + STRIDE;
        while !text.is_char_boundary(next as usize) {
            next += 1;
        }
        before += count(&text[at as usize..next as usize]);
        marks.push(Mark {
            offset: next,
            before,
        });
        at = next;
    }
}

fn count(text: &str) -> u32 {
    text.chars().count() as u32
}
