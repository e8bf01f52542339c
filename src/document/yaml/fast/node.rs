//! One node in block layout: scalars, anchors, aliases, and what starts a collection.

use super::lines::is_space;
use super::quoted::Quoted;
use super::reader::{Decline, Read, Reader};
use crate::document::yaml::build::Slot;
use crate::document::{Flags, Kind, Style};

impl Reader<'_> {
    /// At content: a node whose parent is indented by `indent`. `inline` means that its key is
    /// before it on its line, so that no block collection may start here. Gives its end.
    #[inline]
    pub(super) fn node(&mut self, slot: Slot, indent: isize, inline: bool) -> Read<usize> {
        match self.bytes[self.at] {
            b'&' => self.anchored(slot, indent),
            b'*' => {
                let end = self.alias(slot)?;
                self.after_scalar()?;
                Ok(end)
            }
            b'|' | b'>' => self.block_scalar(slot, indent),
            b'[' | b'{' => {
                let end = self.flow(slot, indent)?;
                self.after_scalar()?;
                Ok(end)
            }
            b'-' if is_space(self.peek(1)) => {
                if inline {
                    return Err(Decline);
                }
                self.sequence(slot)
            }
            b'"' | b'\'' => self.quoted_node(slot, indent, inline),
            _ => self.plain_node(slot, indent, inline),
        }
    }

    /// A plain scalar, or a mapping whose first key it is.
    #[inline]
    fn plain_node(&mut self, slot: Slot, indent: isize, inline: bool) -> Read<usize> {
        if !self.starts_plain() {
            return Err(Decline);
        }
        let start = self.at;
        let (end, colon) = self.plain_line()?;
        if colon {
            if inline {
                return Err(Decline);
            }
            let key = self.plain_key(start, end)?;
            self.at = end;
            return self.mapping(slot, start - self.line, key);
        }
        if indent < 0 {
            return Err(Decline);
        }
        let (end, several) = self.plain_rest(end, indent)?;
        self.push_plain(slot, (start, end), several);
        Ok(end)
    }

    /// A quoted scalar, or a mapping whose first key it is.
    #[inline]
    fn quoted_node(&mut self, slot: Slot, indent: isize, inline: bool) -> Read<usize> {
        let (start, line) = (self.at, self.line);
        let style = self.quote_style();
        let quoted = self.quoted(indent)?;
        self.at = quoted.end;
        self.blanks();
        if self.peek(0) == Some(b':') && is_space(self.peek(1)) {
            if inline || quoted.escaped {
                return Err(Decline);
            }
            let key = self.quoted_key(start, quoted.end)?;
            return self.mapping(slot, start - line, key);
        }
        self.at = quoted.end;
        self.push_quoted(slot, style, (start, quoted));
        self.after_scalar()?;
        Ok(quoted.end)
    }

    #[inline]
    pub(super) fn push_quoted(
        &mut self,
        slot: Slot,
        style: Style,
        (start, quoted): (usize, Quoted),
    ) {
        let slot = slot.with(Flags::default().with_if(Flags::ESCAPED, quoted.escaped));
        self.out
            .push(slot, Kind::String, style, (start, quoted.end));
    }

    /// At `&`.
    fn anchored(&mut self, slot: Slot, indent: isize) -> Read<usize> {
        if slot.flags.has(Flags::ANCHOR) {
            return Err(Decline);
        }
        let start = self.at + 1;
        self.at = self.name(start)?;
        let slot = slot.with(Flags::ANCHOR);
        let id = self.out.next_id();
        self.anchors.insert(&self.text[start..self.at], id);
        self.blanks();
        let own_line = self.at_line_end() || self.peek(0) == Some(b'#');
        if own_line && !(self.content()? && self.is_deeper(indent)) {
            return Err(Decline);
        }
        if matches!(self.bytes[self.at], b'&' | b'*') {
            return Err(Decline);
        }
        let end = self.node(slot, indent, !own_line)?;
        let node = &self.out.nodes[id.index()];
        // an anchor on the line of a key belongs to the key
        if !own_line && node.is_container() && !node.flags.has(Flags::FLOW) {
            return Err(Decline);
        }
        Ok(end)
    }

    /// At `*`. Gives its end.
    pub(super) fn alias(&mut self, slot: Slot) -> Read<usize> {
        let start = self.at;
        let end = self.name(start + 1)?;
        let target = self.alias_target(&self.text[start + 1..end])?;
        let id = self.out.push(slot, Kind::Alias, Style::None, (start, end));
        self.out.aliases.insert(id, target);
        self.at = end;
        Ok(end)
    }

    /// The end of the name of an anchor or alias at `start`.
    fn name(&self, start: usize) -> Read<usize> {
        let letter =
            |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/');
        let end = start + self.bytes[start..].iter().take_while(letter).count();
        let next = self.bytes.get(end).copied();
        if end == start || !(is_space(next) || matches!(next, Some(b',' | b']' | b'}'))) {
            return Err(Decline);
        }
        Ok(end)
    }
}
