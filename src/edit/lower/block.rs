//! Members of YAML block collections: whole lines in, out, instead.

use super::error::LowerError;
use super::group::{Gap, New};
use super::layout::{Edits, Layout};
use super::lines::{
    after_break, back_over_blanks, before_break, blank, column, comments_above, is_blank, line_end,
    line_start, own_line,
};
use super::render::{block_entry, block_item};
use crate::document::{Kind, NodeId, Style};

/// A block collection and its members.
pub(super) struct BlockSite<'l> {
    layout: &'l Layout<'l>,
    container: NodeId,
    members: &'l [NodeId],
    column: usize,
}

impl<'l> BlockSite<'l> {
    /// A block collection that has members.
    pub(super) fn new(
        layout: &'l Layout<'l>,
        container: NodeId,
        members: &'l [NodeId],
    ) -> Result<Self, LowerError> {
        let begin = layout.begin(members[0])?;
        Ok(Self {
            layout,
            container,
            members,
            column: column(layout.text, begin),
        })
    }

    /// Lower what changes in one gap.
    pub(super) fn gap(&self, gap: &Gap<'_>, out: &mut Edits) -> Result<(), LowerError> {
        match (gap.gone.is_empty(), gap.new.is_empty()) {
            (false, true) if gap.before.is_none() && gap.after.is_none() => self.empty(out),
            (false, true) => self.remove(gap, out),
            (false, false) => self.substitute(gap, out),
            (true, _) => match gap.before {
                Some(before) => self.insert_after(before, &gap.new, out),
                None => self.insert_first(&gap.new, out),
            },
        }
    }

    fn insert_after(
        &self,
        before: usize,
        new: &[New<'_>],
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let id = self.members[before];
        let end = self.layout.block_end(id)?;
        let after = after_break(self.layout.text, end);
        let newline = self.layout.style.newline;
        let lines = new.iter().map(|new| self.line(new));
        if after > end {
            let text: String = lines.map(|line| line + newline).collect();
            out.push(after, after, text);
        } else {
            self.layout.closed_scalar(id)?;
            let text: String = lines.map(|line| newline.to_owned() + &line).collect();
            out.push(end, end, text);
        }
        Ok(())
    }

    fn insert_first(&self, new: &[New<'_>], out: &mut Edits) -> Result<(), LowerError> {
        let newline = self.layout.style.newline;
        let begin = self.layout.begin(self.members[0])?;
        if let Some(start) = self.lead_start(0)? {
            let lines = new.iter().map(|new| self.line(new) + newline);
            out.push(start, start, lines.collect::<String>());
        } else {
            let pad = self.pad();
            let lines = new.iter().map(|new| self.member(new) + newline + &pad);
            out.push(begin, begin, lines.collect::<String>());
        }
        Ok(())
    }

    fn substitute(&self, gap: &Gap<'_>, out: &mut Edits) -> Result<(), LowerError> {
        let end = self.layout.block_end(self.members[gap.gone.end - 1])?;
        let between = format!("{}{}", self.layout.style.newline, self.pad());
        let texts: Vec<String> = gap.new.iter().map(|new| self.member(new)).collect();
        let text = texts.join(&between);
        match self.lead_start(gap.gone.start)? {
            Some(start) => out.push(start, end, self.pad() + &text),
            None => out.push(self.layout.begin(self.members[0])?, end, text),
        }
        Ok(())
    }

    /// All members go and none comes: the collection is written as an empty one.
    fn empty(&self, out: &mut Edits) -> Result<(), LowerError> {
        let brackets = match self.layout.node(self.container).kind {
            Kind::Array => "[]",
            _ => "{}",
        };
        let begin = self.layout.begin(self.members[0])?;
        let last = self.members[self.members.len() - 1];
        let end = self.layout.block_end(last)?;
        match self.layout.slot(self.container)? {
            Some(slot) if !slot.same_line => {
                if !slot.later.is_empty() {
                    let reason = "its anchor or tag stands on a line of its own";
                    let help = "put it behind the key";
                    return Err(self.layout.unsupported(self.container, reason, help));
                }
                out.push(slot.insert, slot.insert, format!(" {brackets}"));
                self.remove_lines(0..self.members.len(), None, out)
            }
            _ => {
                out.push(begin, end, brackets);
                Ok(())
            }
        }
    }

    fn remove(&self, gap: &Gap<'_>, out: &mut Edits) -> Result<(), LowerError> {
        let begin = self.layout.begin(self.members[gap.gone.start])?;
        if let (None, Some(after)) = (self.lead_start(gap.gone.start)?, gap.after) {
            return self.remove_first(begin, after, out);
        }
        self.remove_lines(gap.gone.clone(), gap.after, out)
    }

    /// The first members of a `- ` item go: the next one moves up behind the dash, or stays below
    /// it when a comment belongs to it.
    fn remove_first(&self, begin: usize, after: usize, out: &mut Edits) -> Result<(), LowerError> {
        let next = self.layout.begin(self.members[after])?;
        let text = self.layout.text;
        let line = next - self.column;
        if self.lead_start(after)? == Some(line) {
            out.push(begin, next, "");
        } else {
            let end = self.layout.block_end(self.members[after - 1])?;
            out.push(back_over_blanks(text, begin, 0), end, "");
        }
        Ok(())
    }

    fn remove_lines(
        &self,
        gone: std::ops::Range<usize>,
        after: Option<usize>,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let text = self.layout.text;
        let before = gone.start.checked_sub(1).map(|order| self.members[order]);
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for order in gone {
            let start = self.lead_start(order)?.unwrap_or_default();
            let end = after_break(text, self.layout.block_end(self.members[order])?);
            let blank_before = follows_blank_line(text, start);
            let keeps = before.is_some_and(|id| self.layout.keeps_blank_lines(id));
            let end = if keeps || (blank_before && after.is_some()) {
                over_blank_lines(text, end)
            } else {
                end
            };
            match ranges.last_mut() {
                Some(last) if last.1 >= start => last.1 = end.max(last.1),
                _ => ranges.push((start, end)),
            }
        }
        let open_scalar = before.is_some_and(|id| self.layout.last_block_scalar(id).is_some());
        for (start, end) in ranges {
            let at_end = end == text.len() && !text.ends_with('\n') && !open_scalar;
            let start = if at_end {
                before_break(text, start)
            } else {
                start
            };
            out.push(start, end, "");
        }
        Ok(())
    }

    /// The start of a member's lines, the comments that belong to it included; `None` for the
    /// first member behind a dash.
    fn lead_start(&self, order: usize) -> Result<Option<usize>, LowerError> {
        let text = self.layout.text;
        let begin = self.layout.begin(self.members[order])?;
        let Some(indent) = own_line(text, begin) else {
            return Ok(None);
        };
        let floor = match order.checked_sub(1) {
            Some(before) => after_break(text, self.layout.block_end(self.members[before])?),
            None => 0,
        };
        let line = begin - indent.len();
        Ok(Some(comments_above(text, line, indent, floor.min(line))))
    }

    fn pad(&self) -> String {
        " ".repeat(self.column)
    }

    fn line(&self, new: &New<'_>) -> String {
        self.pad() + &self.member(new)
    }

    fn member(&self, new: &New<'_>) -> String {
        let style = &self.layout.style;
        match new.key {
            Some(key) => block_entry(key, new.value, self.column, style),
            None => block_item(new.value, self.column, style),
        }
    }
}

fn follows_blank_line(text: &str, start: usize) -> bool {
    let end = before_break(text, start);
    end < start && line_start(text, end).is_some_and(|line| is_blank(&text.as_bytes()[line..end]))
}

fn over_blank_lines(text: &str, mut at: usize) -> usize {
    loop {
        let end = line_end(text, at);
        let next = after_break(text, end);
        if next == end || !is_blank(&text.as_bytes()[at..end]) {
            return at;
        }
        at = next;
    }
}

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
    fn closed_scalar(&self, id: NodeId) -> Result<(), LowerError> {
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
        use super::gap::{Piece, tokens};
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
