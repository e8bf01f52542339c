//! The document: source, nodes, keys.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use super::used::Used;
use super::{Flags, Format, Kind, Node, NodeId, NodeRef, Pointer, Problem, Style, Symbols};
use super::{json, yaml};
use crate::text::{SourceFile, Span};

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
    /// Which of the well-known keys it has.
    pub(super) used: Used,
    /// Where each item stands in its array, made when an item far behind is first asked about.
    pub(super) positions: OnceLock<Box<[u32]>>,
}

/// How many items of an array are counted one by one.
const NEAR: usize = 64;

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

    /// True when some member has this name.
    pub fn has_key(&self, name: &str) -> bool {
        let symbol = self.symbols.lookup(name);
        symbol.is_some_and(|symbol| self.used.may_have(symbol))
    }

    /// Deviations the reader went on after, in source order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// True when some object may take members from another one (YAML merge key).
    pub fn has_merges(&self) -> bool {
        self.merges
    }

    /// True when some node stands for another one (YAML alias).
    pub fn has_aliases(&self) -> bool {
        !self.aliases.is_empty()
    }

    /// All nodes in document order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node at `id`.
    #[inline]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.index()]
    }

    /// The root.
    pub fn root(&self) -> NodeRef<'_> {
        self.at(NodeId::ROOT)
    }

    /// A cursor at `id`.
    #[inline]
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
    #[inline]
    pub(super) fn target(&self, id: NodeId) -> NodeId {
        if self.node(id).kind == Kind::Alias {
            self.named_by(id)
        } else {
            id
        }
    }

    #[cold]
    fn named_by(&self, alias: NodeId) -> NodeId {
        self.aliases.get(&alias).copied().unwrap_or(alias)
    }

    /// The index of an item in its array.
    pub(super) fn position(&self, array: NodeId, item: NodeId) -> usize {
        let mut near = self.at(array).children().take(NEAR);
        let known = near.position(|one| one.id() == item);
        known.unwrap_or_else(|| {
            let positions = self.positions.get_or_init(|| self.all_positions());
            positions[item.index()] as usize
        })
    }

    /// One look at each node, however many items are asked about.
    fn all_positions(&self) -> Box<[u32]> {
        let mut positions = vec![0; self.nodes.len()];
        let ids = (0..self.nodes.len() as u32).map(NodeId);
        for array in ids.filter(|id| self.node(*id).kind == Kind::Array) {
            for (position, item) in (0..).zip(self.at(array).children()) {
                positions[item.id().index()] = position;
            }
        }
        positions.into()
    }

    /// True when no object holds a key twice, as far as the reader can tell.
    pub(super) fn is_free_of_duplicates(&self) -> bool {
        self.problems.is_empty()
    }

    /// The decoded text of a scalar; the source text of anything else.
    pub(super) fn scalar_text(&self, id: NodeId) -> Cow<'_, str> {
        let node = self.node(id);
        if node.flags.has_any(Flags::DECODED.with(Flags::ESCAPED)) {
            return self.decoded_text(id, node);
        }
        Cow::Borrowed(self.source.slice(inside_quotes(node)))
    }

    fn decoded_text(&self, id: NodeId, node: &Node) -> Cow<'_, str> {
        if node.flags.has(Flags::DECODED) {
            return Cow::Borrowed(&self.decoded[&id]);
        }
        Cow::Owned(match self.format {
            Format::Json => json::unescape(self.source.slice(inside_quotes(node))),
            Format::Yaml => yaml::decode(self.text(), node),
        })
    }

    /// True when the decoded text of a scalar is `text`: in the usual case its bytes in the source.
    #[inline]
    pub(super) fn is_text(&self, id: NodeId, text: &str) -> bool {
        let node = self.node(id);
        if node.flags.has_any(Flags::DECODED.with(Flags::ESCAPED)) {
            return self.decoded_text(id, node) == text;
        }
        let span = inside_quotes(node);
        span.len() as usize == text.len()
            && self.text().as_bytes()[span.range()] == *text.as_bytes()
    }

    /// Bytes the tree takes beside its source.
    pub fn tree_bytes(&self) -> usize {
        let decoded: usize = self.decoded.values().map(|text| text.len() + 32).sum();
        self.nodes.capacity() * size_of::<Node>() + self.symbols.bytes() + decoded
    }
}

fn inside_quotes(node: &Node) -> Span {
    match node.style {
        Style::Double | Style::Single => Span::new(node.start + 1, node.end - 1),
        _ => node.span(),
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
                span: Span::new(node.key_start, node.key_end),
                kind: super::ProblemKind::DuplicateKey,
            });
        }
        *slot = stamp;
        child = node.next;
    }
}
