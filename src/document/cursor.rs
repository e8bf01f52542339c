//! A copyable cursor at a node. It looks through YAML aliases and merge keys, so that everything
//! above sees plain objects, arrays and scalars.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::collections::hash_map::Entry as Slot;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Document, Flags, Kind, Node, NodeId, Pointer, Symbol, key};
use crate::text::Span;

/// Segments that most pointers have room in.
const USUAL_DEPTH: usize = 16;

/// A cursor at a node of a document.
#[derive(Clone, Copy)]
pub struct NodeRef<'d> {
    document: &'d Document,
    id: NodeId,
}

impl<'d> NodeRef<'d> {
    #[inline]
    pub(super) fn new(document: &'d Document, id: NodeId) -> Self {
        Self { document, id }
    }

    /// The document.
    #[inline]
    pub fn document(self) -> &'d Document {
        self.document
    }

    /// The node's index.
    #[inline]
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The node as it stands in the source: an alias is an alias.
    #[inline]
    pub fn node(self) -> &'d Node {
        self.document.node(self.id)
    }

    /// The node an alias names; any other node itself.
    #[must_use]
    #[inline]
    pub fn target(self) -> Self {
        Self::new(self.document, self.document.target(self.id))
    }

    /// True for a YAML alias.
    #[inline]
    pub fn is_alias(self) -> bool {
        self.node().kind == Kind::Alias
    }

    /// What it is, aliases looked through.
    #[inline]
    pub fn kind(self) -> Kind {
        self.target().node().kind
    }

    /// True for an object.
    #[inline]
    pub fn is_object(self) -> bool {
        self.kind() == Kind::Object
    }

    /// True for an array.
    #[inline]
    pub fn is_array(self) -> bool {
        self.kind() == Kind::Array
    }

    /// True for a string.
    #[inline]
    pub fn is_string(self) -> bool {
        self.kind() == Kind::String
    }

    /// True for `null`.
    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// True for an array or object without members, merge keys followed.
    pub fn is_empty(self) -> bool {
        self.children().next().is_none()
    }

    /// The value's place in the source.
    #[inline]
    pub fn span(self) -> Span {
        self.node().span()
    }

    /// The key's place in the source, quotes included.
    pub fn key_span(self) -> Option<Span> {
        self.node().key_span()
    }

    /// Key and value together; the value alone for an item.
    pub fn entry_span(self) -> Span {
        self.key_span()
            .map_or(self.span(), |key| key.cover(self.span()))
    }

    /// The decoded key; empty for an item and for the root.
    #[inline]
    pub fn key(self) -> &'d str {
        self.document.symbols().text(self.node().key)
    }

    /// The interned key.
    #[inline]
    pub fn key_symbol(self) -> Symbol {
        self.node().key
    }

    /// The containing node.
    #[inline]
    pub fn parent(self) -> Option<Self> {
        let parent = self.node().parent;
        (parent != NodeId::NONE).then(|| Self::new(self.document, parent))
    }

    /// The value's source text.
    pub fn raw(self) -> &'d str {
        self.document.source().slice(self.span())
    }

    /// The decoded text of a scalar of any type; the source text of a container.
    pub fn text(self) -> Cow<'d, str> {
        self.document.scalar_text(self.document.target(self.id))
    }

    /// The decoded text, when it is a string.
    pub fn as_str(self) -> Option<Cow<'d, str>> {
        self.is_string().then(|| self.text())
    }

    /// The boolean, when it is one.
    pub fn as_bool(self) -> Option<bool> {
        match self.kind() {
            Kind::True => Some(true),
            Kind::False => Some(false),
            _ => None,
        }
    }

    /// True when it is a string equal to `text`; does not decode in the usual case.
    #[inline]
    pub fn is_str(self, text: &str) -> bool {
        let target = self.target();
        target.node().kind == Kind::String && self.document.is_text(target.id, text)
    }

    /// The members of an object or the items of an array as they stand in the source: a merge key
    /// is a member, duplicates are all there.
    #[inline]
    pub fn children(self) -> Children<'d> {
        let target = self.document.target(self.id);
        let node = self.document.node(target);
        let first = if node.is_container() {
            NodeId(target.0 + 1)
        } else {
            node.next
        };
        Children {
            document: self.document,
            at: first,
            end: node.next,
        }
    }

    /// The items of an array; nothing for anything else.
    pub fn items(self) -> Children<'d> {
        if self.is_array() {
            self.children()
        } else {
            Children::none(self.document)
        }
    }

    /// The members of an object, merge keys applied; nothing for anything else. Of duplicates each
    /// one is given.
    #[inline]
    pub fn entries(self) -> Entries<'d> {
        Entries::new(self)
    }

    /// The member with this key: own before merged, of duplicates the last.
    pub fn get(self, key: &str) -> Option<Self> {
        self.member(self.document.symbols().lookup(key)?)
    }

    /// The member with this interned key: own before merged, of duplicates the last.
    pub fn member(self, symbol: Symbol) -> Option<Self> {
        let object = self.target();
        let Node {
            kind, next: end, ..
        } = *object.node();
        if kind != Kind::Object {
            return None;
        }
        let first_counts = self.document.is_free_of_duplicates();
        let mut hit = None;
        let mut at = NodeId(object.id.0 + 1);
        while at < end {
            let child = self.document.node(at);
            if child.key == symbol {
                hit = Some(Self::new(self.document, at));
                if first_counts {
                    break;
                }
            }
            at = child.next;
        }
        if hit.is_none() && self.document.merges {
            return Entries::new(self)
                .filter(|entry| entry.node().key == symbol)
                .last();
        }
        hit
    }

    /// The item at an index.
    pub fn item(self, index: usize) -> Option<Self> {
        self.items().nth(index)
    }

    /// The child a pointer segment names.
    pub fn step(self, segment: &str) -> Option<Self> {
        if self.is_array() {
            let plain = segment == "0" || !segment.starts_with(['0', '+']);
            self.item(segment.parse().ok().filter(|_| plain)?)
        } else {
            self.get(segment)
        }
    }

    /// The pointer to where it stands in the source.
    pub fn pointer(self) -> Pointer {
        let mut segments = Vec::with_capacity(USUAL_DEPTH);
        let mut at = self;
        while let Some(parent) = at.parent() {
            segments.push(if parent.node().kind == Kind::Object {
                Cow::Borrowed(at.key())
            } else {
                Cow::Owned(at.document.position(parent.id, at.id).to_string())
            });
            at = parent;
        }
        Pointer::from_inside_out(&segments)
    }

    /// True when the same object holds this key earlier.
    pub fn is_duplicate(self) -> bool {
        self.node().flags.has(Flags::DUPLICATE)
    }
}

impl PartialEq for NodeRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.document, other.document) && self.id == other.id
    }
}

impl Eq for NodeRef<'_> {}

impl std::fmt::Debug for NodeRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NodeRef({} {:?})", self.pointer(), self.node().kind)
    }
}

/// The children of a node, in source order.
#[derive(Clone)]
pub struct Children<'d> {
    document: &'d Document,
    at: NodeId,
    end: NodeId,
}

impl<'d> Children<'d> {
    fn none(document: &'d Document) -> Self {
        Self {
            document,
            at: NodeId::ROOT,
            end: NodeId::ROOT,
        }
    }
}

impl<'d> Iterator for Children<'d> {
    type Item = NodeRef<'d>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.end {
            return None;
        }
        let child = self.at;
        self.at = self.document.node(child).next;
        Some(NodeRef::new(self.document, child))
    }
}

/// The members of an object with its merge keys applied, own members first.
pub struct Entries<'d> {
    own: Children<'d>,
    /// Members that come from merged mappings, nearest first.
    merged: Option<std::vec::IntoIter<NodeRef<'d>>>,
}

impl<'d> Entries<'d> {
    #[inline]
    fn new(object: NodeRef<'d>) -> Self {
        let own = match object.kind() {
            Kind::Object => object.children(),
            _ => Children::none(object.document),
        };
        let has_any = object.document.merges;
        let merged = has_any.then(|| merged_members(object).into_iter());
        Self { own, merged }
    }
}

impl<'d> Iterator for Entries<'d> {
    type Item = NodeRef<'d>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.own.next() {
                Some(entry) if is_merge(entry) => {}
                Some(entry) => return Some(entry),
                None => return self.merged.as_mut()?.next(),
            }
        }
    }
}

/// A merge key is a plain `<<` with a mapping or a list of mappings (YAML 1.1 merge type).
fn is_merge(entry: NodeRef<'_>) -> bool {
    entry.node().key == key::MERGE
        && entry.document.merges
        && !entry.node().flags.has(Flags::KEY_QUOTED)
        && matches!(entry.kind(), Kind::Object | Kind::Array)
}

/// Members an object gets from its merge keys: nearer mappings win, own members win over all; of
/// duplicates in one mapping the last counts.
fn merged_members(object: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    let mut out: Vec<NodeRef<'_>> = Vec::new();
    // which mapping a key was taken from, and where it stands in `out`
    let mut taken: FxHashMap<Symbol, (NodeId, usize)> = FxHashMap::default();
    let target = object.target().id;
    for own in object.children().filter(|entry| !is_merge(*entry)) {
        taken.insert(own.node().key, (target, 0));
    }
    let mut visited = FxHashSet::from_iter([target]);
    let mut queue: VecDeque<_> = merge_sources(object).into();
    while let Some(source) = queue.pop_front() {
        if !visited.insert(source.id) {
            continue;
        }
        for entry in source.children().filter(|entry| !is_merge(*entry)) {
            match taken.entry(entry.node().key) {
                Slot::Vacant(slot) => {
                    slot.insert((source.id, out.len()));
                    out.push(entry);
                }
                Slot::Occupied(slot) if slot.get().0 == source.id => out[slot.get().1] = entry,
                Slot::Occupied(_) => {}
            }
        }
        for nested in merge_sources(source).into_iter().rev() {
            queue.push_front(nested);
        }
    }
    out
}

fn merge_sources(object: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    // the items of an array have no keys
    object
        .children()
        .filter(|entry| is_merge(*entry))
        .flat_map(|entry| match entry.kind() {
            Kind::Object => vec![entry.target()],
            _ => entry.items().map(NodeRef::target).collect(),
        })
        .filter(|source| source.is_object())
        .collect()
}
