//! Where in a document a string stands, as far as it says how bad a secret there is.

use crate::document::{Document, Kind, NodeId, NodeRef, Symbol, key};
use crate::finding::{On, Severity};

/// The string value or the key that a byte of the source lies in.
pub fn string_at(document: &Document, offset: u32) -> Option<(NodeRef<'_>, On)> {
    let nodes = document.nodes();
    let after = nodes.partition_point(|node| node.start <= offset);
    let before = NodeId(after.checked_sub(1)? as u32);
    let node = document.node(before);
    if node.kind == Kind::String && offset < node.end {
        return Some((document.at(before), On::Value));
    }
    let next = nodes.get(after)?;
    let inside = next.key_start <= offset && offset < next.key_end;
    inside.then(|| (document.at(NodeId(after as u32)), On::Key))
}

/// Where a string stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Site {
    /// In words for people: `description`, `summary`, a tooltip.
    Prose,
    /// In an example: shown, not sent.
    Example,
    /// Anywhere else: a default, a constant, a URL, an extension, a policy. It is used.
    Value,
}

impl Site {
    /// Where a value or key of a document stands.
    pub fn of(node: NodeRef<'_>) -> Self {
        let document = node.document();
        let mut at = node;
        let mut site = if is_prose(node) {
            Self::Prose
        } else {
            Self::Value
        };
        while let Some(parent) = at.parent() {
            if is_example(at.key_symbol(), document) && !names_a_schema(parent) {
                site = Self::Example;
            }
            at = parent;
        }
        site
    }

    /// How bad a secret is there.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Value => Severity::Error,
            Self::Example => Severity::Warning,
            Self::Prose => Severity::Info,
        }
    }
}

/// Keys whose strings are words for people, beside those of the specification.
const PROSE: [&str; 5] = [
    "tooltip",
    "displayName",
    "x-ms-description",
    "x-summary",
    "termsOfService",
];

fn is_prose(node: NodeRef<'_>) -> bool {
    matches!(
        node.key_symbol(),
        key::DESCRIPTION | key::SUMMARY | key::TITLE | key::X_MS_SUMMARY
    ) || PROSE.contains(&node.key())
}

fn is_example(symbol: Symbol, document: &Document) -> bool {
    matches!(symbol, key::EXAMPLE | key::EXAMPLES)
        || symbol != Symbol::NONE
            && matches!(
                document.symbols().text(symbol),
                "x-example" | "x-examples" | "x-ms-examples" | "x-code-samples" | "x-codeSamples"
            )
}

/// True for a map whose keys are names of the author's choice: a property may be called `example`.
fn names_a_schema(parent: NodeRef<'_>) -> bool {
    matches!(parent.key_symbol(), key::PROPERTIES | key::DEFINITIONS)
}
