//! White space, comments and line breaks.

use super::reader::{Decline, Read, Reader};

#[inline]
pub(super) const fn is_space(byte: Option<u8>) -> bool {
    matches!(byte, None | Some(b' ' | b'\n' | b'\r' | b'\t'))
}

#[inline]
pub(super) const fn is_line_end(byte: Option<u8>) -> bool {
    matches!(byte, None | Some(b'\n' | b'\r'))
}

impl Reader<'_> {
    #[inline]
    pub(super) fn peek(&self, offset: usize) -> Option<u8> {
        self.bytes.get(self.at + offset).copied()
    }

    #[inline]
    pub(super) fn column(&self) -> usize {
        self.at - self.line
    }

    #[inline]
    pub(super) fn is_deeper(&self, indent: isize) -> bool {
        self.column().cast_signed() > indent
    }

    #[inline]
    pub(super) fn at_line_end(&self) -> bool {
        is_line_end(self.peek(0))
    }

    /// Skip blanks on this line.
    #[inline]
    pub(super) fn blanks(&mut self) {
        while let Some(b' ' | b'\t') = self.peek(0) {
            self.at += 1;
        }
    }

    /// To the end of the line.
    pub(super) fn skip_line(&mut self) {
        let rest = &self.bytes[self.at..];
        self.at += memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    }

    /// To the next content; false at the end of the text.
    #[inline]
    pub(super) fn content(&mut self) -> Read<bool> {
        loop {
            if !self.text_or_comment()? {
                return Ok(false);
            }
            if self.peek(0) != Some(b'#') {
                return Ok(true);
            }
            if self.at > self.line && !matches!(self.bytes[self.at - 1], b' ' | b'\t') {
                return Err(Decline);
            }
            self.skip_line();
        }
    }

    /// To the next content or comment; false at the end of the text. Lines are indented by spaces.
    #[inline]
    pub(super) fn text_or_comment(&mut self) -> Read<bool> {
        loop {
            self.blanks();
            match self.peek(0) {
                None => return Ok(false),
                Some(b'\r') => self.at += 1,
                Some(b'\n') => {}
                Some(_) => return Ok(true),
            }
            if self.peek(0) != Some(b'\n') {
                return Err(Decline);
            }
            self.at += 1;
            self.line = self.at;
            while self.peek(0) == Some(b' ') {
                self.at += 1;
            }
            match self.peek(0) {
                Some(b'\t') => return Err(Decline),
                Some(b'-' | b'.') if self.at == self.line && self.marker() => return Err(Decline),
                _ => {}
            }
        }
    }

    /// At `---` or `...` that stands alone.
    pub(super) fn marker(&self) -> bool {
        let rest = &self.bytes[self.at..];
        (rest.starts_with(b"---") || rest.starts_with(b"...")) && is_space(self.peek(3))
    }

    /// Nothing but a comment may follow on the line.
    #[inline]
    pub(super) fn after_scalar(&mut self) -> Read<()> {
        let end = self.at;
        self.blanks();
        match self.peek(0) {
            Some(b'#') if self.at > end => Ok(()),
            byte if is_line_end(byte) => Ok(()),
            _ => Err(Decline),
        }
    }
}
