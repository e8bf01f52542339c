//! `$ref` inside a document: each reference text is resolved once.

use std::borrow::Cow;
use std::cell::RefCell;
use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{Document, NodeId, NodeRef, Symbol, key};
use crate::text::Span;

/// Longest chain of references followed.
const MAX_HOPS: usize = 32;
/// Objects with more members than this get an index when first searched.
const SMALL: usize = 16;

/// Resolved references of one document.
#[derive(Default)]
pub struct References {
    /// Hash of a reference's source text → a place where that text stands, and its target.
    targets: RefCell<FxHashMap<u64, (Span, Option<NodeId>)>>,
    /// (object, key) → member, for large objects.
    members: RefCell<FxHashMap<(NodeId, Symbol), NodeId>>,
    indexed: RefCell<FxHashSet<NodeId>>,
}

impl References {
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
        let written = reference.target();
        let hash = hash(written.raw());
        if let Some((span, known)) = self.targets.borrow().get(&hash) {
            // equal hashes are not yet equal texts
            if document.source().slice(*span) == written.raw() {
                return known.map(|id| document.at(id));
            }
        }
        let found = self.search(document, &reference.text());
        let entry = (written.span(), found.map(NodeRef::id));
        self.targets.borrow_mut().insert(hash, entry);
        found
    }

    pub(super) fn search<'d>(&self, document: &'d Document, text: &str) -> Option<NodeRef<'d>> {
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

    fn member<'d>(&self, object: NodeRef<'d>, symbol: Symbol) -> Option<NodeRef<'d>> {
        let object = object.target();
        let id = object.id();
        if !self.indexed.borrow().contains(&id) {
            if object.children().nth(SMALL).is_none() {
                return object.member(symbol);
            }
            let mut members = self.members.borrow_mut();
            for entry in object.entries() {
                members.insert((id, entry.key_symbol()), entry.id());
            }
            self.indexed.borrow_mut().insert(id);
        }
        let members = self.members.borrow();
        members
            .get(&(id, symbol))
            .map(|id| object.document().at(*id))
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
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
