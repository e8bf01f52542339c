//! Members of YAML block collections: whole lines in, out, instead.

use super::error::LowerError;
use super::group::{Gap, New};
use super::layout::{Edits, Layout};
use super::lines::{
    after_break, back_over_blanks, column, comments_above, follows_blank_line, is_blank, line_end,
    own_line,
};
use super::render::{block_entry, block_item};
use crate::document::{Kind, NodeId};

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
        let last = gone.end - 1;
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        for order in gone {
            let start = self.lead_start(order)?.unwrap_or_default();
            let end = after_break(text, self.layout.block_end(self.members[order])?);
            let blank_before = follows_blank_line(text, start);
            let keeps = before.is_some_and(|id| self.layout.keeps_blank_lines(id));
            let followed = after.is_some() || order < last;
            let end = if keeps || (blank_before && followed) {
                over_blank_lines(text, end)
            } else {
                end
            };
            match ranges.last_mut() {
                Some(last) if last.1 >= start => last.1 = end.max(last.1),
                _ => ranges.push((start, end)),
            }
        }
        for (start, end) in ranges {
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
