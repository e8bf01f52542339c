//! Flow collections.

use super::lines::is_space;
use super::reader::{Decline, Read, Reader};
use crate::document::yaml::build::{Key, Slot};
use crate::document::{Flags, Kind, NodeId, Style};

impl Reader<'_> {
    /// At `[` or `{`. Gives its end; further lines must be deeper than `indent`.
    pub(super) fn flow(&mut self, slot: Slot, indent: isize) -> Read<usize> {
        self.deeper()?;
        let (kind, closing) = if self.bytes[self.at] == b'{' {
            (Kind::Object, b'}')
        } else {
            (Kind::Array, b']')
        };
        let slot = slot.with(Flags::FLOW);
        let id = self.out.push(slot, kind, Style::None, (self.at, 0));
        self.at += 1;
        loop {
            self.flow_space(indent)?;
            if self.bytes[self.at] == closing {
                break;
            }
            let key = if kind == Kind::Object {
                self.flow_key(indent)?
            } else {
                Key::NONE
            };
            self.flow_value(Slot::new(key, id), indent)?;
            self.flow_space(indent)?;
            match self.bytes[self.at] {
                b',' => self.at += 1,
                byte if byte == closing => {}
                _ => return Err(Decline),
            }
        }
        self.at += 1;
        self.close(id, self.at);
        Ok(self.at)
    }

    /// A key and its colon; `at` is left at the value.
    fn flow_key(&mut self, indent: isize) -> Read<Key> {
        let start = self.at;
        let line = self.line;
        let is_quoted = matches!(self.bytes[start], b'"' | b'\'');
        let key = if is_quoted {
            let quoted = self.quoted(indent)?;
            if quoted.escaped {
                return Err(Decline);
            }
            self.at = quoted.end;
            self.quoted_key(start, quoted.end)?
        } else {
            self.at = self.flow_plain()?;
            self.plain_key(start, self.at)?
        };
        self.flow_space(indent)?;
        if self.bytes[self.at] != b':' || self.line != line {
            return Err(Decline);
        }
        self.at += 1;
        if !is_quoted && !is_space(self.peek(0)) {
            return Err(Decline);
        }
        self.flow_space(indent)?;
        Ok(key)
    }

    fn flow_value(&mut self, slot: Slot, indent: isize) -> Read<()> {
        let start = self.at;
        match self.bytes[start] {
            b'[' | b'{' => {
                self.flow(slot, indent)?;
            }
            b'"' | b'\'' => {
                let style = self.quote_style();
                let quoted = self.quoted(indent)?;
                self.push_quoted(slot, style, (start, quoted));
                self.at = quoted.end;
            }
            b'*' => {
                self.alias(slot)?;
            }
            _ => {
                let end = self.flow_plain()?;
                self.push_plain(slot, (start, end), false);
                self.at = end;
            }
        }
        Ok(())
    }

    /// To the next content inside a flow collection, which must be there.
    #[inline]
    fn flow_space(&mut self, indent: isize) -> Read<()> {
        let line = self.line;
        if !self.content()? || (self.line != line && !self.is_deeper(indent)) {
            return Err(Decline);
        }
        Ok(())
    }

    /// At a plain scalar of one line inside a flow collection: its end.
    fn flow_plain(&self) -> Read<usize> {
        let start = self.at;
        let next = self.peek(1);
        let starts = match self.bytes[start] {
            b'-' | b'?' | b':' => !is_space(next) && !is_flow_indicator(next),
            _ => self.starts_plain(),
        };
        if !starts {
            return Err(Decline);
        }
        let mut at = start;
        while let Some(&byte) = self.bytes.get(at) {
            let next = self.bytes.get(at + 1).copied();
            match byte {
                b',' | b'[' | b']' | b'{' | b'}' => break,
                b'\n' | b'\r' if self.flow_line_ends_scalar(at) => break,
                b'\n' | b'\r' => return Err(Decline),
                b'#' if matches!(self.bytes[at - 1], b' ' | b'\t') => return Err(Decline),
                b':' if is_space(next) => break,
                b':' if is_flow_indicator(next) => return Err(Decline),
                _ => at += 1,
            }
        }
        while at > start && matches!(self.bytes[at - 1], b' ' | b'\t') {
            at -= 1;
        }
        Ok(at)
    }

    /// Only a closing or separating character may follow a plain scalar on the next line.
    fn flow_line_ends_scalar(&self, at: usize) -> bool {
        let blank = |byte: &&u8| matches!(byte, b' ' | b'\n' | b'\r');
        let next = self.bytes[at..].iter().find(|byte| !blank(byte));
        matches!(next, Some(b',' | b']' | b'}'))
    }

    #[inline]
    pub(super) fn alias_target(&self, name: &str) -> Read<NodeId> {
        let target = *self.anchors.get(name).ok_or(Decline)?;
        // a container without an end is still open: the alias would be inside its own anchor
        match self.out.nodes.get(target.index()) {
            Some(node) if node.end != 0 => Ok(target),
            _ => Err(Decline),
        }
    }
}

const fn is_flow_indicator(byte: Option<u8>) -> bool {
    matches!(byte, Some(b',' | b'[' | b']' | b'{' | b'}'))
}
