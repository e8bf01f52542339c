//! Which strings of a document could hold a secret.

use super::prefilter::{self, PatternSet};
use super::runs::runs;
use super::site::string_at;
use crate::document::{Document, Kind, Node, NodeId, NodeRef, key};
use crate::finding::On;

/// A string that holds a literal of some pattern: a value, or a key of `paths`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Candidate {
    pub(super) node: NodeId,
    pub(super) on: On,
    pub(super) patterns: PatternSet,
}

/// The candidates of a document, in its order, each once.
pub(super) fn find(document: &Document) -> Vec<Candidate> {
    let mut out = values(document);
    out.extend(paths(document));
    let user = PatternSet::of_user_parts();
    out.extend(user_parts(document.text()).filter_map(|at| value_at(document, at, user)));
    let private = PatternSet::of_literal(PRIVATE_KEY);
    let found = memchr::memmem::find_iter(document.text().as_bytes(), PRIVATE_KEY);
    out.extend(found.filter_map(|at| value_at(document, at, private)));
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

/// A private key is found by its first line: its own lines may be too short to stand out.
const PRIVATE_KEY: &str = "PRIVATE KEY-----";

/// The values with a literal in or just before a run.
fn values(document: &Document) -> Vec<Candidate> {
    let text = document.text();
    let holds = |node: &Node| {
        let long = node.end - node.start >= 12;
        let named = matches!(node.key, key::REF | key::OPERATION_ID);
        long && node.kind == Kind::String && !named
    };
    let nodes = document.nodes().iter().enumerate();
    nodes
        .filter(|(_, node)| holds(node))
        .filter_map(|(index, node)| {
            let patterns = patterns_in(&text[node.span().range()])?;
            let node = NodeId(index as u32);
            Some(Candidate {
                node,
                on: On::Value,
                patterns,
            })
        })
        .collect()
}

/// The keys of `paths` with a literal.
fn paths(document: &Document) -> impl Iterator<Item = Candidate> {
    let paths = document.root().member(key::PATHS).into_iter();
    paths.flat_map(NodeRef::children).filter_map(|path| {
        let patterns = patterns_in(document.source().slice(path.key_span()?))?;
        let node = path.id();
        Some(Candidate {
            node,
            on: On::Key,
            patterns,
        })
    })
}

/// How far before a run its literal may start: `Bearer `, and `:` of `:AA`.
const BEFORE: usize = 7;

/// The patterns of all literals in or just before a run; `None` when there is no literal.
fn patterns_in(text: &str) -> Option<PatternSet> {
    let mut found = None;
    for (start, end) in runs(text.as_bytes()) {
        let from = start.saturating_sub(BEFORE);
        if let Some(patterns) = prefilter::patterns_of(&text.as_bytes()[from..end]) {
            found.get_or_insert_with(PatternSet::default).add(patterns);
        }
    }
    found
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

/// The string value, or key of `paths`, that an offset lies in.
fn value_at(document: &Document, offset: usize, patterns: PatternSet) -> Option<Candidate> {
    let (node, on) = string_at(document, offset as u32)?;
    (on == On::Value || is_path(node)).then(|| Candidate {
        node: node.id(),
        on,
        patterns,
    })
}

/// True for a member of the document's `paths`.
fn is_path(node: NodeRef<'_>) -> bool {
    let parent = node.parent();
    parent.is_some_and(|paths| {
        paths.key_symbol() == key::PATHS
            && paths.parent().is_some_and(|root| root.parent().is_none())
    })
}
