//! Quoted scalars.

use super::reader::{Decline, Read, Reader};
use crate::document::Style;

/// A quoted scalar that was passed over.
#[derive(Clone, Copy)]
pub(super) struct Quoted {
    /// After the closing quote.
    pub(super) end: usize,
    /// Its text differs from its source: escapes or line breaks.
    pub(super) escaped: bool,
}

impl Reader<'_> {
    pub(super) fn quote_style(&self) -> Style {
        if self.bytes[self.at] == b'"' {
            Style::Double
        } else {
            Style::Single
        }
    }

    /// At a quote: where it ends. Further lines must be deeper than `indent`.
    #[inline]
    pub(super) fn quoted(&mut self, indent: isize) -> Read<Quoted> {
        let double = self.bytes[self.at] == b'"';
        let mut at = self.at + 1;
        let mut escaped = false;
        loop {
            let rest = &self.bytes[at..];
            let stop = if double {
                memchr::memchr3(b'"', b'\\', b'\n', rest)
            } else {
                memchr::memchr2(b'\'', b'\n', rest)
            };
            at += stop.ok_or(Decline)?;
            at = match self.bytes[at] {
                b'\n' => self.quoted_line(at + 1, indent)?,
                b'\\' => at + self.escape(at)?,
                b'\'' if self.bytes.get(at + 1) == Some(&b'\'') => at + 2,
                _ => {
                    return Ok(Quoted {
                        end: at + 1,
                        escaped,
                    });
                }
            };
            escaped = true;
        }
    }

    /// At the start of a further line of a quoted scalar: where to go on.
    fn quoted_line(&mut self, start: usize, indent: isize) -> Read<usize> {
        self.line = start;
        let spaces = self.bytes[start..].iter().take_while(|byte| **byte == b' ');
        let column = spaces.count();
        let at = start + column;
        match self.bytes.get(at) {
            None | Some(b'\t') => Err(Decline),
            Some(b'\n') => Ok(at),
            Some(b'\r') => Ok(at + 1),
            Some(_) if column == 0 || column.cast_signed() <= indent => Err(Decline),
            Some(_) => Ok(at),
        }
    }

    /// The length of the escape at a backslash.
    fn escape(&self, at: usize) -> Read<usize> {
        let hex = |digits: usize| {
            let digits = self.bytes.get(at + 2..at + 2 + digits);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        match self.bytes.get(at + 1) {
            Some(
                b'0' | b'a' | b'b' | b't' | b'n' | b'v' | b'f' | b'r' | b'e' | b' ' | b'"' | b'/'
                | b'\\' | b'N' | b'_' | b'L' | b'P',
            ) => Ok(2),
            Some(b'\n' | b'\r') => Ok(1),
            Some(b'x') if hex(2) => Ok(4),
            // halves of surrogate pairs are for the general reader
            Some(b'u') if hex(4) && !matches!(self.bytes[at + 2], b'd' | b'D') => Ok(6),
            _ => Err(Decline),
        }
    }
}
