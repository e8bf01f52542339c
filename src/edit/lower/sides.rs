//! What stands around the members of a flow collection.

use super::Flow;
use super::error::LowerError;
use super::flow::FlowSite;
use super::gap::{Piece, Token, tokens};
use super::lines::{indent, own_line};

/// The text before a member.
pub(super) struct Lead {
    /// What stays before it.
    pub(super) stays: Vec<Token>,
    /// Where the member starts, YAML properties included.
    pub(super) begin: usize,
    /// Where the comments that belong to it start; `begin` without any.
    pub(super) first: usize,
    /// The start of its lines, comments included, when it starts a line.
    pub(super) line: Option<usize>,
}

/// The text after a member.
pub(super) struct Trail {
    /// After the comments that follow the value directly.
    pub(super) end: usize,
    /// The comma on the member's last line.
    pub(super) comma: Option<Token>,
    /// After the last comment of that line, when nothing else follows on it; `end` or the comma's
    /// end otherwise.
    pub(super) own_end: usize,
    /// After that line's end, when only comments follow on it.
    pub(super) line_end: Option<usize>,
    /// What comes after.
    pub(super) rest: Vec<Token>,
}

/// Geometry.
impl FlowSite<'_> {
    pub(super) fn text(&self) -> &str {
        self.layout.text
    }

    /// After the opening and before the closing bracket.
    pub(super) fn inside(&self) -> (usize, usize) {
        let node = self.layout.node(self.container);
        (node.start as usize + 1, node.end as usize - 1)
    }

    pub(super) fn begin_of_container(&self) -> usize {
        let key = self.layout.key(self.container);
        key.map_or(self.layout.start(self.container), |key| key.0)
    }

    /// Where a member's key or value starts.
    pub(super) fn begin_of(&self, order: usize) -> usize {
        let id = self.members[order];
        self.layout
            .key(id)
            .map_or(self.layout.start(id), |key| key.0)
    }

    fn between(&self, order: usize) -> Vec<Token> {
        let from = match order.checked_sub(1) {
            Some(before) => self.layout.end(self.members[before]),
            None => self.inside().0,
        };
        let to = if order < self.members.len() {
            self.begin_of(order)
        } else {
            self.inside().1
        };
        tokens(self.text(), from, to, self.layout.document.format())
    }

    pub(super) fn lead(&self, order: usize) -> Result<Lead, LowerError> {
        let mut stays = self.between(order);
        let mut begin = self.begin_of(order);
        if let Some(other) = stays.iter().position(|t| t.piece == Piece::Other) {
            let id = self.members[order];
            if self.layout.key(id).is_some() {
                let reason = "its key carries an anchor, a tag or a `?`";
                return Err(self.layout.unsupported(id, reason, "write the key plainly"));
            }
            begin = stays[other].start;
            stays.truncate(other);
        }
        let starts_line = stays.last().is_some_and(|t| t.piece == Piece::Break);
        let own = own_comments(self.text(), &stays, begin, starts_line);
        let line = starts_line.then(|| stays[own - 1].end);
        let first = stays.get(own).map_or(begin, |token| token.start);
        stays.truncate(own);
        Ok(Lead {
            stays,
            begin,
            first,
            line,
        })
    }

    pub(super) fn trail(&self, order: usize) -> Trail {
        let tokens = self.between(order + 1);
        let run = |from: usize| {
            let comments = tokens[from..].iter();
            from + comments.take_while(|t| t.piece == Piece::Comment).count()
        };
        let end_of = |count: usize, start: usize| {
            count.checked_sub(1).map_or(start, |last| tokens[last].end)
        };
        let mut count = run(0);
        let end = end_of(count, self.layout.end(self.members[order]));
        let comma = tokens.get(count).filter(|t| t.piece == Piece::Comma);
        count += usize::from(comma.is_some());
        let line = run(count);
        let closed = tokens.get(line).filter(|t| t.piece == Piece::Break);
        if closed.is_some() {
            count = line;
        }
        let own_end = end_of(count, end);
        let rest = tokens[count + usize::from(closed.is_some())..].to_vec();
        Trail {
            end,
            comma: comma.copied(),
            own_end,
            line_end: closed.map(|token| token.end),
            rest,
        }
    }

    /// How members beside this one are written, and what stands after a comma between them.
    pub(super) fn manner(&self, like: usize) -> (Flow<'_>, String) {
        let id = self.members[like];
        let begin = self.begin_of(like);
        let own = own_line(self.text(), begin);
        let spread = own.is_some() && self.layout.style.multiline;
        let style = self.layout.flow(id, spread && !self.layout.is_one_line(id));
        let between = match own {
            Some(indent) => format!("{}{indent}", style.newline),
            None => style.space().to_owned(),
        };
        (style, between)
    }

    /// The comma as it stands near a member, with what is around it.
    pub(super) fn separator(&self, near: usize, how: Flow<'_>) -> String {
        let copied = |order: usize| {
            if order == 0 || order >= self.members.len() {
                return None;
            }
            let from = self.layout.end(self.members[order - 1]);
            let text = &self.text()[from..self.begin_of(order)];
            let plain = text.bytes().filter(|b| !b.is_ascii_whitespace()).eq(*b",");
            plain.then(|| text.to_owned())
        };
        copied(near)
            .or_else(|| copied(near + 1))
            .unwrap_or_else(|| format!(",{}", how.space()))
    }
}

/// The order of the first token that belongs to the member after `tokens`: comment lines directly
/// above it with its indentation, or comments before it on its line.
fn own_comments(text: &str, tokens: &[Token], begin: usize, starts_line: bool) -> usize {
    let mut own = tokens.len();
    if starts_line {
        let level = indent(text, begin);
        while let Some([before, comment]) = own
            .checked_sub(3)
            .map(|from| [&tokens[from], &tokens[from + 1]])
            && before.piece == Piece::Break
            && comment.piece == Piece::Comment
            && own_line(text, comment.start) == Some(level)
        {
            own -= 2;
        }
    } else {
        let comments = tokens.iter().rev();
        own -= comments.take_while(|t| t.piece == Piece::Comment).count();
    }
    own
}
