//! Which strings of a document could hold a secret.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::prefilter::{self, PatternSet};
use super::runs::runs;
use super::stretch::{SHORTEST, stretches};
use crate::document::{Document, Kind, Node, NodeId, NodeRef, PICK, key, picked};
use crate::finding::On;
use crate::text::{Span, has_either};

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
        for id in picked(NodeId(first), nodes.iter().map(is_long)) {
            let node = document.node(id);
            if !is_name(node) {
                look(id, On::Value, node.span());
            }
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

/// True for a string that is long enough.
#[allow(
    clippy::needless_bitwise_bool,
    reason = "asked of every node: a lazy operator would be a branch"
)]
fn is_long(node: &Node) -> bool {
    (node.end - node.start >= SHORTEST as u32) & (node.kind == Kind::String)
}

/// True for what is long and mixed, and no secret.
fn is_name(node: &Node) -> bool {
    matches!(node.key, key::REF | key::OPERATION_ID)
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
    let mut is_mixed = false;
    for stretch in stretches(text, part) {
        is_mixed = true;
        // most stretches have no literal anywhere
        if literals_in(text, stretch).is_some() {
            let runs = runs(text, stretch);
            runs.filter_map(|run| literals_in(text, run))
                .for_each(&mut add);
        }
        marked(text, stretch).for_each(&mut add);
    }
    if is_mixed && has_private_key(text, part) {
        add(PatternSet::of_literal(PRIVATE_KEY));
    }
    found
}

/// The patterns of the literals in a part of a text, or right before it.
fn literals_in(text: &[u8], (start, end): (usize, usize)) -> Option<PatternSet> {
    prefilter::patterns_of(&text[start.saturating_sub(BEFORE)..end])
}

/// The patterns of what has a mark, and any characters behind or before it: the user part of a URL,
/// and what is assigned with `=`.
fn marked(text: &[u8], (start, end): (usize, usize)) -> impl Iterator<Item = PatternSet> {
    let stretch = &text[start..end];
    let marked = has_either(stretch, *b"@=").then(|| memchr::memchr2_iter(b'@', b'=', stretch));
    let marks = marked.into_iter().flatten();
    marks.filter_map(move |at| {
        let at = start + at;
        if text[at] == b'=' {
            let from = at.saturating_sub(LONGEST_NAME);
            return prefilter::patterns_of(&text[from..=at]);
        }
        ends_user_part(&text[..at]).then(PatternSet::of_user_parts)
    })
}

/// The most that a literal has before its `=`: `assword`.
const LONGEST_NAME: usize = 7;

/// True when a part of a text has the first line of a private key, and room for another one: these
/// are runs.
fn has_private_key(text: &[u8], part: (usize, usize)) -> bool {
    static FIRST_LINE: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new(PRIVATE_KEY));
    let has_run = |stretch| runs(text, stretch).next().is_some();
    part.1 - part.0 > SHORTEST_KEY
        && FIRST_LINE.find(&text[part.0..part.1]).is_some()
        && stretches(text, part).any(has_run)
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
