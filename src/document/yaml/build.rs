//! What both readers put a document together with.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::document::tree::mark_duplicates;
use crate::document::used::Used;
use crate::document::{
    Document, Flags, Format, Kind, Node, NodeId, Problem, Style, Symbol, Symbols, key,
};
use crate::text::SourceFile;

/// The key that waits for its value.
#[derive(Clone, Copy)]
pub(super) struct Key {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) symbol: Symbol,
    pub(super) flags: Flags,
}

impl Key {
    pub(super) const NONE: Self = Self {
        start: 0,
        end: 0,
        symbol: Symbol::NONE,
        flags: Flags(0),
    };
}

/// Where a node goes, and what is known of it before it is read.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) key: Key,
    pub(super) parent: NodeId,
    pub(super) flags: Flags,
}

impl Slot {
    pub(super) const fn new(key: Key, parent: NodeId) -> Self {
        Self {
            key,
            parent,
            flags: Flags(0),
        }
    }

    pub(super) const fn with(mut self, flags: Flags) -> Self {
        self.flags.set(flags);
        self
    }
}

/// A document that grows.
pub(super) struct Builder {
    pub(super) nodes: Vec<Node>,
    pub(super) symbols: Symbols,
    pub(super) decoded: FxHashMap<NodeId, Box<str>>,
    pub(super) aliases: FxHashMap<NodeId, NodeId>,
    problems: Vec<Problem>,
    seen: Vec<u32>,
    merges: bool,
}

impl Builder {
    /// For a text of so many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self {
            nodes: Vec::with_capacity(bytes / 24 + 16),
            symbols: Symbols::default(),
            decoded: FxHashMap::default(),
            aliases: FxHashMap::default(),
            problems: Vec::new(),
            seen: Vec::new(),
            merges: false,
        }
    }

    /// A key from its decoded text and its place, quotes included.
    #[inline]
    pub(super) fn key(&mut self, text: &str, (start, end): (usize, usize), quoted: bool) -> Key {
        let symbol = self.symbols.intern(text);
        self.merges |= symbol == key::MERGE && !quoted;
        Key {
            start: start as u32,
            end: end as u32,
            symbol,
            flags: Flags::default().with_if(Flags::KEY_QUOTED, quoted),
        }
    }

    #[inline]
    pub(super) fn next_id(&self) -> NodeId {
        NodeId(self.nodes.len() as u32)
    }

    #[inline]
    pub(super) fn push(
        &mut self,
        slot: Slot,
        kind: Kind,
        style: Style,
        (start, end): (usize, usize),
    ) -> NodeId {
        let id = self.next_id();
        self.nodes.push(Node {
            start: start as u32,
            end: end as u32,
            key_start: slot.key.start,
            key_end: slot.key.end,
            key: slot.key.symbol,
            parent: slot.parent,
            next: NodeId(id.0 + 1),
            kind,
            flags: slot.flags.with(slot.key.flags),
            style,
            indent: 0,
        });
        id
    }

    /// A container ends at `end`; all nodes since it was pushed are inside.
    #[inline]
    pub(super) fn close(&mut self, id: NodeId, end: usize) {
        let next = self.next_id();
        let node = &mut self.nodes[id.index()];
        node.next = next;
        node.end = end as u32;
        if node.kind == Kind::Object {
            if self.seen.len() < self.symbols.count() {
                self.seen.resize(self.symbols.count() * 2, 0);
            }
            mark_duplicates(&mut self.nodes, &mut self.problems, &mut self.seen, id);
        }
    }

    pub(super) fn finish(mut self, source: &Arc<SourceFile>) -> Document {
        self.nodes.shrink_to_fit();
        self.problems.sort_by_key(|problem| problem.span);
        Document {
            used: Used::of(&self.seen),
            source: Arc::clone(source),
            format: Format::Yaml,
            nodes: self.nodes,
            symbols: self.symbols,
            decoded: self.decoded,
            aliases: self.aliases,
            problems: self.problems,
            merges: self.merges,
            positions: OnceLock::new(),
        }
    }
}
