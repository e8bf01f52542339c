//! Which strings of a document could hold a secret.

use super::prefilter::{self, PatternSet};
use super::runs::runs;
use super::site::string_at;
use super::stretch::stretches;
use crate::document::{Document, NodeId, NodeRef, key};
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
    let text = document.text().as_bytes();
    let mut out = Vec::new();
    for stretch in stretches(text) {
        out.extend(with_a_literal(document, stretch));
        out.extend(with_a_user(document, stretch));
    }
    let private = PatternSet::of_literal(PRIVATE_KEY);
    let found = memchr::memmem::find_iter(text, PRIVATE_KEY);
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

/// A private key is found by its first line: its other lines stand anywhere behind.
const PRIVATE_KEY: &str = "PRIVATE KEY-----";

/// How far before a run its literal may start: `Bearer `, and `:` of `:AA`.
const BEFORE: usize = 7;

/// The strings with a literal in or just before a run, but for names: those are long and mixed.
fn with_a_literal(document: &Document, stretch: (usize, usize)) -> impl Iterator<Item = Candidate> {
    let text = document.text().as_bytes();
    let is_name = |one: &Candidate| {
        let key = document.node(one.node).key;
        one.on == On::Value && matches!(key, key::REF | key::OPERATION_ID)
    };
    let found = runs(text, stretch).filter_map(move |(start, end)| {
        let from = start.saturating_sub(BEFORE);
        let patterns = prefilter::patterns_of(&text[from..end])?;
        value_at(document, start, patterns)
    });
    found.filter(move |one| !is_name(one))
}

/// The strings with the user part of a URL.
fn with_a_user(
    document: &Document,
    (start, end): (usize, usize),
) -> impl Iterator<Item = Candidate> {
    let text = document.text().as_bytes();
    let ats = memchr::memchr_iter(b'@', &text[start..end]).map(move |at| start + at);
    let ends = ats.filter(move |at| ends_user_part(&text[..*at]));
    ends.filter_map(move |at| value_at(document, at, PatternSet::of_user_parts()))
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
