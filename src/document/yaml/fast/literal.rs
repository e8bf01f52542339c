//! Literal and folded block scalars.

use super::lines::is_line_end;
use super::reader::{Decline, Read, Reader};
use crate::document::yaml::build::Slot;
use crate::document::{Flags, Kind, Style};

/// Deepest content indent a node can note.
const MAX_INDENT: usize = 254;

/// What the lines of a block scalar showed so far.
struct Body {
    indent: Option<usize>,
    /// Most blanks on a line without text before the first text.
    blank: usize,
    /// After the last byte of text.
    end: usize,
}

enum Line {
    Inside,
    Outside,
}

impl Reader<'_> {
    /// At `|` or `>`; lines deeper than `indent` belong to it. Gives its end.
    pub(super) fn block_scalar(&mut self, slot: Slot, indent: isize) -> Read<usize> {
        let start = self.at;
        let style = if self.bytes[start] == b'|' {
            Style::Literal
        } else {
            Style::Folded
        };
        if indent < 0 {
            return Err(Decline);
        }
        let explicit = self.block_header()?;
        let header = self.at;
        self.block_header_rest()?;
        let mut body = Body {
            indent: explicit.map(|deeper| indent.cast_unsigned() + deeper),
            blank: 0,
            end: header,
        };
        while let Line::Inside = self.block_line(&mut body, indent)? {}
        if self.at == self.line && matches!(self.peek(0), Some(b'-' | b'.')) && self.marker() {
            return Err(Decline);
        }
        let content = body.indent.unwrap_or(0);
        // without text, whether blanks at the end of the source are a line is a matter of opinion
        let ends_blank = self.at == self.bytes.len() && self.at > self.line;
        let odd = body.end == header && (body.indent.is_some() || ends_blank);
        if content > MAX_INDENT || odd {
            return Err(Decline);
        }
        let span = (start, body.end);
        let id = self
            .out
            .push(slot.with(Flags::ESCAPED), Kind::String, style, span);
        self.out.nodes[id.index()].indent = content as u8;
        Ok(body.end)
    }

    /// The indicators of a header, in either order: gives the indentation indicator.
    fn block_header(&mut self) -> Read<Option<usize>> {
        self.at += 1;
        let (mut explicit, mut chomping) = (None, false);
        for _ in 0..2 {
            match self.peek(0) {
                Some(digit @ b'1'..=b'9') if explicit.is_none() => {
                    explicit = Some(usize::from(digit - b'0'));
                }
                Some(b'+' | b'-') if !chomping => chomping = true,
                _ => break,
            }
            self.at += 1;
        }
        match self.peek(0) {
            Some(b' ' | b'\t' | b'\r' | b'\n') => Ok(explicit),
            _ => Err(Decline),
        }
    }

    /// The rest of a header's line.
    fn block_header_rest(&mut self) -> Read<()> {
        self.blanks();
        if !is_line_end(self.peek(0)) {
            if self.peek(0) != Some(b'#') {
                return Err(Decline);
            }
            self.skip_line();
        }
        if self.peek(0) == Some(b'\r') {
            self.at += 1;
        }
        if self.peek(0) != Some(b'\n') {
            return Err(Decline);
        }
        self.at += 1;
        self.line = self.at;
        Ok(())
    }

    /// One line of a block scalar. Outside, `at` is left behind the line's indentation.
    #[inline]
    fn block_line(&mut self, body: &mut Body, indent: isize) -> Read<Line> {
        // no further than the content's indent: what follows is text
        let limit = body.indent.unwrap_or(usize::MAX);
        let blanks = self.bytes[self.at..].iter().take(limit);
        let column = blanks.take_while(|byte| **byte == b' ').count();
        let text = self.at + column;
        match self.bytes.get(text) {
            None => {
                self.at = text;
                return Ok(Line::Outside);
            }
            Some(&byte @ (b'\n' | b'\r')) => {
                body.blank = body.blank.max(column);
                self.at = text + if byte == b'\n' { 1 } else { 2 };
                self.line = self.at;
                return Ok(Line::Inside);
            }
            Some(b'\t') if body.indent.is_none_or(|content| column < content) => {
                return Err(Decline);
            }
            Some(_) => {}
        }
        if !is_content(body, column, indent)? {
            self.at = text;
            return Ok(Line::Outside);
        }
        Ok(self.block_text(body, text))
    }

    /// The text of a line of a block scalar.
    #[inline]
    fn block_text(&mut self, body: &mut Body, text: usize) -> Line {
        self.at = text;
        self.skip_line();
        let mut end = self.at;
        while end > text && matches!(self.bytes[end - 1], b' ' | b'\r') {
            end -= 1;
        }
        if end > text {
            body.end = end;
        }
        if self.at == self.bytes.len() {
            return Line::Outside;
        }
        self.at += 1;
        self.line = self.at;
        Line::Inside
    }
}

/// True when text in `column` is content; the first text sets the content's indent.
#[inline]
fn is_content(body: &mut Body, column: usize, indent: isize) -> Read<bool> {
    let Some(content) = body.indent else {
        if column.cast_signed() <= indent {
            return Ok(false);
        }
        if body.blank > column {
            return Err(Decline);
        }
        body.indent = Some(column);
        return Ok(true);
    };
    Ok(column >= content)
}
