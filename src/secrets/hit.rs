//! A secret that was found: its place and what it is, never its text.

use std::sync::Arc;

use super::{Pattern, PatternKind, Site};
use crate::document::{Document, NodeId, NodeRef};
use crate::finding::{On, SecretSpan, Severity};
use crate::text::Span;

/// Whether a secret is worth something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Life {
    /// Nothing says that it is not.
    Live,
    /// Its own text says that it has run out.
    Expired,
    /// It opens a vendor's test mode only.
    Test,
}

/// A secret in a document.
#[derive(Clone, PartialEq, Debug)]
pub struct Hit {
    /// The string it stands in.
    pub node: NodeId,
    /// In its value or in its key.
    pub on: On,
    /// Its bytes in the source.
    pub span: Span,
    /// The index of its form in [`super::PATTERNS`].
    pub pattern: usize,
    /// Where the string stands.
    pub site: Site,
    /// Whether it is worth something.
    pub life: Life,
    /// What may be shown of it: at most four characters, and its length.
    pub masked: String,
}

impl Hit {
    /// Its form.
    pub fn form(&self) -> &'static Pattern {
        &super::PATTERNS[self.pattern]
    }

    /// How bad it is, by where it stands and whether it still opens anything.
    pub fn severity(&self) -> Severity {
        match self.life {
            Life::Live => self.site.severity(),
            Life::Expired => Severity::Info,
            Life::Test => self.site.severity().min(Severity::Warning),
        }
    }

    /// Its place, for outputs to cover.
    pub fn secret(&self, document: &Document) -> SecretSpan {
        SecretSpan {
            source: Arc::clone(document.source()),
            span: self.span,
        }
    }
}

/// What was found in a document and in the `apiProperties.json` beside it.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    /// In the document, in its order.
    pub document: Vec<Hit>,
    /// In the companion, in its order.
    pub companion: Vec<Hit>,
}

impl Secrets {
    /// Search both files.
    pub fn of(document: &Document, companion: Option<&Document>) -> Self {
        Self {
            document: super::scan(document),
            companion: companion.map(super::scan).unwrap_or_default(),
        }
    }

    /// True when a value of the document holds a token of a known form.
    pub fn has_token(&self, node: NodeRef<'_>) -> bool {
        has_token(&self.document, node)
    }

    /// True when a value of the companion holds a token of a known form.
    pub fn has_token_beside(&self, node: NodeRef<'_>) -> bool {
        has_token(&self.companion, node)
    }
}

fn has_token(hits: &[Hit], node: NodeRef<'_>) -> bool {
    let node = node.target().id();
    hits.iter()
        .any(|hit| hit.node == node && hit.form().kind == PatternKind::Token)
}
