//! The lines around the places of a finding, cut to a width, masked and made visible.

use std::sync::Arc;

use super::wrap::wrap;
use super::{Location, escape};
use crate::finding::mask;
use crate::text::{SourceFile, Span, visible};

/// The width of the terminal when it has none.
pub const DEFAULT_WIDTH: usize = 100;
/// Lines shown before and after a labelled one.
const CONTEXT: u32 = 1;
/// Columns taken by line numbers and frame.
const MARGIN: usize = 10;
/// The least and the most characters shown of a line.
const WINDOW: (usize, usize) = (24, 160);
/// The least columns the words of a label get.
const LEAST_ROOM: usize = 12;
/// What stands for the part of a line that is not shown.
const CUT: &str = "…";

/// Some lines of a source, as they are shown. Offsets are into its own text.
#[derive(Debug, Default)]
pub struct Excerpt {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) parts: Vec<Part>,
    pub(super) labels: Vec<ExcerptLabel>,
    /// How many places there are besides.
    pub(super) more: usize,
}

/// Lines that follow each other in the source.
#[derive(Debug)]
pub(super) struct Part {
    /// The 1-based number of the first line.
    pub(super) line: u32,
    /// Where its lines stand in the excerpt's text.
    pub(super) span: Span,
}

/// A label, placed in the excerpt's text.
#[derive(Debug)]
pub(super) struct ExcerptLabel {
    pub(super) span: Span,
    /// The 1-based column in the source.
    pub(super) column: u32,
    pub(super) text: String,
    pub(super) is_primary: bool,
}

/// What is shown of a line.
struct Window {
    line: u32,
    span: Span,
    cut_before: bool,
    cut_after: bool,
}

/// Cuts an excerpt out of one source.
pub(super) struct Cutter<'s> {
    source: &'s Arc<SourceFile>,
    hidden: &'s [Span],
    width: usize,
}

impl<'s> Cutter<'s> {
    /// `hidden` are the bytes to cover, `width` the terminal's.
    pub(super) fn new(source: &'s Arc<SourceFile>, hidden: &'s [Span], width: usize) -> Self {
        let width = width.saturating_sub(MARGIN).clamp(WINDOW.0, WINDOW.1);
        Self {
            source,
            hidden,
            width,
        }
    }

    /// The excerpt that shows these places, the first of them the primary one.
    pub(super) fn cut(&self, places: &[&Location]) -> Excerpt {
        let mut excerpt = Excerpt {
            name: super::shown(self.source.name()).into_owned(),
            ..Excerpt::default()
        };
        for group in self.windows(places) {
            self.add_part(&mut excerpt, &group, places);
        }
        excerpt
    }

    /// The windows to show, grouped to runs of lines that follow each other.
    fn windows(&self, places: &[&Location]) -> Vec<Vec<Window>> {
        let mut order: Vec<&&Location> = places.iter().collect();
        order.sort_by_key(|place| place.span.start);
        let mut groups: Vec<Vec<Window>> = Vec::new();
        for place in order {
            let last = groups.last().and_then(|group| group.last());
            if last.is_some_and(|w| w.line == place.start.line && holds(w, place)) {
                continue;
            }
            if self.is_long(place.start.line) {
                groups.push(vec![self.window_around(place)]);
            } else {
                self.add_lines(&mut groups, place.start.line);
            }
        }
        groups
    }

    /// Add a line and the short ones around it, to the last group where they follow it.
    fn add_lines(&self, groups: &mut Vec<Vec<Window>>, line: u32) {
        let count = self.source.lines().count();
        let last = groups.last().and_then(|group| group.last());
        let done = last.map_or(0, |window| window.line);
        let first = line.saturating_sub(CONTEXT).max(1);
        let is_next = done > 0 && first <= done + 1 && !self.is_long(done);
        if !is_next {
            groups.push(Vec::new());
        }
        let first = if is_next { done + 1 } else { first };
        for shown in first..=(line + CONTEXT).min(count) {
            if shown == line || !self.is_long(shown) {
                groups
                    .last_mut()
                    .expect("a group was pushed")
                    .push(self.whole(shown));
            } else if shown < line {
                groups.push(Vec::new());
            } else {
                break;
            }
        }
    }

    fn line_span(&self, line: u32) -> Span {
        let (text, lines) = (self.source.text(), self.source.lines());
        let Span { start, end } = lines.span(line);
        let bom = if line == 1 && text.starts_with('\u{feff}') {
            3
        } else {
            0
        };
        Span::new((start + bom).min(end), end)
    }

    /// True when a line is wider than may be shown.
    fn is_long(&self, line: u32) -> bool {
        let span = self.line_span(line);
        let text = self.source.slice(span);
        fitting(text.chars(), self.width).0 < text.len()
    }

    fn whole(&self, line: u32) -> Window {
        Window {
            line,
            span: self.line_span(line),
            cut_before: false,
            cut_after: false,
        }
    }

    /// The part of a long line around a place: a third before it, the rest from it on; what one
    /// side does not need, the other has.
    fn window_around(&self, place: &Location) -> Window {
        let line = self.line_span(place.start.line);
        let text = self.source.text();
        let at = place.span.start.clamp(line.start, line.end) as usize;
        let before = &text[line.start as usize..at];
        let after = &text[at..line.end as usize];
        let (_, used) = fitting(after.chars(), self.width - self.width / 3);
        let (head, used) = fitting(before.chars().rev(), self.width - used);
        let (tail, _) = fitting(after.chars(), self.width - used);
        let (start, end) = (at - head, at + tail);
        Window {
            line: place.start.line,
            span: Span::new(start as u32, end as u32),
            cut_before: start as u32 > line.start,
            cut_after: (end as u32) < line.end,
        }
    }

    fn add_part(&self, excerpt: &mut Excerpt, windows: &[Window], places: &[&Location]) {
        let Some(first) = windows.first() else {
            return;
        };
        let start = excerpt.text.len() as u32;
        for window in windows {
            self.add_window(excerpt, window, places);
            excerpt.text.push('\n');
        }
        excerpt.parts.push(Part {
            line: first.line,
            span: Span::new(start, excerpt.text.len() as u32),
        });
    }

    /// Write one window and place the labels that begin in it.
    fn add_window(&self, excerpt: &mut Excerpt, window: &Window, places: &[&Location]) {
        if window.cut_before {
            excerpt.text.push_str(CUT);
        }
        let start = excerpt.text.len() as u32;
        let raw = self.source.slice(window.span);
        let covered = mask::cover(raw, window.span.start, self.hidden);
        let mut offsets = Vec::with_capacity(raw.len() + 1);
        for ((at, _), c) in raw.char_indices().zip(covered.chars()) {
            offsets.push((window.span.start + at as u32, excerpt.text.len() as u32));
            push_visible(&mut excerpt.text, c, escape::is_command(raw, at));
        }
        offsets.push((window.span.end, excerpt.text.len() as u32));
        for (index, place) in places.iter().enumerate() {
            if place.start.line == window.line && holds(window, place) {
                let label = self.label(place, window, &offsets, start);
                let is_primary = index == 0;
                excerpt.labels.push(ExcerptLabel {
                    is_primary,
                    ..label
                });
            }
        }
        if window.cut_after {
            excerpt.text.push_str(CUT);
        }
    }

    /// A label; `offsets` lead from the source to the excerpt, whose window starts at `start`.
    fn label(
        &self,
        place: &Location,
        window: &Window,
        offsets: &[(u32, u32)],
        start: u32,
    ) -> ExcerptLabel {
        let shown = |offset: u32| {
            let next = offsets.partition_point(|(from, _)| *from < offset);
            offsets[next.min(offsets.len() - 1)].1
        };
        let last = window.span.end.max(place.span.start);
        let span = Span::new(shown(place.span.start), shown(place.span.end.min(last)));
        let middle = u32::midpoint(span.start, span.end) - start;
        let room = self
            .width
            .saturating_sub(middle as usize + 4)
            .max(LEAST_ROOM);
        ExcerptLabel {
            span,
            column: place.start.column,
            text: wrap(&super::shown(&place.text), room).join("\n"),
            is_primary: false,
        }
    }
}

/// True when a place on a window's line begins in the window; a line end belongs to what it ends.
fn holds(window: &Window, place: &Location) -> bool {
    let start = place.span.start;
    let inside = window.span.start <= start && start < window.span.end;
    inside
        || (start >= window.span.end && !window.cut_after)
        || (start < window.span.start && !window.cut_before)
}

/// Bytes and columns of the leading characters that fit into `room` columns.
fn fitting(chars: impl Iterator<Item = char>, room: usize) -> (usize, usize) {
    let mut left = room;
    let mut bytes = 0;
    for c in chars {
        let width = shown_width(c);
        if width > left {
            break;
        }
        left -= width;
        bytes += c.len_utf8();
    }
    (bytes, room - left)
}

/// Columns a character takes as it is shown; wide ones (East Asian, emoji) take two.
fn shown_width(c: char) -> usize {
    match c {
        '\t' => 4,
        c if visible::is_unsafe(c) => c.escape_default().count(),
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

fn push_visible(out: &mut String, c: char, is_command: bool) {
    if is_command {
        out.push_str("\\u{23}");
    } else if c == '\t' || !visible::is_unsafe(c) {
        out.push(c);
    } else {
        out.extend(c.escape_default());
    }
}
