//! A document with the way it is written, and what lowering collects.

use super::error::{LowerError, Place};
use super::style::spelling;
use super::{Flow, Strings, Style};
use crate::document::{Document, Flags, Format, Kind, Node, NodeId};
use crate::edit::TextEdit;

/// A document with the way it is written.
pub(super) struct Layout<'d> {
    pub(super) document: &'d Document,
    pub(super) text: &'d str,
    pub(super) style: Style,
}

/// The edits made so far.
#[derive(Default)]
pub(super) struct Edits(pub(super) Vec<TextEdit>);

impl Edits {
    /// Replace the bytes `start..end`; nothing when that changes nothing.
    pub(super) fn push(&mut self, start: usize, end: usize, text: impl Into<String>) {
        let text = text.into();
        if start < end || !text.is_empty() {
            self.0.push(TextEdit::new(start, end, text));
        }
    }
}

impl<'d> Layout<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        Self {
            document,
            text: document.text(),
            style: Style::of(document),
        }
    }

    pub(super) fn node(&self, id: NodeId) -> &'d Node {
        self.document.node(id)
    }

    /// The key's place, as offsets.
    pub(super) fn key(&self, id: NodeId) -> Option<(usize, usize)> {
        let span = self.node(id).key_span()?;
        Some((span.start as usize, span.end as usize))
    }

    pub(super) fn start(&self, id: NodeId) -> usize {
        self.node(id).start as usize
    }

    pub(super) fn end(&self, id: NodeId) -> usize {
        self.node(id).end as usize
    }

    /// The byte at `at`; zero beyond the end.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or_default()
    }

    pub(super) fn is_json(&self) -> bool {
        self.document.format() == Format::Json
    }

    /// True for a YAML collection without brackets.
    pub(super) fn is_block(&self, id: NodeId) -> bool {
        let node = self.node(id);
        !self.is_json() && node.is_container() && !node.flags.has(Flags::FLOW)
    }

    /// True when the node stands between brackets.
    pub(super) fn in_flow(&self, id: NodeId) -> bool {
        let parent = self.node(id).parent;
        parent != NodeId::NONE && !self.is_block(parent)
    }

    /// True for a container with members on one line.
    pub(super) fn is_one_line(&self, id: NodeId) -> bool {
        let node = self.node(id);
        let text = &self.text.as_bytes()[node.span().range()];
        node.is_container() && node.next.0 > id.0 + 1 && memchr::memchr(b'\n', text).is_none()
    }

    /// How a flow collection or member beside (or in place of) `like` is written.
    pub(super) fn flow(&self, like: NodeId, multiline: bool) -> Flow<'_> {
        let strings = self.strings(like);
        let mut flow = Flow::of(&self.style, strings).multiline(multiline);
        if let (Some((_, end)), false) = (self.key(like), matches!(strings, Strings::Yaml(_)))
            && let Some(colon) = self.text.get(end..self.start(like)).and_then(spelling)
        {
            flow.colon = colon;
        }
        flow
    }

    fn strings(&self, like: NodeId) -> Strings {
        if self.is_json() {
            return Strings::Json;
        }
        let at = self.key(like).map_or(self.start(like), |key| key.0);
        let scalar = self.key(like).is_some() || self.node(like).kind == Kind::String;
        if scalar && self.byte(at) == b'"' {
            Strings::Double
        } else {
            Strings::Yaml(self.style.quote)
        }
    }

    /// A refusal at a node.
    pub(super) fn unsupported(
        &self,
        id: NodeId,
        reason: &'static str,
        help: &'static str,
    ) -> LowerError {
        LowerError::Unsupported {
            at: Box::new(Place::of(self.document, id)),
            reason,
            help,
        }
    }
}
