//! Where members of block collections, and their values, start and end.

use super::error::LowerError;
use super::gap::{Piece, tokens};
use super::layout::Layout;
use super::lines::{after_break, before_break, blank, column, is_blank, line_end, line_start};
use crate::document::{NodeId, Style};

/// Where the value of a key or a dash stands.
pub(super) struct Slot {
    /// After the `:` or the dash.
    pub(super) end: usize,
    /// Where a value on the same line is put in: after anchors and tags there.
    pub(super) insert: usize,
    /// Anchors and tags, with their places.
    pub(super) properties: Vec<(usize, usize)>,
    /// Those of them on later lines.
    pub(super) later: Vec<(usize, usize)>,
    /// The value starts on the line of its key or dash.
    pub(super) same_line: bool,
}

/// Geometry of block members.
impl Layout<'_> {
    /// Where a block member starts: its key or its dash. Explicit keys, and keys with an anchor or
    /// a tag, are refused.
    pub(super) fn begin(&self, id: NodeId) -> Result<usize, LowerError> {
        let begin = match self.key(id) {
            Some((start, _)) => start,
            None => self.dash(id)?,
        };
        let line = line_start(self.text, begin).unwrap_or(begin);
        let dashes = |byte: &u8| blank(*byte) || *byte == b'-';
        if self.text.as_bytes()[line..begin].iter().all(dashes) {
            return Ok(begin);
        }
        let reason = "its key carries an anchor, a tag or a `?`";
        Err(self.unsupported(id, reason, "write the key plainly, on a line of its own"))
    }

    /// The dash of an item: on its line or, over comments, anchors and tags, above it.
    fn dash(&self, id: NodeId) -> Result<usize, LowerError> {
        let bytes = self.text.as_bytes();
        let first = self.start(self.node(id).parent);
        let column = column(self.text, first);
        let mut at = self.start(id);
        while let Some(line) = line_start(self.text, at) {
            let dash = line + column;
            let alone = dash == first || is_blank(bytes.get(line..dash).unwrap_or(b"?"));
            let ends = matches!(
                bytes.get(dash + 1),
                None | Some(b' ' | b'\t' | b'\r' | b'\n')
            );
            if self.byte(dash) == b'-' && ends && alone {
                return Ok(dash);
            }
            let above = before_break(self.text, line);
            if above == line || above < first {
                break;
            }
            at = above;
        }
        Err(self.unsupported(
            id,
            "its dash is not where a dash is expected",
            "reformat it",
        ))
    }

    /// The end of a block member's last line: blank lines that are part of a scalar, and comment
    /// lines indented deeper than the member, included.
    pub(super) fn block_end(&self, id: NodeId) -> Result<usize, LowerError> {
        let level = column(self.text, self.begin(id)?);
        let mut end = line_end(self.text, self.scalar_end(id));
        let mut at = end;
        loop {
            let line = after_break(self.text, at);
            if line == at {
                return Ok(end);
            }
            at = line_end(self.text, line);
            let text = &self.text[line..at];
            let inner = text.trim_start_matches([' ', '\t']);
            if inner.starts_with('#') && text.len() - inner.len() > level {
                end = at;
            } else if !inner.is_empty() {
                return Ok(end);
            }
        }
    }

    /// The block scalar a node ends with.
    pub(super) fn last_block_scalar(&self, id: NodeId) -> Option<NodeId> {
        let leaf = NodeId(self.node(id).next.0 - 1);
        let node = self.node(leaf);
        let ends = node.end == self.node(id).end;
        (ends && matches!(node.style, Style::Literal | Style::Folded)).then_some(leaf)
    }

    /// True when blank lines after the node are part of its text (`|+`, `>+`).
    pub(super) fn keeps_blank_lines(&self, id: NodeId) -> bool {
        self.last_block_scalar(id)
            .is_some_and(|leaf| self.header(leaf).contains('+'))
    }

    /// The indicators of a block scalar: `|`, `>-`, `|2+`.
    fn header(&self, leaf: NodeId) -> &str {
        let start = self.start(leaf);
        let rest = &self.text[start..line_end(self.text, start)];
        rest.split([' ', '\t']).next().unwrap_or_default()
    }

    /// After the last content of a node: all blank lines after `|+`, and blank lines with blanks
    /// in them after any block scalar, belong to it.
    fn scalar_end(&self, id: NodeId) -> usize {
        let mut end = self.end(id);
        if self.last_block_scalar(id).is_none() {
            return end;
        }
        let keep = self.keeps_blank_lines(id);
        let mut at = line_end(self.text, end);
        loop {
            let line = after_break(self.text, at);
            if line == at || line == self.text.len() {
                return end;
            }
            at = line_end(self.text, line);
            if !self.text.as_bytes()[line..at].iter().all(|b| *b == b' ') {
                return end;
            }
            if keep || at > line {
                end = at;
            }
        }
    }

    /// A block scalar that ends the text without a line end would get one by an insert after it.
    pub(super) fn closed_scalar(&self, id: NodeId) -> Result<(), LowerError> {
        match self.last_block_scalar(id) {
            Some(leaf) if !self.header(leaf).contains('-') => {
                let reason = "it ends the file with a block scalar and no line end";
                Err(self.unsupported(leaf, reason, "end the file with a line end"))
            }
            _ => Ok(()),
        }
    }

    /// Where the value of a member of a block collection stands; `None` for the root.
    pub(super) fn slot(&self, id: NodeId) -> Result<Option<Slot>, LowerError> {
        let end = match self.key(id) {
            Some((_, key_end)) => {
                let rest = &self.text[key_end..];
                let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
                if self.byte(key_end + blanks) != b':' {
                    let reason = "its key is written with a `?`";
                    return Err(self.unsupported(id, reason, "write it as `key: value`"));
                }
                key_end + blanks + 1
            }
            None if self.node(id).parent == NodeId::NONE => return Ok(None),
            None => self.dash(id)? + 1,
        };
        Ok(Some(self.slot_from(id, end)))
    }

    fn slot_from(&self, id: NodeId, end: usize) -> Slot {
        let mut slot = Slot {
            end,
            insert: end,
            properties: Vec::new(),
            later: Vec::new(),
            same_line: true,
        };
        let start = self.start(id).max(end);
        for token in tokens(self.text, end, start, self.document.format()) {
            match token.piece {
                Piece::Break => slot.same_line = false,
                Piece::Other => {
                    slot.properties.push((token.start, token.end));
                    if slot.same_line {
                        slot.insert = token.end;
                    } else {
                        slot.later.push((token.start, token.end));
                    }
                }
                _ => {}
            }
        }
        slot
    }
}
