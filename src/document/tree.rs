//! The document: source, nodes, keys.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Flags, Format, Kind, Node, NodeId, NodeRef, Pointer, Problem, Style, Symbols};
use super::{json, yaml};
use crate::text::SourceFile;

/// A parsed document: its source and one flat list of nodes in document order.
#[derive(Debug)]
pub struct Document {
    pub(super) source: Arc<SourceFile>,
    pub(super) format: Format,
    pub(super) nodes: Vec<Node>,
    pub(super) symbols: Symbols,
    /// Decoded text of scalars whose reader hands it out once.
    pub(super) decoded: FxHashMap<NodeId, Box<str>>,
    /// The node each alias names.
    pub(super) aliases: FxHashMap<NodeId, NodeId>,
    pub(super) problems: Vec<Problem>,
    /// True when some object has a `<<` member (YAML merge key).
    pub(super) merges: bool,
}

impl Document {
    /// The source it was read from.
    pub fn source(&self) -> &Arc<SourceFile> {
        &self.source
    }

    /// The source text.
    pub fn text(&self) -> &str {
        self.source.text()
    }

    /// Its syntax.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The interned keys.
    pub fn symbols(&self) -> &Symbols {
        &self.symbols
    }

    /// Deviations the reader went on after, in source order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// True when some object may take members from another one (YAML merge key).
    pub fn has_merges(&self) -> bool {
        self.merges
    }

    /// All nodes in document order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node at `id`.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The root.
    pub fn root(&self) -> NodeRef<'_> {
        self.at(NodeId::ROOT)
    }

    /// A cursor at `id`.
    pub fn at(&self, id: NodeId) -> NodeRef<'_> {
        NodeRef::new(self, id)
    }

    /// The node a pointer names. Looks through aliases and merge keys; of duplicates the last.
    pub fn find(&self, pointer: &Pointer) -> Option<NodeRef<'_>> {
        let mut at = self.root();
        for segment in pointer.segments() {
            at = at.step(&segment)?;
        }
        Some(at)
    }

    /// The node an alias names; any other node itself.
    pub(super) fn target(&self, id: NodeId) -> NodeId {
        if self.node(id).kind == Kind::Alias {
            self.aliases.get(&id).copied().unwrap_or(id)
        } else {
            id
        }
    }

    /// The decoded text of a scalar; the source text of anything else.
    pub(super) fn scalar_text(&self, id: NodeId) -> Cow<'_, str> {
        let node = self.node(id);
        if node.flags.has(Flags::DECODED) {
            return Cow::Borrowed(&self.decoded[&id]);
        }
        let raw = self.source.slice(node.span());
        if node.flags.has(Flags::ESCAPED) {
            return Cow::Owned(match self.format {
                Format::Json => json::unescape(&raw[1..raw.len() - 1]),
                Format::Yaml => yaml::decode(self.text(), node),
            });
        }
        match node.style {
            Style::Double | Style::Single => Cow::Borrowed(&raw[1..raw.len() - 1]),
            _ => Cow::Borrowed(raw),
        }
    }

    /// Bytes the tree takes beside its source.
    pub fn tree_bytes(&self) -> usize {
        let decoded: usize = self.decoded.values().map(|text| text.len() + 32).sum();
        self.nodes.capacity() * size_of::<Node>() + self.symbols.bytes() + decoded
    }
}

/// Mark members whose object has their key already. Runs once per object when it closes, in time
/// linear in its members: `seen` holds, per symbol, the last object that had it.
pub(super) fn mark_duplicates(
    nodes: &mut [Node],
    problems: &mut Vec<Problem>,
    seen: &mut [u32],
    object: NodeId,
) {
    let end = nodes[object.index()].next;
    let stamp = object.0 + 1;
    let mut child = NodeId(object.0 + 1);
    while child < end {
        let node = &mut nodes[child.index()];
        let slot = &mut seen[node.key.index()];
        if *slot == stamp {
            node.flags.set(Flags::DUPLICATE);
            problems.push(Problem {
                span: crate::text::Span::new(node.key_start, node.key_end),
                kind: super::ProblemKind::DuplicateKey,
            });
        }
        *slot = stamp;
        child = node.next;
    }
}
