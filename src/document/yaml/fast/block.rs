//! Block mappings and sequences.

use super::lines::is_space;
use super::reader::{Decline, Read, Reader};
use crate::document::yaml::build::{Key, Slot};
use crate::document::{Kind, Style};

/// What follows a value.
struct After {
    /// Where the value ended.
    end: usize,
    /// There is more content, and `at` is at it.
    more: bool,
}

impl Reader<'_> {
    /// At the `:` of the first key, which starts in `column`. Gives the end of the last value.
    pub(super) fn mapping(&mut self, slot: Slot, column: usize, first: Key) -> Read<usize> {
        self.deeper()?;
        let start = first.start as usize;
        let id = self.out.push(slot, Kind::Object, Style::None, (start, 0));
        let mut key = first;
        loop {
            let After { end, more } = self.member(Slot::new(key, id), column)?;
            if !more || self.column() < column {
                self.close(id, end);
                return Ok(end);
            }
            if self.column() > column {
                return Err(Decline);
            }
            key = self.next_key(column)?;
        }
    }

    /// At the `:` of a key.
    #[inline]
    fn member(&mut self, slot: Slot, column: usize) -> Read<After> {
        self.at += 1;
        let colon = self.at;
        self.blanks();
        if !self.at_line_end() && self.peek(0) != Some(b'#') {
            if self.bytes[colon..self.at].contains(&b'\t') {
                return Err(Decline);
            }
            let end = self.node(slot, column.cast_signed(), true)?;
            let more = self.content()?;
            return Ok(After { end, more });
        }
        if self.peek(0) == Some(b'#') && self.at == colon {
            return Err(Decline);
        }
        let more = self.content()?;
        let at_dash = || self.bytes[self.at] == b'-' && is_space(self.peek(1));
        let end = if more && self.column() > column {
            self.node(slot, column.cast_signed(), false)?
        } else if more && self.column() == column && at_dash() {
            self.sequence(slot)?
        } else {
            self.out
                .push(slot, Kind::Null, Style::Plain, (colon, colon));
            return Ok(After { end: colon, more });
        };
        let more = self.content()?;
        Ok(After { end, more })
    }

    /// At a further key; `at` is left at its `:`.
    #[inline]
    fn next_key(&mut self, column: usize) -> Read<Key> {
        let start = self.at;
        if matches!(self.bytes[start], b'"' | b'\'') {
            let quoted = self.quoted(column.cast_signed())?;
            self.at = quoted.end;
            self.blanks();
            if quoted.escaped || self.peek(0) != Some(b':') || !is_space(self.peek(1)) {
                return Err(Decline);
            }
            return self.quoted_key(start, quoted.end);
        }
        if !self.starts_plain() {
            return Err(Decline);
        }
        let (end, colon) = self.plain_line()?;
        if !colon {
            return Err(Decline);
        }
        self.at = end;
        self.plain_key(start, end)
    }

    /// At a dash. Gives the end of the last item.
    pub(super) fn sequence(&mut self, slot: Slot) -> Read<usize> {
        self.deeper()?;
        let column = self.column();
        let id = self.out.push(slot, Kind::Array, Style::None, (self.at, 0));
        loop {
            let After { end, more } = self.item(Slot::new(Key::NONE, id), column)?;
            let next = more && self.column() == column && self.peek(0) == Some(b'-');
            if !next || !is_space(self.peek(1)) {
                self.close(id, end);
                return Ok(end);
            }
        }
    }

    /// At the dash of an item.
    #[inline]
    fn item(&mut self, slot: Slot, column: usize) -> Read<After> {
        self.at += 1;
        let dash = self.at;
        while self.peek(0) == Some(b' ') {
            self.at += 1;
        }
        if self.peek(0) == Some(b'\t') {
            return Err(Decline);
        }
        if self.at_line_end() || self.peek(0) == Some(b'#') {
            let more = self.content()?;
            if !more || self.column() <= column {
                self.out.push(slot, Kind::Null, Style::Plain, (dash, dash));
                return Ok(After { end: dash, more });
            }
        }
        let end = self.node(slot, column.cast_signed(), false)?;
        let more = self.content()?;
        Ok(After { end, more })
    }
}
