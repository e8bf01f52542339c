//! `unsafe-markdown`

use std::sync::LazyLock;

use regex::Regex;
use rustc_hash::FxHashSet;

use super::code_spans::without_code;
use crate::declare_rule;
use crate::document::{Document, NodeId, NodeRef};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(what: &str) -> String {
    format!("the text holds {what}")
}

/// Nobody writes longer tags.
const TAG: usize = 1000;

declare_rule! {
    /// A description, summary or title runs a script where it is shown.
    ///
    /// Portals render these texts as Markdown, and Markdown lets HTML through. A `script` element,
    /// a link to `javascript:` or an event handler in a tag then runs with the rights of whoever
    /// reads the page. What stands in code spans and code blocks is shown, not run, and is left
    /// alone.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// openapi: 3.1.0
    /// info:
    ///   title: Parcels
    ///   version: "1"
    ///   description: Track a parcel.<script src="https://pixel.example-post.net/seen.js"></script>
    /// paths: {}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// openapi: 3.1.0
    /// info:
    ///   title: Parcels
    ///   version: "1"
    ///   description: Track a parcel. To embed the map write `<script src="map.js">` into your page.
    /// paths: {}
    /// ```
    UnsafeMarkdown = "unsafe-markdown" {
        family: Exposure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.1.1, Rich Text Formatting" => "https://spec.openapis.org/oas/v3.1.1.html#rich-text-formatting",
            "CommonMark section 6.6: raw HTML" => "https://spec.commonmark.org/0.31.2/#raw-html",
            "CWE-79: Cross-site Scripting" => "https://cwe.mitre.org/data/definitions/79.html",
        ],
    }
}

/// What runs a script, in a text without its code.
static RUNS: LazyLock<[(&str, Regex); 3]> = LazyLock::new(|| {
    [
        ("a `script` element", r"(?:^|[^\\])<(?i-u:script)(?:[\s/>]|$)"),
        (
            "a link that runs a script",
            r#"(?:\]\(\s*<?|(?:^|[^\\])<(?:[a-zA-Z][^<>]*=\s*["']?)?)(?i-u:javascript:)"#,
        ),
        (
            "a tag with an event handler",
            r#"(?:^|[^\\])<[a-zA-Z][^<>]*[\s"'/](?i-u:on(?:animation|blur|change|click|error|focus|input|key|load|mouse|pointer|submit|toggle|touch)[a-z]*)\s*="#,
        ),
    ]
    .map(|(what, pattern)| (what, Regex::new(pattern).expect("it is well formed")))
});

impl Rule for UnsafeMarkdown {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let document = cx.document();
        let mut seen = FxHashSet::default();
        for text in traces(document.text()).filter_map(|at| prose_at(document, at)) {
            if !seen.insert(text.id()) {
                continue;
            }
            let shown = without_code(&text.text());
            if let Some((what, _)) = RUNS.iter().find(|(_, runs)| runs.is_match(&shown)) {
                let draft = Draft::value(text, message(what)).label("runs where it is shown");
                cx.report(draft.help("take it out; to show it, write it as code: `…`"));
            }
        }
    }
}

/// Where in a source something may stand that runs, as cheaply as can be told: most sources have
/// nothing of the kind.
fn traces(source: &str) -> impl Iterator<Item = usize> {
    let bytes = source.as_bytes();
    let tags = memchr::memchr_iter(b'<', bytes).filter(move |at| may_run(bytes, at + 1));
    let escaped = memchr::memmem::find_iter(bytes, "u003").filter(move |at| {
        let sign = bytes.get(at + 4);
        sign.is_some_and(|sign| sign.eq_ignore_ascii_case(&b'c')) && may_run(bytes, at + 5)
    });
    let links = memchr::memmem::find_iter(bytes, "](").filter(move |at| {
        let target = &bytes[at + 2..bytes.len().min(at + 24)];
        has(target, b"javascript:")
    });
    tags.chain(escaped).chain(links)
}

/// True when what stands at `at` can be the name of a tag, and something in the tag may run.
fn may_run(bytes: &[u8], at: usize) -> bool {
    let most = &bytes[at.min(bytes.len())..bytes.len().min(at + TAG)];
    if !most.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let tag = &most[..memchr::memchr2(b'<', b'>', most).unwrap_or(most.len())];
    let tag = &tag[..memchr::memmem::find(tag, b"u003").unwrap_or(tag.len())];
    let handler = |at: &[u8]| !at[0].is_ascii_alphanumeric() && at[1..].eq_ignore_ascii_case(b"on");
    has(tag, b"script") || (tag.contains(&b'=') && tag.windows(3).any(handler))
}

fn has(text: &[u8], word: &[u8]) -> bool {
    let mut parts = text.windows(word.len());
    parts.any(|part| part.eq_ignore_ascii_case(word))
}

/// The text for people that holds the byte at an offset.
fn prose_at(document: &Document, offset: usize) -> Option<NodeRef<'_>> {
    let nodes = document.nodes();
    let after = nodes.partition_point(|node| node.start as usize <= offset);
    let node = document.at(NodeId(after.checked_sub(1)? as u32));
    let is_prose = node.is_string()
        && offset < node.span().end as usize
        && matches!(node.key(), "description" | "summary" | "title");
    // an example is no text of the document
    let is_aside = |key: &str| {
        key.starts_with("x-")
            || matches!(key, "example" | "examples" | "default" | "enum" | "const")
    };
    let mut around = std::iter::successors(node.parent(), |one| one.parent());
    (is_prose && !around.any(|one| is_aside(one.key()))).then_some(node)
}
