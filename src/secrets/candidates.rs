//! Which strings of a document could hold a secret.

use super::prefilter::{self, PatternSet};
use crate::document::{Document, Kind, NodeId, NodeRef, key};
use crate::finding::On;
use crate::text::Span;

/// A string that holds a literal of some pattern: a value, or a key of `paths`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Candidate {
    pub(super) node: NodeId,
    pub(super) on: On,
    pub(super) patterns: PatternSet,
}

/// The candidates of a document, in its order, each once.
pub(super) fn find(document: &Document) -> Vec<Candidate> {
    let mut out = Vec::new();
    let mut finder = Finder {
        document,
        last: None,
    };
    for (at, patterns) in prefilter::hits(document.text()) {
        out.extend(finder.at(at as u32, patterns));
    }
    finder.last = None;
    for at in user_parts(document.text()) {
        out.extend(finder.at(at as u32, PatternSet::of_user_parts()));
    }
    merge(out)
}

/// One candidate for each place.
fn merge(mut all: Vec<Candidate>) -> Vec<Candidate> {
    all.sort_by_key(|one| (one.node, one.on == On::Value));
    all.dedup_by(|later, first| {
        let same = later.node == first.node && later.on == first.on;
        if same {
            first.patterns.add(later.patterns);
        }
        same
    });
    all
}

/// Longest user part looked for, in bytes.
const MAX_USER_PART: usize = 256;

/// The offsets of each `@` that ends the user part of a URL.
fn user_parts(text: &str) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(b'@', text.as_bytes()).filter(move |at| {
        let head = &text.as_bytes()[at.saturating_sub(MAX_USER_PART)..*at];
        let is_inside = |byte: &u8| !byte.is_ascii_whitespace() && !b"/\"'<>@".contains(byte);
        let inside = head.iter().rev().take_while(|byte| is_inside(byte)).count();
        let (before, user) = head.split_at(head.len() - inside);
        // a slash may be written `\/`
        (before.ends_with(b"//") || before.ends_with(br"/\/")) && user.contains(&b':')
    })
}

struct Finder<'d> {
    document: &'d Document,
    /// The last string something was found in: the next hit is often in the same.
    last: Option<(Span, Candidate)>,
}

impl Finder<'_> {
    /// The string an offset lies in, if it is one to look at.
    fn at(&mut self, offset: u32, patterns: PatternSet) -> Option<Candidate> {
        if let Some((span, last)) = self.last
            && span.start <= offset
            && offset < span.end
        {
            return Some(Candidate { patterns, ..last });
        }
        let nodes = self.document.nodes();
        let after = nodes.partition_point(|node| node.start <= offset);
        let (node, on, span) = self.value(after, offset).or_else(|| {
            let next = nodes.get(after)?;
            let id = NodeId(after as u32);
            let inside = next.key_start <= offset && offset < next.key_end;
            let named = inside && is_path(self.document.at(id));
            named.then(|| (id, On::Key, Span::new(next.key_start, next.key_end)))
        })?;
        let candidate = Candidate { node, on, patterns };
        self.last = Some((span, candidate));
        Some(candidate)
    }

    fn value(&self, after: usize, offset: u32) -> Option<(NodeId, On, Span)> {
        let index = after.checked_sub(1)?;
        let node = &self.document.nodes()[index];
        let inside = node.kind == Kind::String && offset < node.end;
        inside.then(|| (NodeId(index as u32), On::Value, node.span()))
    }
}

/// True for a member of the document's `paths`.
fn is_path(node: NodeRef<'_>) -> bool {
    let parent = node.parent();
    parent.is_some_and(|paths| {
        paths.key_symbol() == key::PATHS
            && paths.parent().is_some_and(|root| root.parent().is_none())
    })
}
