//! Keys and aliases.

use super::gap::Gap;
use super::reader::{Anchored, Properties, Read, Reader};
use super::refusals;
use super::scalars::Scalar;
use crate::document::yaml::build::Key;
use crate::document::yaml::plain_kind;
use crate::document::{Flags, Kind, NodeId, Style};
use crate::text::Span;

impl Reader<'_> {
    /// A scalar is the key of the next member. Keys are texts: a tag on one changes nothing.
    pub(super) fn scalar_key(&mut self, scalar: &Scalar<'_, '_>, (start, end): (usize, usize)) {
        let last = self.open.last().map_or(0, |open| open.last);
        let (start, end) = if scalar.is_block() {
            let before = Gap::new(self.text, last).space().maybe(b'?');
            self.block_place(before, (start, end))
        } else {
            (start.max(last), end.max(last))
        };
        let quoted = !scalar.is_plain();
        let key = self.out.key(&scalar.text, (start, end), quoted);
        if scalar.properties.anchor > 0 {
            let anchored = Anchored::Key(key);
            self.anchors.insert(scalar.properties.anchor, anchored);
        }
        self.key = Some(key);
        self.complete(end);
    }

    pub(super) fn alias(&mut self, anchor: usize, (start, end): (usize, usize)) -> Read<()> {
        let span = Span::new(start as u32, end as u32);
        let Some(&named) = self.anchors.get(&anchor) else {
            return Err(refusals::unknown_anchor(span));
        };
        if self.wants_key() {
            return self.alias_key(named, span);
        }
        let slot = self.slot(&Properties::NONE);
        match named {
            Anchored::Node(target) => {
                if self.open.iter().any(|open| open.id == target) {
                    return Err(refusals::cycle(span));
                }
                let id = self.out.push(slot, Kind::Alias, Style::None, (start, end));
                self.out.aliases.insert(id, target);
            }
            // a key is no node that could be pointed at, so the alias is a scalar of its own
            Anchored::Key(key) => {
                let text: Box<str> = self.out.symbols.text(key.symbol).into();
                let kind = if key.flags.has(Flags::KEY_QUOTED) {
                    Kind::String
                } else {
                    plain_kind(&text).0
                };
                let slot = slot.with(Flags::DECODED);
                let id = self.out.push(slot, kind, Style::None, (start, end));
                self.out.decoded.insert(id, text);
            }
        }
        self.complete(end);
        Ok(())
    }

    /// An alias as a key: the text of the scalar it names.
    fn alias_key(&mut self, named: Anchored, span: Span) -> Read<()> {
        let text: Box<str> = match named {
            Anchored::Key(key) => self.out.symbols.text(key.symbol).into(),
            Anchored::Node(id) => self
                .node_text(id)
                .ok_or_else(|| refusals::complex_alias_key(span))?,
        };
        let range = span.range();
        let key = self.out.key(&text, (range.start, range.end), true);
        self.key = Some(Key {
            flags: Flags::default(),
            ..key
        });
        self.complete(range.end);
        Ok(())
    }

    /// The text of a scalar that is read already.
    fn node_text(&self, id: NodeId) -> Option<Box<str>> {
        let node = &self.out.nodes[id.index()];
        if node.is_container() {
            return None;
        }
        if let Some(text) = self.out.decoded.get(&id) {
            return Some(text.clone());
        }
        let raw = &self.text[node.span().range()];
        Some(match node.style {
            Style::Single | Style::Double => raw[1..raw.len() - 1].into(),
            _ => raw.into(),
        })
    }
}
