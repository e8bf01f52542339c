//! `$ref` inside a document: each reference text is resolved once.

use std::borrow::Cow;
use std::sync::{Mutex, OnceLock, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use crate::document::{Document, NodeId, NodeRef, Symbol, key};

/// Longest chain of references followed.
const MAX_HOPS: usize = 32;
/// Objects with more members than this get an index when first searched.
const SMALL: usize = 16;

/// The references of one document, and where they lead.
pub struct References {
    /// The members `$ref` in places that the specification knows, in document order.
    written: Vec<NodeId>,
    /// What each of them names; nothing for one that names nothing here.
    targets: OnceLock<FxHashMap<NodeId, Option<NodeId>>>,
    index: Mutex<Index>,
}

/// The members of large objects.
#[derive(Default)]
struct Index {
    /// (object, key) → member
    members: FxHashMap<(NodeId, Symbol), NodeId>,
    objects: FxHashSet<NodeId>,
}

impl References {
    /// Of these members `$ref`, in any order.
    pub(super) fn new(mut written: Vec<NodeId>) -> Self {
        written.sort_unstable();
        written.dedup();
        Self {
            written,
            targets: OnceLock::new(),
            index: Mutex::default(),
        }
    }

    /// The members `$ref` in places that the specification knows, in document order.
    pub fn written(&self) -> &[NodeId] {
        &self.written
    }

    /// Those of them that stand below a node.
    pub fn below(&self, node: NodeRef<'_>) -> &[NodeId] {
        below(&self.written, node)
    }

    /// The `$ref` member of a node, when it is a string.
    pub fn reference(node: NodeRef<'_>) -> Option<NodeRef<'_>> {
        node.member(key::REF)
            .filter(|reference| reference.is_string())
    }

    /// What a node stands for: itself, or what its chain of references ends at. `None` when a
    /// reference dangles, leaves the document, or the chain is a cycle.
    pub fn follow<'d>(&self, node: NodeRef<'d>) -> Option<NodeRef<'d>> {
        let mut at = node;
        for _ in 0..MAX_HOPS {
            let Some(reference) = Self::reference(at) else {
                return Some(at);
            };
            at = self.resolve(reference)?;
        }
        None
    }

    /// A node and what its references lead to in turn, as far as they lead: a Path Item Object
    /// may hold members beside its `$ref`.
    pub fn chain<'d>(&self, node: NodeRef<'d>) -> Vec<NodeRef<'d>> {
        let mut out = vec![node];
        let mut at = node;
        while out.len() <= MAX_HOPS
            && let Some(next) = Self::reference(at).and_then(|reference| self.resolve(reference))
            && !out.contains(&next)
        {
            out.push(next);
            at = next;
        }
        out
    }

    /// The node a reference string names: `#/definitions/Pet`. `None` when it names nothing in
    /// this document.
    pub fn resolve<'d>(&self, reference: NodeRef<'d>) -> Option<NodeRef<'d>> {
        let document = reference.document();
        let targets = self.targets.get_or_init(|| self.resolve_all(document));
        match targets.get(&reference.id()) {
            Some(target) => target.map(|id| document.at(id)),
            // a string that is no `$ref`, or one where none belongs
            None => self.search(document, &reference.text()),
        }
    }

    fn resolve_all(&self, document: &Document) -> FxHashMap<NodeId, Option<NodeId>> {
        // most are written several times
        let distinct = self.written.len() / 4;
        let mut known: FxHashMap<&str, Option<NodeId>> =
            FxHashMap::with_capacity_and_hasher(distinct, FxBuildHasher);
        let mut index = self.lock();
        let resolve = |id: &NodeId| {
            let reference = document.at(*id);
            let search = || Some(index.search(document, &reference.text())?.id());
            let target = known.entry(reference.target().raw());
            (*id, *target.or_insert_with(search))
        };
        self.written.iter().map(resolve).collect()
    }

    pub(super) fn search<'d>(&self, document: &'d Document, text: &str) -> Option<NodeRef<'d>> {
        self.lock().search(document, text)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Index> {
        // an index is whole after each insertion
        self.index.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Those of a sorted list that stand below a node.
pub(crate) fn below<'l>(list: &'l [NodeId], node: NodeRef<'_>) -> &'l [NodeId] {
    let first = list.partition_point(|id| *id <= node.id());
    let rest = &list[first..];
    &rest[..rest.partition_point(|id| *id < node.node().next)]
}

impl Index {
    fn search<'d>(&mut self, document: &'d Document, text: &str) -> Option<NodeRef<'d>> {
        let mut at = document.root();
        if text == "#" {
            return Some(at);
        }
        for segment in text.strip_prefix("#/")?.split('/') {
            let segment = decode(segment);
            at = if at.is_object() {
                self.member(at, document.symbols().lookup(&segment)?)?
            } else {
                at.step(&segment)?
            };
        }
        Some(at)
    }

    fn member<'d>(&mut self, object: NodeRef<'d>, symbol: Symbol) -> Option<NodeRef<'d>> {
        let object = object.target();
        let id = object.id();
        if !self.objects.contains(&id) {
            if object.children().nth(SMALL).is_none() {
                return object.member(symbol);
            }
            let entries = object.entries();
            let members = entries.map(|entry| ((id, entry.key_symbol()), entry.id()));
            self.members.extend(members);
            self.objects.insert(id);
        }
        let member = self.members.get(&(id, symbol))?;
        Some(object.document().at(*member))
    }
}

/// A segment of a URI fragment: percent-decoded, then pointer-decoded (RFC 6901 section 6).
fn decode(segment: &str) -> Cow<'_, str> {
    if !segment.contains(['%', '~']) {
        return Cow::Borrowed(segment);
    }
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail
            .get(..2)
            .filter(|two| two.iter().all(u8::is_ascii_hexdigit));
        match hex
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok())
        {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    let text = String::from_utf8_lossy(&bytes);
    Cow::Owned(text.replace("~1", "/").replace("~0", "~"))
}
