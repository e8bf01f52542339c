//! A node gets another value; a member gets another key.

use super::error::LowerError;
use super::gap::{Piece, tokens};
use super::layout::{Edits, Layout};
use super::lines::{
    after_break, back_over_blanks, before_break, column, comments_above, indent, is_blank,
    line_end, line_start, own_line,
};
use super::render::{block_text, flow_text, inline_text, step};
use super::scalar::quoted;
use super::slot::Slot;
use super::{Quote, Strings};
use crate::document::{Flags, Kind, NodeId, Style, Value};

impl Layout<'_> {
    /// Lower `Change::Replace`.
    pub(super) fn replace(
        &self,
        id: NodeId,
        value: &Value,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let properties = Flags::ANCHOR.0 | Flags::TAGGED.0;
        let node = self.node(id);
        if node.span().is_empty() && node.flags.0 & properties != 0 {
            let reason = "it is an empty value with an anchor or a tag";
            return Err(self.unsupported(id, reason, "write the value out"));
        }
        if self.is_json() {
            out.push(self.start(id), self.end(id), self.flow_value(id, value));
            return Ok(());
        }
        if self.in_flow(id) && node.parent != NodeId::NONE {
            return self.replace_in_flow(id, value, out);
        }
        match self.slot(id)? {
            None => self.replace_root(id, value, out),
            Some(slot) if slot.same_line => self.replace_on_line(id, value, &slot, out),
            Some(slot) => self.replace_below(id, value, &slot, out),
        }
    }

    /// Lower `Change::RenameKey`.
    pub(super) fn rename(&self, id: NodeId, key: &str, out: &mut Edits) -> Result<(), LowerError> {
        let Some((start, end)) = self.key(id) else {
            return Ok(());
        };
        let text = if self.is_json() {
            Strings::Json.text(key)
        } else {
            if self.is_block(self.node(id).parent) {
                self.begin(id)?;
            }
            match self.byte(start) {
                b'"' => quoted(key, Quote::Double),
                b'\'' => quoted(key, Quote::Single),
                _ if self.in_flow(id) => Strings::Yaml(self.style.quote).text(key),
                _ => inline_text(&Value::from(key), &self.style),
            }
        };
        out.push(start, end, text);
        Ok(())
    }

    /// A value between brackets, spread over lines as the old one was.
    fn flow_value(&self, id: NodeId, value: &Value) -> String {
        let node = self.node(id);
        let begin = self.key(id).map_or(self.start(id), |key| key.0);
        let spread = if node.is_container() && node.next.0 > id.0 + 1 {
            !self.is_one_line(id)
        } else {
            node.parent == NodeId::NONE || own_line(self.text, begin).is_some()
        };
        let how = self.flow(id, spread && self.style.multiline);
        let mut out = String::new();
        flow_text(&mut out, value, indent(self.text, begin), how);
        out
    }

    fn replace_in_flow(
        &self,
        id: NodeId,
        value: &Value,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let (start, end) = (self.start(id), self.end(id));
        if self.node(id).kind == Kind::Object && self.byte(start) != b'{' {
            let reason = "it is a single pair without braces";
            return Err(self.unsupported(id, reason, "write it with braces: `[{name: value}]`"));
        }
        let text = self.flow_value(id, value);
        let Some((_, key_end)) = self.key(id) else {
            let first = self.first_property(id, self.start(self.node(id).parent) + 1);
            out.push(first.unwrap_or(start), end, text);
            return Ok(());
        };
        let between = &self.text[key_end..start.max(key_end)];
        let Some(colon) = between.find(':').map(|at| key_end + at + 1) else {
            out.push(key_end, key_end, format!(": {text}"));
            return Ok(());
        };
        let from = self.first_property(id, colon).unwrap_or(start);
        let space = if start == end { " " } else { "" };
        out.push(from, end, format!("{space}{text}"));
        Ok(())
    }

    /// Where the anchors and tags right before a value start, not before `floor`.
    fn first_property(&self, id: NodeId, floor: usize) -> Option<usize> {
        let floor = match self.node(id).parent {
            parent if self.key(id).is_none() && parent.0 + 1 < id.0 => {
                let before = self.document.at(parent).children();
                let before = before.take_while(|child| child.id() < id).last();
                before.map_or(floor, |child| child.span().end as usize)
            }
            _ => floor,
        };
        let between = tokens(self.text, floor, self.start(id), self.document.format());
        let other = between.iter().find(|t| t.piece == Piece::Other);
        other.map(|token| token.start)
    }

    fn replace_root(&self, id: NodeId, value: &Value, out: &mut Edits) -> Result<(), LowerError> {
        if self.node(id).flags.has(Flags::ANCHOR) || self.node(id).flags.has(Flags::TAGGED) {
            let reason = "the document's root carries an anchor or a tag";
            return Err(self.unsupported(id, reason, "take it out, then run again"));
        }
        let start = self.start(id);
        let mut text = String::new();
        if own_line(self.text, start).is_none() && value.has_members() {
            text.push_str(self.style.newline);
        }
        text.push_str(&block_text(value, 0, &self.style));
        let end = if self.is_block(id) {
            line_end(self.text, self.end(id))
        } else {
            self.end(id)
        };
        out.push(start, end, text);
        Ok(())
    }

    /// The old value starts on the line of its key or dash.
    fn replace_on_line(
        &self,
        id: NodeId,
        value: &Value,
        slot: &Slot,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let start = self.start(id).max(slot.end);
        let start = slot.properties.first().map_or(start, |first| first.0);
        let space = if start == slot.end { " " } else { "" };
        let end = if self.is_block(id) {
            self.block_end(id)?
        } else {
            self.end(id).max(start)
        };
        if !value.has_members() {
            out.push(start, end, format!("{space}{}", self.inline(id, value)));
            return Ok(());
        }
        let line = line_end(self.text, end);
        let comment = !is_blank(&self.text.as_bytes()[end..line]);
        if self.key(id).is_none() && !comment {
            let column = column(self.text, start) + space.len();
            let text = block_text(value, column, &self.style);
            out.push(start, end, format!("{space}{text}"));
            return Ok(());
        }
        let text = self.lines_below(id, value)?;
        if comment {
            out.push(slot.end, end, "");
            out.push(line, line, text);
        } else {
            out.push(slot.end, end, text);
        }
        Ok(())
    }

    /// The old value starts on a line below its key or dash.
    fn replace_below(
        &self,
        id: NodeId,
        value: &Value,
        slot: &Slot,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        for (start, end) in &slot.properties {
            out.push(back_over_blanks(self.text, *start, 0), *end, "");
        }
        let (start, end) = (self.start(id), self.end(id));
        if !self.is_block(id) && !value.has_members() && slot.later.is_empty() {
            out.push(start, end, self.inline(id, value));
            return Ok(());
        }
        let floor = after_break(self.text, line_end(self.text, slot.end));
        let line = line_start(self.text, start).unwrap_or(start).max(floor);
        let level = indent(self.text, start);
        let body = comments_above(self.text, line, level, floor);
        let end = if self.is_block(id) {
            self.block_end(id)?
        } else {
            end
        };
        if value.has_members() {
            let text = self.lines_below(id, value)?;
            out.push(before_break(self.text, body), end, text);
        } else {
            out.push(slot.end, slot.end, format!(" {}", self.inline(id, value)));
            out.push(before_break(self.text, body), end, "");
        }
        Ok(())
    }

    /// A line end and the lines of a value with members, below the key or the dash.
    fn lines_below(&self, id: NodeId, value: &Value) -> Result<String, LowerError> {
        let column = self.column_below(id, value)?;
        let pad = " ".repeat(column);
        let text = block_text(value, column, &self.style);
        Ok(format!("{}{pad}{text}", self.style.newline))
    }

    /// The old column for a collection of the same kind, the document's usual one otherwise.
    fn column_below(&self, id: NodeId, value: &Value) -> Result<usize, LowerError> {
        let same = match self.node(id).kind {
            Kind::Object => matches!(value, Value::Object(_)),
            Kind::Array => matches!(value, Value::Array(_)),
            _ => false,
        };
        let start = self.start(id);
        if same && self.is_block(id) && own_line(self.text, start).is_some() {
            return Ok(column(self.text, start));
        }
        let outer = column(self.text, self.begin(id)?);
        Ok(match self.key(id) {
            Some(_) => outer + step(value, &self.style),
            None => outer + 2,
        })
    }

    /// A value without members, in the quotes of the old one.
    fn inline(&self, id: NodeId, value: &Value) -> String {
        match (value, self.node(id).style) {
            (Value::String(text), Style::Double) => quoted(text, Quote::Double),
            (Value::String(text), Style::Single) => quoted(text, Quote::Single),
            _ => inline_text(value, &self.style),
        }
    }
}
