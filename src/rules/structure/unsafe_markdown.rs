//! `unsafe-markdown`

use std::sync::LazyLock;

use regex::Regex;

use super::code_spans::without_code;
use crate::declare_rule;
use crate::document::{Flags, Kind, NodeRef};
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
        hooks: [Member("description", "summary", "title")],
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

    fn check_member(&self, cx: &mut Context<'_, '_>, text: NodeRef<'_>) {
        if text.node().kind != Kind::String || !has_traces(text) || is_aside(text) {
            return;
        }
        let shown = without_code(&text.text());
        if let Some((what, _)) = RUNS.iter().find(|(_, runs)| runs.is_match(&shown)) {
            let draft = Draft::value(text, message(what)).label("runs where it is shown");
            cx.report(draft.help("take it out; to show it, write it as code: `…`"));
        }
    }
}

/// True for what stands in an example: it is no text of the document.
fn is_aside(text: NodeRef<'_>) -> bool {
    const ASIDE: [&str; 5] = ["example", "examples", "default", "enum", "const"];
    let mut around = std::iter::successors(text.parent(), |one| one.parent());
    around.any(|one| one.key().starts_with("x-") || ASIDE.contains(&one.key()))
}

/// True when something may stand in a text that runs, as cheaply as can be told: most texts have
/// nothing of the kind.
fn has_traces(text: NodeRef<'_>) -> bool {
    let source = text.raw().as_bytes();
    let mut marks = memchr::memchr2_iter(b'<', b']', source);
    let is_escaped = text.node().flags.has(Flags::ESCAPED);
    marks.any(|at| match source[at] {
        b'<' => may_run(&source[at + 1..]),
        _ => is_link(&source[at + 1..]),
    }) || is_escaped && has_escaped_traces(source)
}

/// True when what stands behind a `]` is the target of a link that runs.
fn is_link(behind: &[u8]) -> bool {
    behind.starts_with(b"(") && has(&behind[..behind.len().min(24)], b"javascript:")
}

fn has_escaped_traces(source: &[u8]) -> bool {
    memchr::memmem::find_iter(source, "u003").any(|at| {
        let sign = source.get(at + 4);
        sign.is_some_and(|sign| sign.eq_ignore_ascii_case(&b'c')) && may_run(&source[at + 5..])
    })
}

/// True when what stands behind a `<` can be the name of a tag, and something in the tag may run.
fn may_run(behind: &[u8]) -> bool {
    let most = &behind[..behind.len().min(TAG)];
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
