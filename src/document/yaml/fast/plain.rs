//! Plain scalars in block layout.

use super::lines::is_space;
use super::reader::{Decline, Read, Reader};
use crate::document::yaml::build::Slot;
use crate::document::yaml::plain_kind;
use crate::document::{Flags, Kind, Style};

impl Reader<'_> {
    /// At a plain scalar: where its line ends it, and whether at the `:` that makes it a key.
    #[inline]
    pub(super) fn plain_line(&self) -> Read<(usize, bool)> {
        let start = self.at;
        let mut at = start;
        loop {
            let rest = &self.bytes[at..];
            let stop =
                memchr::memchr3(b':', b'#', b'\n', rest).map_or(self.bytes.len(), |o| at + o);
            let colon = match self.bytes.get(stop) {
                Some(b':') if !is_space(self.bytes.get(stop + 1).copied()) => {
                    at = stop + 1;
                    continue;
                }
                Some(b'#') if stop == start || !matches!(self.bytes[stop - 1], b' ' | b'\t') => {
                    at = stop + 1;
                    continue;
                }
                byte => byte == Some(&b':'),
            };
            let mut end = stop;
            while end > start && matches!(self.bytes[end - 1], b' ' | b'\t' | b'\r') {
                end -= 1;
            }
            // `key :`
            if colon && end != stop {
                return Err(Decline);
            }
            return Ok((end, colon));
        }
    }

    /// True when the next byte can start a plain scalar in block layout.
    #[inline]
    pub(super) fn starts_plain(&self) -> bool {
        match self.bytes[self.at] {
            b'-' | b'?' | b':' => !is_space(self.peek(1)),
            b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\''
            | b'"' | b'%' | b'@' | b'`' => false,
            _ => true,
        }
    }

    /// The first line of a plain scalar ended at `end`: take in the lines that continue it, those
    /// deeper than `indent`. Gives its end, and whether it has several lines.
    #[inline]
    pub(super) fn plain_rest(&mut self, mut end: usize, indent: isize) -> Read<(usize, bool)> {
        self.at = end;
        let mut several = false;
        loop {
            let more = self.text_or_comment()?;
            if more && self.peek(0) == Some(b'#') {
                // a comment ends it, and text after that would be an error
                if self.content()? && self.is_deeper(indent) {
                    return Err(Decline);
                }
                return Ok((end, several));
            }
            if !more || !self.is_deeper(indent) {
                return Ok((end, several));
            }
            let (line_end, colon) = self.plain_line()?;
            if colon {
                return Err(Decline);
            }
            several = true;
            end = line_end;
            self.at = end;
        }
    }

    #[inline]
    pub(super) fn push_plain(&mut self, slot: Slot, span: (usize, usize), several: bool) {
        if several {
            let slot = slot.with(Flags::ESCAPED);
            self.out.push(slot, Kind::String, Style::Plain, span);
            return;
        }
        let (kind, old) = plain_kind(&self.text[span.0..span.1]);
        let slot = if old {
            slot.with(Flags::YAML_1_1)
        } else {
            slot
        };
        self.out.push(slot, kind, Style::Plain, span);
    }
}
