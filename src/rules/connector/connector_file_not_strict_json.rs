//! `connector-file-not-strict-json`

use crate::declare_rule;
use crate::document::{Document, Format, NodeId, Problem, ProblemKind};
use crate::finding::{Label, On, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use crate::text::Span;
use std::sync::Arc;

fn message(kind: ProblemKind, count: usize) -> String {
    match count {
        1 => kind.message().to_owned(),
        _ => format!("{} ({count} places)", kind.message()),
    }
}

declare_rule! {
    /// A file reads as JSON only by indulgence.
    ///
    /// The connector platform and most tools read strict JSON: no comments, no comma before a closing
    /// bracket, no bare tab inside a string, no byte order mark, no half of a surrogate pair. They
    /// refuse such a file, often with a message about something else.
    ///
    /// # Example
    ///
    /// ```json,fires
    /// {
    ///   "swagger": "2.0",
    ///   "info": {"title": "Parcels", "version": "1"},
    ///   "host": "parcels.example-post.net",
    ///   "paths": {},
    /// }
    /// ```
    ///
    /// # Instead
    ///
    /// ```json,silent
    /// {
    ///   "swagger": "2.0",
    ///   "info": {"title": "Parcels", "version": "1"},
    ///   "host": "parcels.example-post.net",
    ///   "paths": {}
    /// }
    /// ```
    ConnectorFileNotStrictJson = "connector-file-not-strict-json" {
        family: Connector,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "RFC 8259: The JSON Data Interchange Format" => "https://www.rfc-editor.org/rfc/rfc8259.html",
            "Microsoft, create a custom connector from an OpenAPI definition" => "https://learn.microsoft.com/connectors/custom-connectors/define-openapi-definition",
        ],
    }
}

impl Rule for ConnectorFileNotStrictJson {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let companion = cx.companion();
        for document in std::iter::once(cx.document()).chain(companion) {
            if document.format() == Format::Json {
                for kind in KINDS {
                    check_kind(cx, document, kind);
                }
            }
        }
    }
}

/// What the grammar forbids. A key that is there twice is allowed by it.
const KINDS: [ProblemKind; 5] = [
    ProblemKind::ByteOrderMark,
    ProblemKind::Comment,
    ProblemKind::TrailingComma,
    ProblemKind::ControlCharacter,
    ProblemKind::LoneSurrogate,
];

/// Most further places a finding points at.
const SHOWN: usize = 4;

/// One finding per kind: who uses comments uses many.
fn check_kind(cx: &mut Context<'_, '_>, document: &Document, kind: ProblemKind) {
    let all = document.problems().iter();
    let places: Vec<&Problem> = all.filter(|problem| problem.kind == kind).collect();
    let Some((first, others)) = places.split_first() else {
        return;
    };
    let mut draft = Draft::new(label(document, first.span), message(kind, places.len()))
        .argument(format!("{kind:?}"))
        .help("write the file as strict JSON");
    for other in others.iter().take(SHOWN) {
        draft = draft.related(label(document, other.span));
    }
    cx.report(draft);
}

fn label(document: &Document, span: Span) -> Label {
    Label {
        source: Arc::clone(document.source()),
        pointer: document.at(around(document, span)).pointer(),
        span,
        on: On::Value,
        text: String::new(),
    }
}

/// The innermost node that holds a place.
fn around(document: &Document, span: Span) -> NodeId {
    let after = document
        .nodes()
        .partition_point(|node| node.start <= span.start);
    let mut at = NodeId(after.saturating_sub(1) as u32);
    while at != NodeId::ROOT && !document.node(at).span().contains(span) {
        at = document.node(at).parent;
    }
    at
}
