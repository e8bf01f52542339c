//! Members of JSON containers and of YAML flow collections: in, out, instead.

use super::Flow;
use super::error::LowerError;
use super::gap::{Piece, Token, tokens};
use super::group::{Gap, New};
use super::layout::{Edits, Layout};
use super::lines::{indent, own_line};
use super::render::{flow_entry, flow_text};
use super::sides::{Lead, Trail};
use crate::document::{Kind, NodeId};

/// A flow container and its members.
pub(super) struct FlowSite<'l> {
    pub(super) layout: &'l Layout<'l>,
    pub(super) container: NodeId,
    pub(super) members: &'l [NodeId],
}

impl<'l> FlowSite<'l> {
    /// A container between brackets. A YAML pair without braces (`[a: 1]`) is refused.
    pub(super) fn new(
        layout: &'l Layout<'l>,
        container: NodeId,
        members: &'l [NodeId],
    ) -> Result<Self, LowerError> {
        let bare = |id: NodeId| {
            let kind = layout.node(id).kind;
            kind == Kind::Object && !layout.is_block(id) && layout.byte(layout.start(id)) != b'{'
        };
        if let Some(id) = std::iter::once(container)
            .chain(members.iter().copied())
            .find(|id| bare(*id))
        {
            let reason = "it is a single pair without braces";
            return Err(layout.unsupported(id, reason, "write it with braces: `[{name: value}]`"));
        }
        Ok(Self {
            layout,
            container,
            members,
        })
    }

    /// Lower what changes in one gap.
    pub(super) fn gap(&self, gap: &Gap<'_>, out: &mut Edits) -> Result<(), LowerError> {
        match (gap.gone.is_empty(), gap.new.is_empty()) {
            (false, true) => self.remove(gap, out),
            (false, false) => self.substitute(gap, out),
            (true, _) => match (gap.before, gap.after) {
                (Some(before), _) => self.insert_after(before, gap, out),
                (None, Some(after)) => self.insert_before(after, gap, out),
                (None, None) => {
                    self.fill(gap, out);
                    Ok(())
                }
            },
        }
    }

    fn remove(&self, gap: &Gap<'_>, out: &mut Edits) -> Result<(), LowerError> {
        let lead = self.lead(gap.gone.start)?;
        let trail = self.trail(gap.gone.end - 1);
        let (open, close) = self.inside();
        let comments = |tokens: &[Token]| tokens.iter().any(|t| t.piece == Piece::Comment);
        match (gap.before, gap.after) {
            (None, None) if !comments(&lead.stays) && !comments(&trail.rest) => {
                out.push(open, close, "");
            }
            _ if remove_lines(gap, &lead, &trail, out) => {}
            (Some(before), _) => self.remove_after(before, &lead, &trail, out),
            (None, after) => {
                let next = after.map_or(trail.own_end, |order| self.begin_of(order));
                let late_comma = trail.rest.iter().rposition(|t| t.piece == Piece::Comma);
                let mut rest = trail.rest[late_comma.map_or(0, |at| at + 1)..].iter();
                let stay = rest.find(|t| t.piece != Piece::Break);
                let end = stay.map_or(next, |token| token.start.min(next));
                out.push(lead.first, end, "");
            }
        }
        Ok(())
    }

    /// Take the separator before the members with them.
    fn remove_after(&self, before: usize, lead: &Lead, trail: &Trail, out: &mut Edits) {
        let end_before = self.layout.end(self.members[before]);
        let Some(comment) = lead.stays.iter().rfind(|t| t.piece == Piece::Comment) else {
            out.push(end_before, trail.end, "");
            return;
        };
        for comma in lead.stays.iter().filter(|t| t.piece == Piece::Comma) {
            out.push(comma.start, comma.end, "");
        }
        let after_comment = lead.stays.last().map_or(comment.end, |token| token.end);
        out.push(lead.line.unwrap_or(after_comment), trail.end, "");
    }

    /// New members stand where others go.
    fn substitute(&self, gap: &Gap<'_>, out: &mut Edits) -> Result<(), LowerError> {
        let lead = self.lead(gap.gone.start)?;
        let trail = self.trail(gap.gone.end - 1);
        let (how, between) = self.manner(gap.gone.start);
        let line = indent(self.text(), lead.begin);
        let texts: Vec<String> = gap.new.iter().map(|n| member(n, line, how)).collect();
        let text = texts.join(&format!(",{between}"));
        out.push(lead.first, trail.end, text);
        if let Some(comma) = trail.comma {
            out.push(comma.end, trail.own_end, "");
        }
        Ok(())
    }

    fn insert_after(
        &self,
        before: usize,
        gap: &Gap<'_>,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let lead = self.lead(before)?;
        let trail = self.trail(before);
        let (how, between) = self.manner(before);
        let line = indent(self.text(), lead.begin);
        let texts = gap.new.iter().map(|new| member(new, line, how));
        let end = self.layout.end(self.members[before]);
        if lead.line.is_none() || (trail.comma.is_none() && gap.after.is_some()) {
            let separator = self.separator(before, how);
            out.push(
                end,
                end,
                texts.map(|t| separator.clone() + &t).collect::<String>(),
            );
        } else if trail.comma.is_some() {
            let lines = texts.map(|text| format!("{between}{text},"));
            out.push(trail.own_end, trail.own_end, lines.collect::<String>());
        } else {
            out.push(end, end, ",");
            let texts: Vec<String> = texts.map(|text| format!("{between}{text}")).collect();
            out.push(trail.own_end, trail.own_end, texts.join(","));
        }
        Ok(())
    }

    fn insert_before(
        &self,
        after: usize,
        gap: &Gap<'_>,
        out: &mut Edits,
    ) -> Result<(), LowerError> {
        let lead = self.lead(after)?;
        let (how, between) = self.manner(after);
        let line = indent(self.text(), lead.begin);
        let texts = gap.new.iter().map(|new| member(new, line, how));
        if let Some(start) = lead.line {
            let newline = self.layout.style.newline;
            let lines = texts.map(|text| format!("{line}{text},{newline}"));
            out.push(start, start, lines.collect::<String>());
        } else {
            let members = texts.map(|text| format!("{text},{between}"));
            out.push(lead.first, lead.first, members.collect::<String>());
        }
        Ok(())
    }

    /// The first members of a container that has none.
    fn fill(&self, gap: &Gap<'_>, out: &mut Edits) {
        let (open, close) = self.inside();
        let inside = tokens(self.text(), open, close, self.layout.document.format());
        let parent_line = own_line(self.text(), self.begin_of_container()).is_some();
        let lines = inside.iter().any(|t| t.piece == Piece::Break);
        let multiline = lines || (self.layout.style.multiline && parent_line);
        let how = self.layout.flow(self.container, multiline);
        let outer = indent(self.text(), self.begin_of_container());
        let inner = format!("{outer}{}", how.unit);
        let members = gap.new.iter().map(|new| member(new, &inner, how));
        let members: Vec<String> = members.collect();
        let newline = how.newline;
        let between = if multiline {
            format!("{newline}{inner}")
        } else {
            how.space().to_owned()
        };
        let text = members.join(&format!(",{between}"));
        match inside.iter().rfind(|t| t.piece == Piece::Comment) {
            Some(comment) if lines => out.push(comment.end, comment.end, between + &text),
            Some(comment) if multiline => {
                out.push(
                    comment.end,
                    close,
                    format!("{between}{text}{newline}{outer}"),
                );
            }
            Some(comment) => out.push(comment.end, comment.end, format!(" {text}")),
            None if multiline => out.push(open, close, format!("{between}{text}{newline}{outer}")),
            None => out.push(open, close, text),
        }
    }
}

fn member(new: &New<'_>, indent: &str, how: Flow<'_>) -> String {
    let mut out = String::new();
    match new.key {
        Some(key) => flow_entry(&mut out, (key, new.value), indent, how),
        None => flow_text(&mut out, new.value, indent, how),
    }
    out
}

/// Members that have their lines for themselves go with these lines. False when they have not.
fn remove_lines(gap: &Gap<'_>, lead: &Lead, trail: &Trail, out: &mut Edits) -> bool {
    let (Some(start), Some(end)) = (lead.line, trail.line_end) else {
        return false;
    };
    let late_comma = trail.rest.iter().any(|t| t.piece == Piece::Comma);
    if late_comma || (gap.after.is_some() && trail.comma.is_none()) {
        return false;
    }
    if gap.after.is_none() && trail.comma.is_none() {
        let comma = lead.stays.iter().find(|t| t.piece == Piece::Comma);
        if let Some(comma) = comma {
            out.push(comma.start, comma.end, "");
        }
    }
    out.push(start, end, "");
    true
}
