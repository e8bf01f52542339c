//! Code in Markdown.

use rustc_hash::FxHashMap;

/// The text without its code: indented blocks (`CommonMark` section 4.4), fenced blocks (4.5) and,
/// paragraph by paragraph, spans (6.1). Block quotes and list items (5.1 and 5.2) are followed as
/// far as they say where code starts and ends. What is taken out leaves a mark, so that no tag is
/// made of what stood on both sides of it.
pub(super) fn without_code(text: &str) -> String {
    let mut blocks = Blocks {
        text,
        out: String::with_capacity(text.len()),
        from: 0,
        is_paragraph: false,
        fence: None,
        items: Vec::new(),
    };
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        blocks.line(at, line);
        at += line.len();
    }
    blocks.end_paragraph(at);
    blocks.out
}

struct Blocks<'t> {
    text: &'t str,
    out: String,
    /// Where the text starts that is not in `out` yet.
    from: usize,
    /// True when the line before is text: an indented line then goes on with it.
    is_paragraph: bool,
    fence: Option<Fence>,
    /// The columns at which the contents of the open list items start, the outermost first.
    items: Vec<usize>,
}

impl Blocks<'_> {
    fn line(&mut self, at: usize, line: &str) {
        match self.fence.as_ref().map(|fence| fence.meets(line)) {
            Some(Meets::Code) => return self.skip(at, line),
            Some(Meets::End) => {
                self.fence = None;
                return self.skip(at, line);
            }
            Some(Meets::Outside) => self.fence = None,
            None => {}
        }
        let (quotes, inside) = unquoted(line, usize::MAX);
        if inside.trim_ascii().is_empty() {
            return self.end_paragraph(at);
        }
        if self.is_paragraph && indent(inside) >= self.column() + 4 {
            return;
        }
        let Some(content) = self.behind_markers(at, inside) else {
            return self.skip(at, line);
        };
        self.fence = Fence::opened(content, quotes, self.column());
        if self.fence.is_some() {
            return self.skip(at, line);
        }
        self.is_paragraph = true;
    }

    /// The column at which the contents of the innermost list item start.
    fn column(&self) -> usize {
        self.items.last().copied().unwrap_or(0)
    }

    /// What stands in a line behind the markers of list items; `None` when it is code.
    fn behind_markers<'l>(&mut self, at: usize, line: &'l str) -> Option<&'l str> {
        let mut column = indent(line);
        let mut rest = line.trim_ascii();
        let mut item = marker(rest).filter(|_| !is_break(rest));
        if !self.is_paragraph || item.is_some() || Fence::opened(rest, 0, 0).is_some() {
            let open = self.items.partition_point(|content| *content <= column);
            self.items.truncate(open);
        }
        loop {
            if column >= self.column() + 4 {
                return None;
            }
            let Some(width) = item else {
                return Some(rest);
            };
            self.end_paragraph(at);
            let gap = indent(&rest[width..]);
            let content = if gap > 4 { 1 } else { gap };
            self.items.push(column + width + content);
            column += width + gap;
            rest = rest[width..].trim_ascii_start();
            item = marker(rest);
        }
    }

    /// The text up to here is whole.
    fn end_paragraph(&mut self, at: usize) {
        push_without_spans(&mut self.out, &self.text[self.from..at]);
        self.from = at;
        self.is_paragraph = false;
    }

    /// Leave a line of code out.
    fn skip(&mut self, at: usize, line: &str) {
        self.end_paragraph(at);
        self.from = at + line.len();
        self.out.push('\n');
    }
}

/// An open fenced block.
struct Fence {
    sign: char,
    length: usize,
    quotes: usize,
    column: usize,
}

/// What a line is to an open fenced block.
enum Meets {
    Code,
    End,
    Outside,
}

impl Fence {
    /// The fence that a line opens, `content` being what stands in it behind quotes and markers.
    fn opened(content: &str, quotes: usize, column: usize) -> Option<Self> {
        let sign = content.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let words = content.trim_start_matches(sign);
        let length = content.len() - words.len();
        let is_fence = length >= 3 && !(sign == '`' && words.contains('`'));
        is_fence.then_some(Self {
            sign,
            length,
            quotes,
            column,
        })
    }

    fn meets(&self, line: &str) -> Meets {
        let (quotes, line) = unquoted(line, self.quotes);
        let content = line.trim_ascii();
        let column = indent(line);
        if quotes < self.quotes || (!content.is_empty() && column < self.column) {
            return Meets::Outside;
        }
        let is_end = column < self.column + 4
            && content.len() >= self.length
            && content.chars().all(|c| c == self.sign);
        if is_end { Meets::End } else { Meets::Code }
    }
}

/// How many block quotes a line stands in, `most` at most, and the line without their marks.
fn unquoted(line: &str, most: usize) -> (usize, &str) {
    let (mut quotes, mut rest) = (0, line);
    while quotes < most
        && indent(rest) < 4
        && let Some(inner) = rest.trim_start_matches([' ', '\t']).strip_prefix('>')
    {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
        quotes += 1;
    }
    (quotes, rest)
}

/// The width of the white space a line starts with; tabs stop at every fourth column.
fn indent(line: &str) -> usize {
    let blanks = line.bytes().take_while(|b| matches!(b, b' ' | b'\t'));
    blanks.fold(0, |column, blank| match blank {
        b'\t' => column / 4 * 4 + 4,
        _ => column + 1,
    })
}

/// The length of the marker of a list item that a text starts with.
fn marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let signs: &[u8] = if digits == 0 { b"-+*" } else { b".)" };
    let [sign, behind, ..] = text.as_bytes()[digits..] else {
        return None;
    };
    let is_marker = digits < 10 && signs.contains(&sign) && matches!(behind, b' ' | b'\t');
    is_marker.then_some(digits + 1)
}

/// True for a thematic break.
fn is_break(line: &str) -> bool {
    let mut signs = line.bytes().filter(|b| !matches!(b, b' ' | b'\t'));
    let first = signs.next();
    signs.all(|sign| Some(sign) == first)
}

/// Append a paragraph without its code spans: from a run of backticks to the next one as long. A
/// backslash before a backtick keeps it from opening a span; in code it is a backslash.
fn push_without_spans(out: &mut String, text: &str) {
    let source = text.as_bytes();
    let mut runs: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'`', &source[at..]) {
        let length = run(&source[at + next..]);
        runs.entry(length).or_default().push(at + next);
        at += next + length;
    }
    let (mut at, mut from) = (0, 0);
    while let Some(next) = memchr::memchr2(b'`', b'\\', source.get(at..).unwrap_or_default()) {
        at += next;
        if source[at] == b'\\' {
            at += 2;
            continue;
        }
        let length = run(&source[at..]);
        let starts = runs.get(&length).map_or(&[][..], Vec::as_slice);
        let later = starts.partition_point(|start| *start < at + length);
        at += length;
        if let Some(end) = starts.get(later) {
            out.push_str(&text[from..at]);
            at = end + length;
            from = at;
        }
    }
    out.push_str(&text[from..]);
}

/// How many backticks a text starts with.
fn run(text: &[u8]) -> usize {
    text.iter().take_while(|b| **b == b'`').count()
}
