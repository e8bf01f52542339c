//! Placeholders that an export or a template leaves in a document: `{{TENANT_ID}}` and its kin.

use crate::document::{Kind, NodeId, NodeRef, Pointer};
use crate::secrets::placeholder::{self as written, Syntax, marked};
use crate::spec::Spec;
use crate::text::Span;

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
    let mut filled = Filled {
        text: String::new(),
        names: Vec::new(),
    };
    let mut end = 0;
    for one in to_fill(text) {
        let Some((name, value)) = values.iter().find(|(name, _)| name == one.name) else {
            continue;
        };
        filled.text.push_str(&text[end..one.range.start]);
        filled.text.push_str(value);
        end = one.range.end;
        if !filled.names.contains(name) {
            filled.names.push(name.clone());
        }
    }
    filled.text.push_str(&text[end..]);
    (!filled.names.is_empty()).then_some(filled)
}

/// The names of the placeholders in a text.
pub fn names_in(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for one in to_fill(text) {
        if !out.iter().any(|own| own == one.name) {
            out.push(one.name.to_owned());
        }
    }
    out
}

/// The placeholders whose marks mean nothing else in any document: single braces are templating,
/// angles and brackets stand in prose. Their names are words.
fn to_fill(text: &str) -> impl Iterator<Item = written::Placeholder<'_>> {
    let word = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    let marks = |syntax: Syntax| {
        matches!(
            syntax,
            Syntax::DoubleBraces
                | Syntax::Dollar
                | Syntax::DollarParentheses
                | Syntax::Hash
                | Syntax::DoubleBrackets
        )
    };
    marked(text)
        .into_iter()
        .filter(move |one| marks(one.syntax) && one.name.chars().all(word))
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
