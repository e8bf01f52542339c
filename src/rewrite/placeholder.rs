//! Placeholders that an export or a template leaves in a document: `{{TENANT_ID}}` and its kin.

use crate::document::{Kind, NodeId, NodeRef, Pointer};
use crate::spec::Spec;
use crate::text::Span;

/// How a placeholder starts and ends.
const BRACKETS: [(&str, &str); 5] = [
    ("{{", "}}"),
    ("${", "}"),
    ("$(", ")"),
    ("#{", "}#"),
    ("[[", "]]"),
];

/// A placeholder that stands in a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placeholder {
    /// Its name, without brackets.
    pub name: String,
    /// The node whose value or key holds it.
    pub pointer: Pointer,
    /// The value or key.
    pub span: Span,
}

/// A text with its placeholders filled in.
pub(super) struct Filled {
    pub(super) text: String,
    pub(super) names: Vec<String>,
}

/// `text` with the values put in; `None` when none of them stands in it.
pub(super) fn fill(text: &str, values: &[(String, String)]) -> Option<Filled> {
    let mut out = text.to_owned();
    let mut names = Vec::new();
    for (name, value) in values {
        for (open, close) in BRACKETS {
            let spellings = [
                format!("{open}{name}{close}"),
                format!("{open} {name} {close}"),
            ];
            for spelling in spellings {
                if out.contains(&spelling) {
                    out = out.replace(&spelling, value);
                    names.push(name.clone());
                }
            }
        }
    }
    names.dedup();
    (!names.is_empty()).then_some(Filled { text: out, names })
}

/// The names of the placeholders in a text.
pub fn names_in(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (open, close) in BRACKETS {
        let mut rest = text;
        while let Some((_, tail)) = split_once(rest, open) {
            let Some((name, after)) = split_once(tail, close) else {
                break;
            };
            let name = name.trim();
            let word = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
            if !name.is_empty() && name.chars().all(word) && !out.iter().any(|own| own == name) {
                out.push(name.to_owned());
            }
            rest = after;
        }
    }
    out
}

/// As [`str::split_once`], at memory speed: the text may be a whole document.
fn split_once<'t>(text: &'t str, at: &str) -> Option<(&'t str, &'t str)> {
    let found = memchr::memmem::find(text.as_bytes(), at.as_bytes())?;
    Some((&text[..found], &text[found + at.len()..]))
}

/// The placeholders in the subtree of a node, keys and values.
pub fn placeholders(spec: &Spec<'_>, place: NodeRef<'_>) -> Vec<Placeholder> {
    let document = spec.document();
    let last = document.node(place.id()).next;
    let mut out = Vec::new();
    for id in (place.id().0..last.0).map(NodeId) {
        let node = document.at(id);
        if let Some(span) = node.key_span() {
            out.extend(
                names_in(node.key())
                    .into_iter()
                    .map(|name| found(node, span, name)),
            );
        }
        if node.node().kind == Kind::String {
            let names = names_in(&node.text());
            out.extend(names.into_iter().map(|name| found(node, node.span(), name)));
        }
    }
    out
}

fn found(node: NodeRef<'_>, span: Span, name: String) -> Placeholder {
    Placeholder {
        name,
        pointer: node.pointer(),
        span,
    }
}
