//! Lines and columns of byte offsets, worked out only when there is something to print.

use std::sync::OnceLock;

use memchr::{memchr, memchr_iter, memrchr};

use super::Span;

/// A place a person can go to: 1-based line, 1-based column in Unicode scalar values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// 1-based line.
    pub line: u32,
    /// 1-based column, counted in Unicode scalar values; a byte order mark has no column.
    pub column: u32,
}

/// Bytes between two marks: few enough to count on from a mark, many enough that marks are small.
const STRIDE: usize = 1024;

/// What is known of the text before a mark.
#[derive(Clone, Copy, Default, Debug)]
struct Mark {
    /// Line ends before it.
    ends: u32,
    /// Characters between the last line end and it.
    characters: u32,
}

impl Mark {
    fn after(self, bytes: &[u8], feed: u8) -> Self {
        match memrchr(feed, bytes) {
            Some(end) => Self {
                ends: self.ends + memchr_iter(feed, bytes).count() as u32,
                characters: characters(&bytes[end + 1..]),
            },
            None => Self {
                characters: self.characters + characters(bytes),
                ..self
            },
        }
    }
}

/// A mark at every stride of a text, made when first asked for: lines are found as fast in a file
/// that is one line of megabytes.
#[derive(Default, Debug)]
pub(super) struct LineIndex(OnceLock<Index>);

#[derive(Debug)]
struct Index {
    marks: Vec<Mark>,
    /// The byte that ends a line.
    feed: u8,
}

impl LineIndex {
    /// The lines of `text`, which this is the index of.
    pub(super) fn lines<'t>(&'t self, text: &'t str) -> Lines<'t> {
        let index = self.0.get_or_init(|| {
            let bytes = text.as_bytes();
            let feed = memchr(b'\n', bytes).map_or(b'\r', |_| b'\n');
            let mut marks = vec![Mark::default()];
            for stride in bytes.chunks(STRIDE) {
                marks.extend(marks.last().map(|mark| mark.after(stride, feed)));
            }
            Index { marks, feed }
        });
        Lines {
            text,
            marks: &index.marks,
            feed: index.feed,
        }
    }
}

/// The lines of a text. A line ends with `\n`; in a text that has none of those, with `\r`. A lone
/// `\r` elsewhere ends no line: git and code hosts do not count it. A text that ends with a line end
/// has an empty last line.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'t> {
    text: &'t str,
    marks: &'t [Mark],
    feed: u8,
}

impl Lines<'_> {
    /// Number of lines.
    pub fn count(self) -> u32 {
        self.marks.last().map_or(0, |mark| mark.ends) + 1
    }

    /// 1-based line that holds `offset`.
    pub fn line(self, offset: u32) -> u32 {
        self.before(offset).ends + 1
    }

    /// A 1-based line without its line end; empty at the end of the text when there is no such line.
    pub fn span(self, line: u32) -> Span {
        let start = self.start_of(line);
        let rest = &self.text.as_bytes()[start as usize..];
        let end = memchr(self.feed, rest).map_or(rest.len(), |end| {
            end - usize::from(rest[..end].ends_with(b"\r"))
        });
        Span::new(start, start + end as u32)
    }

    fn start_of(self, line: u32) -> u32 {
        let Some(ends) = line.checked_sub(2) else {
            return 0;
        };
        let at = self.marks.partition_point(|mark| mark.ends <= ends);
        let from = at.saturating_sub(1);
        let left = ends - self.marks[from].ends;
        let bytes = &self.text.as_bytes()[(from * STRIDE).min(self.text.len())..];
        let end = memchr_iter(self.feed, bytes).nth(left as usize);
        end.map_or(self.text.len(), |end| from * STRIDE + end + 1) as u32
    }

    /// Line and column of `offset`.
    pub fn place(self, offset: u32) -> Place {
        let before = self.before(offset);
        let has_mark = before.ends == 0 && offset > 0 && self.text.starts_with('\u{feff}');
        Place {
            line: before.ends + 1,
            column: before.characters + 1 - u32::from(has_mark),
        }
    }

    fn before(self, offset: u32) -> Mark {
        let at = offset as usize / STRIDE;
        let bytes = &self.text.as_bytes()[at * STRIDE..offset as usize];
        self.marks[at].after(bytes, self.feed)
    }
}

/// How many characters start in `bytes`.
fn characters(bytes: &[u8]) -> u32 {
    // sums that fit in a byte are made many at a time
    let starts = |byte: &u8| u8::from(byte & 0xc0 != 0x80);
    let sums = bytes.chunks(usize::from(u8::MAX));
    sums.map(|few| u32::from(few.iter().map(starts).sum::<u8>()))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{LineIndex, STRIDE};

    /// Texts from before line feeds; a carriage return among line feeds ends no line.
    #[test]
    fn carriage_returns_end_lines_where_nothing_else_does() {
        let index = LineIndex::default();
        let lines = index.lines("a\rbc\r");
        assert_eq!((lines.count(), lines.line(3)), (3, 2));
        assert_eq!((lines.span(2).start, lines.span(2).end), (2, 4));
        let index = LineIndex::default();
        assert_eq!(index.lines("a\rb\nc").count(), 2);
    }

    /// Every offset of texts around the strides, against counting from the start.
    #[test]
    fn places_are_those_of_a_plain_count() {
        let line = |length: usize| format!("{}\u{e9}\r\n", "x".repeat(length));
        for text in [
            String::new(),
            "\u{feff}a\n\nb".into(),
            line(STRIDE - 2).repeat(3),
            line(STRIDE - 4) + &line(3 * STRIDE) + &line(0).repeat(STRIDE),
            "\u{20ac}".repeat(STRIDE),
        ] {
            let index = LineIndex::default();
            let lines = index.lines(&text);
            assert_eq!(lines.count() as usize, text.split('\n').count());
            for (offset, _) in text.char_indices() {
                let head = text[..offset].rsplit('\n').next().unwrap_or_default();
                let place = lines.place(offset as u32);
                let number = text[..offset].matches('\n').count() + 1;
                assert_eq!(place.line as usize, number);
                let column = head.trim_start_matches('\u{feff}').chars().count() + 1;
                assert_eq!(place.column as usize, column);
                assert_eq!(lines.span(place.line).start as usize, offset - head.len());
            }
            for (at, line) in text.split('\n').enumerate() {
                let span = lines.span(at as u32 + 1);
                assert_eq!(&text[span.range()], line.trim_end_matches('\r'));
            }
        }
    }
}
