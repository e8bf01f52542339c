//! `unsafe-markdown`

use std::sync::LazyLock;

use regex::Regex;

use super::code_spans::without_code;
use super::script_traces::has_traces;
use crate::declare_rule;
use crate::document::{Kind, NodeRef};
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Role, Spec, Version};

fn message(what: &str) -> String {
    format!("the text holds {what}")
}

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
static RUNS: LazyLock<[(&str, Regex); 4]> = LazyLock::new(|| {
    [
        ("a `script` element", r"(?:^|[^\\])<(?i-u:script)(?:[\s/>]|$)"),
        (
            "a link that runs a script",
            r#"(?:\]\(\s*<?|(?:^|[^\\])<(?:[a-zA-Z][^<>]*=\s*["']?)?)(?i-u:javascript:)"#,
        ),
        (
            "a link that runs a script",
            r"(?m)^[\s>*+-]*\[(?:[^\[\]\\]|\\.)+\]:\s*(?i-u:<javascript:|javascript:[!-~])",
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
        if text.node().kind != Kind::String || !has_traces(text) || is_aside(cx.spec(), text) {
            return;
        }
        let shown = without_code(&text.text());
        if let Some((what, _)) = RUNS.iter().find(|(_, runs)| runs.is_match(&shown)) {
            let draft = Draft::value(text, message(what)).label("runs where it is shown");
            cx.report(draft.help("take it out; to show it, write it as code: `…`"));
        }
    }
}

/// True for what stands in an example, a value or an extension: it is no text of the document. A
/// response, property or path may have any name.
fn is_aside(spec: &Spec<'_>, text: NodeRef<'_>) -> bool {
    const ASIDE: [&str; 5] = ["example", "examples", "default", "enum", "const"];
    let is_unknown = |one: &NodeRef<'_>| match spec.role(one.id()) {
        Role::Other | Role::Examples => true,
        Role::PathItem | Role::Response | Role::Callback => one.key().starts_with("x-"),
        _ => false,
    };
    let around = std::iter::successors(text.parent(), |one| one.parent());
    let mut unknown = around.take_while(is_unknown);
    unknown.any(|one| one.key().starts_with("x-") || ASIDE.contains(&one.key()))
}
