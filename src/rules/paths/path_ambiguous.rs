//! `path-ambiguous`

use super::crossing::Crossings;
use super::template;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::{Method, Spec, Version};
use rustc_hash::FxHashMap;

fn message(path: &str, other: &str) -> String {
    format!("the path `{path}` matches what `{other}` matches")
}

fn crossing(path: &str, other: &str) -> String {
    format!("the path `{path}` matches some of what `{other}` matches")
}

declare_rule! {
    /// Two paths match the same calls.
    ///
    /// Two templates that differ in the names of their variables only match the same URLs: which of
    /// them answers, and whose security is checked, is up to the server. So it is where each has a
    /// variable for a fixed part of the other, as `/{kind}/lost` and `/parcels/{number}`, and both
    /// have the same method; a path without variables goes before those that have some. The connector
    /// platform also takes paths that differ in letter case for the same, and refuses the second.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   "/parcels/{number}":
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    ///   "/parcels/{id}":
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// paths:
    ///   "/parcels/{number}":
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    ///   /parcels/lost:
    ///     get:
    ///       responses: {"200": {description: Parcels}}
    /// ```
    PathAmbiguous = "path-ambiguous" {
        family: Structure,
        api: Level::On(Severity::Warning),
        connector: Level::On(Severity::Warning),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Spec],
        references: [
            "OpenAPI 3.1.1, Path Templating" => "https://spec.openapis.org/oas/v3.1.1.html#path-templating",
            "Microsoft, Swagger validator rules: DuplicateOperationPath, PathRedefined" => "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
            "CWE-436: Interpretation Conflict" => "https://cwe.mitre.org/data/definitions/436.html",
        ],
    }
}

impl Rule for PathAmbiguous {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_spec(&self, cx: &mut Context<'_, '_>) {
        let paths: Vec<NodeRef<'_>> = template::paths(cx.spec()).collect();
        let mut known: FxHashMap<String, NodeRef<'_>> = FxHashMap::default();
        let mut crossings = Crossings::of(paths.iter().map(|path| path.key()));
        for (number, path) in paths.iter().copied().enumerate() {
            let mut shape = template::shape(path.key());
            if cx.is_connector() {
                shape.make_ascii_lowercase();
            }
            let first = *known.entry(shape).or_insert(path);
            let crossed = crossings.add(path.key(), number);
            if first.key() != path.key() {
                let message = message(path.key(), first.key());
                report(cx, path, first, message, "matches the same calls");
                continue;
            }
            // the same key twice is no path of its own: readers take the last
            let mut crossed = crossed.into_iter().map(|other| paths[other]);
            if let Some(other) = crossed.find(|other| share_a_method(cx.spec(), path, *other)) {
                let message = crossing(path.key(), other.key());
                report(cx, path, other, message, "matches some of the same calls");
            }
        }
    }
}

fn report(
    cx: &mut Context<'_, '_>,
    path: NodeRef<'_>,
    other: NodeRef<'_>,
    message: String,
    label: &'static str,
) {
    let draft = Draft::key(path, message)
        .label(label)
        .related(Label::key(other, "as this one"))
        .help("keep one of them, or tell them apart by a fixed part");
    cx.report(draft);
}

/// True when both have a method in common, or one shows none: an empty path item may hide some.
fn share_a_method(spec: &Spec<'_>, a: NodeRef<'_>, b: NodeRef<'_>) -> bool {
    let methods = |path| {
        let item = spec.follow(path).unwrap_or(path);
        let keys = item.entries().map(NodeRef::key_symbol);
        keys.filter(|key| Method::of_key(*key).is_some())
    };
    let hides = methods(a).next().is_none() || methods(b).next().is_none();
    hides || methods(a).any(|method| methods(b).any(|other| other == method))
}
