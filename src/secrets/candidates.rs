//! Which strings of a document could hold a secret.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::prefilter::{self, PatternSet};
use super::runs::runs;
use super::stretch::{SHORTEST, stretches};
use crate::document::{Document, Kind, Node, NodeId, NodeRef, PICK, key, picked};
use crate::finding::On;
use crate::text::Span;

/// A string that holds a literal of some pattern: a value, or a key of `paths`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Candidate {
    pub(super) node: NodeId,
    pub(super) on: On,
    pub(super) patterns: PatternSet,
}

/// The candidates of a document, in its order.
pub(super) fn find(document: &Document) -> Vec<Candidate> {
    let text = document.text().as_bytes();
    let mut out = Vec::new();
    let mut look = |node, on, span| {
        let patterns = patterns_in(text, span);
        out.extend(patterns.map(|patterns| Candidate { node, on, patterns }));
    };
    for (id, span) in keys_of_paths(document) {
        look(id, On::Key, span);
    }
    let pieces = document.nodes().chunks(PICK);
    for (first, nodes) in (0..).step_by(PICK).zip(pieces) {
        for id in picked(NodeId(first), nodes.iter().map(could_hold_one)) {
            look(id, On::Value, document.node(id).span());
        }
    }
    out.sort_by_key(|one| one.node);
    out
}

fn keys_of_paths(document: &Document) -> impl Iterator<Item = (NodeId, Span)> {
    let members = document.root().children();
    let paths = members.filter(|one| one.key_symbol() == key::PATHS && !one.is_alias());
    let items = paths.flat_map(NodeRef::children);
    items.filter_map(|item| Some((item.id(), item.key_span()?)))
}

/// True for a string that is long enough, and no name: those are long and mixed, too.
#[allow(
    clippy::needless_bitwise_bool,
    reason = "asked of every node: a lazy operator would be a branch"
)]
fn could_hold_one(node: &Node) -> bool {
    let is_long = node.end - node.start >= SHORTEST as u32;
    is_long & (node.kind == Kind::String) & !matches!(node.key, key::REF | key::OPERATION_ID)
}

/// A private key is found by its first line: its other lines stand anywhere behind.
const PRIVATE_KEY: &str = "PRIVATE KEY-----";

/// No private key has fewer bytes.
const SHORTEST_KEY: usize = 64;

/// How far before a run its literal may start: `Bearer `, and `:` of `:AA`.
const BEFORE: usize = 7;

/// The patterns that could match in a part of a text.
fn patterns_in(text: &[u8], span: Span) -> Option<PatternSet> {
    let part = (span.start as usize, span.end as usize);
    let mut found = None;
    let mut add = |some: PatternSet| found.get_or_insert_with(PatternSet::default).add(some);
    let mut has_runs = false;
    for stretch in stretches(text, part) {
        for (start, end) in runs(text, stretch) {
            let from = start.saturating_sub(BEFORE);
            prefilter::patterns_of(&text[from..end]).map(&mut add);
            has_runs = true;
        }
        marked(text, stretch).for_each(&mut add);
    }
    // the lines of a key are runs
    if has_runs && has_private_key(&text[part.0..part.1]) {
        add(PatternSet::of_literal(PRIVATE_KEY));
    }
    found
}

/// The patterns of what has a mark, and any characters behind or before it: the user part of a URL,
/// and what is assigned with `=`.
fn marked(text: &[u8], (start, end): (usize, usize)) -> impl Iterator<Item = PatternSet> {
    let marks = memchr::memchr2_iter(b'@', b'=', &text[start..end]).map(move |at| start + at);
    marks.filter_map(|at| {
        if text[at] == b'=' {
            let from = at.saturating_sub(LONGEST_NAME);
            return prefilter::patterns_of(&text[from..=at]);
        }
        ends_user_part(&text[..at]).then(PatternSet::of_user_parts)
    })
}

/// The most that a literal has before its `=`: `assword`.
const LONGEST_NAME: usize = 7;

/// True when a text has the first line of a private key, and room for another one.
fn has_private_key(text: &[u8]) -> bool {
    static FIRST_LINE: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(PRIVATE_KEY));
    text.len() > SHORTEST_KEY && FIRST_LINE.find(text).is_some()
}

/// Longest user part looked for, in bytes.
const MAX_USER_PART: usize = 256;

/// True when the user part of a URL stands at the end of a text, with a password.
fn ends_user_part(text: &[u8]) -> bool {
    let head = &text[text.len().saturating_sub(MAX_USER_PART)..];
    let is_inside = |byte: &u8| !byte.is_ascii_whitespace() && !b"/\"'<>@".contains(byte);
    let inside = head.iter().rev().take_while(|byte| is_inside(byte)).count();
    let (before, user) = head.split_at(head.len() - inside);
    // a slash may be written `\/`
    (before.ends_with(b"//") || before.ends_with(br"/\/")) && user.contains(&b':')
}
