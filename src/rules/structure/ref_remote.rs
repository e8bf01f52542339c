//! `ref-remote`

use super::reference_loop::leads_nowhere;
use crate::declare_rule;
use crate::document::NodeRef;
use crate::finding::Severity;
use crate::rule::{Context, Draft, Level, Rule, RuleMeta};
use crate::spec::Version;

fn message(reference: &str, why: &str) -> String {
    format!("the reference `{reference}` {why}")
}

declare_rule! {
    /// A reference leads out of the document's folder.
    ///
    /// It is never fetched here: a document must not make its reader call a server or read a file it
    /// was not given. What stands behind it is not checked, and a connector or gateway that does follow
    /// it trusts whoever owns that address.
    ///
    /// # Example
    ///
    /// ```yaml,fires
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels, schema: {$ref: "https://schemas.example-post.net/parcel.json"}}}
    /// ```
    ///
    /// # Instead
    ///
    /// ```yaml,silent
    /// swagger: "2.0"
    /// info: {title: Parcels, version: "1"}
    /// host: parcels.example-post.net
    /// schemes: [https]
    /// securityDefinitions:
    ///   parcelKey: {type: apiKey, in: header, name: X-Parcel-Key}
    /// security: [{parcelKey: []}]
    /// paths:
    ///   /parcels:
    ///     get:
    ///       responses: {"200": {description: Parcels, schema: {$ref: "schemas/parcel.json#/Parcel"}}}
    /// ```
    RefRemote = "ref-remote" {
        family: Structure,
        api: Level::On(Severity::Error),
        connector: Level::On(Severity::Error),
        fix: None,
        versions: &Version::ALL,
        since: "0.1.0",
        hooks: [Reference],
        references: [
            "OpenAPI 3.1.1, Reference Object" => "https://spec.openapis.org/oas/v3.1.1.html#reference-object",
            "CWE-918: Server-Side Request Forgery" => "https://cwe.mitre.org/data/definitions/918.html",
            "CWE-22: Path Traversal" => "https://cwe.mitre.org/data/definitions/22.html",
        ],
    }
}

impl Rule for RefRemote {
    fn meta(&self) -> &'static RuleMeta {
        &Self::META
    }

    fn check_reference(&self, cx: &mut Context<'_, '_>, reference: NodeRef<'_>) {
        if !leads_nowhere(cx.spec(), reference) {
            return;
        }
        let text = reference.text();
        if text.starts_with('#') {
            return;
        }
        if let Some(why) = leads_out(&text) {
            let draft = Draft::value(reference, message(&text, why))
                .label("not followed")
                .help("copy what it names into the document, or into a file beside it");
            cx.report(draft);
        }
    }
}

/// Where a reference leads, when that is out of the document's folder.
fn leads_out(text: &str) -> Option<&'static str> {
    let path = text
        .split('#')
        .next()
        .unwrap_or_default()
        .replace('\\', "/");
    let path = path.replace("%2e", ".").replace("%2E", ".");
    let scheme = path.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_alphanumeric());
    match scheme.filter(|scheme| is_scheme(scheme)) {
        Some(scheme) if scheme.len() == 1 => return Some("names a file by its full path"),
        Some(scheme) if scheme.eq_ignore_ascii_case("file") => {
            return Some("names a file by its full path");
        }
        Some(_) => return Some("leads to another resource"),
        None => {}
    }
    if path.starts_with("//") {
        return Some("leads to another resource");
    }
    if path.starts_with('/') {
        return Some("names a file by its full path");
    }
    climbs_out(&path).then_some("leads out of the document's folder")
}

/// True when `..` takes a relative path above where it starts.
fn climbs_out(path: &str) -> bool {
    let mut depth = 0_i32;
    path.split('/').any(|segment| {
        depth += match segment {
            ".." => -1,
            "" | "." => 0,
            _ => 1,
        };
        depth < 0
    })
}
