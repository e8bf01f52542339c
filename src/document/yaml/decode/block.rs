//! Literal and folded scalars (YAML 1.2.2 section 8.1).

use super::flow::push_breaks;
use crate::document::{Node, Style};

/// A block scalar. `text` starts at its header and goes on to the end of the source: blank lines
/// after the scalar's span can still be its content.
pub(super) fn block(text: &str, node: &Node) -> String {
    let bytes = text.as_bytes();
    let indent = node.indent as usize;
    let body = line_end(bytes, 0) + 1;
    if node.end - node.start <= 3 && is_header(&bytes[..(node.end - node.start) as usize]) {
        return without_text(bytes, body);
    }
    let end = content_end(text, (node.end - node.start) as usize, indent);
    let mut lines = Lines {
        out: String::with_capacity(end),
        breaks: 0,
        was_deeper: false,
        has_text: false,
        folded: node.style == Style::Folded,
    };
    let mut at = body;
    while at < end {
        let stop = line_end(bytes, at);
        lines.put(without_return(&text[at..stop]).get(indent..).unwrap_or(""));
        at = stop + 1;
    }
    let mut out = lines.out;
    match chomping(bytes) {
        Chomping::Strip => {}
        Chomping::Clip => out.push('\n'),
        Chomping::Keep => {
            let breaks = breaks_after(&bytes[end..]).max(1);
            out.extend(std::iter::repeat_n('\n', breaks));
        }
    }
    out
}

/// A span that holds no more than the header: no line has text.
fn is_header(span: &[u8]) -> bool {
    span[1..]
        .iter()
        .all(|byte| matches!(byte, b'+' | b'-' | b'1'..=b'9'))
}

/// The text of a scalar whose lines are all blank.
fn without_text(bytes: &[u8], body: usize) -> String {
    match chomping(bytes) {
        Chomping::Keep => "\n".repeat(breaks_after(bytes.get(body..).unwrap_or_default())),
        _ => String::new(),
    }
}

enum Chomping {
    Strip,
    Clip,
    Keep,
}

/// The indicators stand right after `|` or `>`, at most two of them.
fn chomping(header: &[u8]) -> Chomping {
    let mut indicators = header.iter().skip(1).take(2);
    indicators
        .find_map(|byte| match byte {
            b'+' => Some(Chomping::Keep),
            b'-' => Some(Chomping::Strip),
            _ => None,
        })
        .unwrap_or(Chomping::Clip)
}

/// Lines of blanks beyond the indent are content too, although the span leaves them out.
fn content_end(text: &str, span_end: usize, indent: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = span_end;
    let mut at = line_end(bytes, span_end) + 1;
    while at < bytes.len() {
        let stop = line_end(bytes, at);
        let line = without_return(&text[at..stop]);
        if line.bytes().any(|byte| byte != b' ') {
            break;
        }
        if line.len() > indent {
            end = at + line.len();
        }
        at = stop + 1;
    }
    end
}

/// The lines of a block scalar, joined.
struct Lines {
    out: String,
    /// Line breaks since the last line of text.
    breaks: usize,
    /// The last line of text starts with a blank: breaks around it are kept.
    was_deeper: bool,
    has_text: bool,
    folded: bool,
}

impl Lines {
    /// A line, its indent taken off.
    fn put(&mut self, line: &str) {
        if line.is_empty() {
            self.breaks += 1;
            return;
        }
        let deeper = line.starts_with([' ', '\t']);
        if self.folded && self.has_text && !deeper && !self.was_deeper {
            push_breaks(&mut self.out, self.breaks);
        } else {
            self.out.extend(std::iter::repeat_n('\n', self.breaks));
        }
        self.out.push_str(line);
        self.breaks = 1;
        self.was_deeper = deeper;
        self.has_text = true;
    }
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |offset| at + offset)
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

/// Line breaks up to the next content.
fn breaks_after(bytes: &[u8]) -> usize {
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\r' | b'\n');
    let blanks = bytes.iter().take_while(blank);
    blanks.filter(|byte| **byte == b'\n').count()
}
