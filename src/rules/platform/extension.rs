//! The extensions that the platform knows.

use crate::text::suggest;

/// What the names of all of them begin with.
const PREFIX: &str = "x-ms-";

/// Those that call an operation.
pub(super) const DYNAMIC: [&str; 5] = [
    "x-ms-dynamic-list",
    "x-ms-dynamic-properties",
    "x-ms-dynamic-schema",
    "x-ms-dynamic-tree",
    "x-ms-dynamic-values",
];

/// The others that do something.
const PLAIN: &[&str] = &[
    "x-ms-api-annotation",
    "x-ms-capabilities",
    "x-ms-connector-metadata",
    "x-ms-docs-slug",
    "x-ms-editor",
    "x-ms-editor-options",
    "x-ms-enum-values",
    "x-ms-keywords",
    "x-ms-media-kind",
    "x-ms-name-only",
    "x-ms-no-generic-test",
    "x-ms-notification-content",
    "x-ms-notification-url",
    "x-ms-openai-data",
    "x-ms-openai-manifest",
    "x-ms-operation-context",
    "x-ms-pageable",
    "x-ms-require-user-confirmation",
    "x-ms-summary",
    "x-ms-test-value",
    "x-ms-trigger",
    "x-ms-trigger-hint",
    "x-ms-trigger-metadata",
    "x-ms-url-encoding",
    "x-ms-visibility",
];

/// Those that other tools read, without the prefix: generators of clients, gateways.
const OTHERS: &[&str] = &[
    "apimtemplateparameter",
    "azure-resource",
    "client-default",
    "client-flatten",
    "client-name",
    "client-request-id",
    "code-generation-settings",
    "discriminator-value",
    "enum",
    "error-response",
    "examples",
    "external",
    "header-collection-prefix",
    "identifiers",
    "long-running-operation",
    "long-running-operation-options",
    "mutability",
    "odata",
    "parameter-grouping",
    "parameter-location",
    "parameterized-host",
    "paths",
    "request-id",
    "secret",
    "skip-url-encoding",
    "text",
];

/// The values of `nextLinkName` in `x-ms-pageable`.
pub(super) const NEXT_LINKS: &[&str] = &["nextLink", "@odata.nextLink"];

fn known() -> impl Iterator<Item = &'static str> {
    DYNAMIC.iter().chain(PLAIN).copied()
}

/// The extension that a name nearly is; `None` for a known one, and for one like none.
pub(super) fn meant(name: &str) -> Option<&'static str> {
    let own = name.strip_prefix(PREFIX)?;
    if known().any(|known| known == name) || OTHERS.contains(&own) {
        return None;
    }
    let plain = |full: &'static str| full.strip_prefix(PREFIX).unwrap_or(full);
    let near = suggest::nearest(own, known().map(plain))?;
    // the beginning of a name is another name
    if near.len().abs_diff(own.len()) > 2 {
        return None;
    }
    known().find(|full| plain(full) == near)
}

/// The words that an extension takes, when it takes only some.
pub(super) fn words(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "x-ms-visibility" => &["important", "advanced", "internal"],
        "x-ms-trigger" => &["single", "batch"],
        "x-ms-url-encoding" => &["single", "double"],
        "x-ms-media-kind" => &["image", "audio"],
        _ => return None,
    })
}
