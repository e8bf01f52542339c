//! `path-ambiguous`

use super::template;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::{Label, Severity};
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;
use rustc_hash::FxHashMap;

fn message(path: &str, other: &str) -> String {
    format!("the path `{path}` matches what `{other}` matches")
}

declare_rule! {
    /// Two paths match the same calls.
    ///
    /// Two templates that differ in the names of their variables only match the same URLs: which of
    /// them answers, and whose security is checked, is up to the server. The connector platform
    /// also takes paths that differ in letter case for the same, and refuses the second.
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
        let mut known: FxHashMap<String, NodeRef<'_>> = FxHashMap::default();
        for path in template::paths(cx.spec()) {
            let mut shape = template::shape(path.key());
            if cx.is_connector() {
                shape.make_ascii_lowercase();
            }
            let first = *known.entry(shape).or_insert(path);
            // the same key twice is no path of its own: readers take the last
            if first.key() == path.key() {
                continue;
            }
            let draft = Draft::key(path, message(path.key(), first.key()))
                .label("matches the same calls")
                .related(Label::key(first, "as this one"))
                .help("keep one of them, or tell them apart by a fixed part");
            cx.report(draft);
        }
    }
}
