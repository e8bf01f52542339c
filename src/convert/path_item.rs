//! The Paths and Path Item Objects.
//!
//! | source | decision |
//! |---|---|
//! | a path | kept; one without leading slash gets it, reported |
//! | the same placeholder twice in a path | the later one gets a number, reported |
//! | a path item that is no object | an empty one, reported |
//! | `$ref` of a path item | written in place; own members win |
//! | `get`, `put`, `post`, `delete`, `options`, `head`, `patch` | kept |
//! | `trace`, `query`, `additionalOperations` (3.2) | left out, reported |
//! | `parameters` | kept |
//! | `summary`, `description` | `x-summary`, `x-description` |
//! | `servers` | `schemes` of the operations or reported, see `server` |

use std::ops::Range;

use super::draft::Draft;
use rustc_hash::FxHashSet;

use super::converter::Converter;
use super::loss::LossKind;
use super::members::Members;
use super::operation::Surroundings;
use super::parameter::Sent;
use super::plain::Keep;
use crate::document::NodeRef;

const PLAIN: &[(&str, Keep)] = &[
    ("summary", Keep::As("x-summary")),
    ("description", Keep::As("x-description")),
    ("servers", Keep::Elsewhere),
    ("$ref", Keep::Elsewhere),
];

impl<'d> Converter<'d> {
    pub(super) fn paths(&mut self, node: NodeRef<'d>) -> Draft<'d> {
        if !node.is_object() {
            self.lose_invalid(node);
        }
        let mut out = Members::new();
        let mut seen = FxHashSet::default();
        let entries: Vec<_> = node.entries().collect();
        for (entry, item) in entries.iter().zip(self.each(&entries, Self::path_entry)) {
            let Some((path, item)) = item else {
                self.extension_or_loss(*entry, &mut out);
                continue;
            };
            if !seen.insert(path.clone()) {
                let what = format!("the path `{path}` again");
                self.lose(
                    LossKind::PathMalformed,
                    *entry,
                    what,
                    "the last one is kept",
                );
            }
            if entry.is_duplicate() || path != entry.key() {
                out.put(path, item);
            } else {
                out.put_entry(*entry, item);
            }
        }
        out.into_value()
    }

    /// A path and its item; nothing for an extension.
    fn path_entry(&mut self, entry: NodeRef<'d>) -> Option<(String, Draft<'d>)> {
        if entry.key().starts_with("x-") {
            return None;
        }
        let path = self.path(entry);
        if !entry.is_object() {
            self.lose_invalid(entry);
        }
        let item = self.path_item(entry, &path);
        Some((path, item))
    }

    /// The path of an entry: it begins with a slash and names each placeholder once.
    fn path(&mut self, entry: NodeRef<'d>) -> String {
        let mut path = entry.key().to_owned();
        if !path.starts_with('/') {
            let what = "a path without leading slash";
            self.lose(LossKind::PathMalformed, entry, what, "the slash is added");
            path.insert(0, '/');
        }
        let names = names_in(&path);
        let mut seen = FxHashSet::default();
        let mut out = String::new();
        let mut written = 0;
        for (at, name) in names.into_iter().enumerate() {
            let text = &path[name.clone()];
            if !seen.insert(text) {
                let what = format!("the path names `{text}` twice");
                let fresh = format!("{text}_{}", at + 1);
                let instead = format!("the later is `{fresh}`");
                self.lose(LossKind::PathMalformed, entry, what, instead);
                out = out + &path[written..name.start] + &fresh;
                written = name.end;
            }
        }
        out + &path[written..]
    }

    fn path_item(&mut self, entry: NodeRef<'d>, path: &str) -> Draft<'d> {
        let parts = self.item_parts(entry);
        let placeholders = placeholders(path);
        let servers = parts.iter().find_map(|part| part.get("servers"));
        let lists = parts.iter().filter_map(|part| part.get("parameters"));
        let shared = match lists.clone().next() {
            Some(list) => {
                let sent = self.parameters(list);
                self.fit_path(sent, list, &placeholders)
            }
            None => Vec::new(),
        };
        let mut out = Members::new();
        let mut beside = Members::new();
        for part in &parts {
            for member in part.entries() {
                if out.has(member.key()) && !member.is_duplicate() {
                    continue;
                }
                let mut around = Surroundings {
                    placeholders: &placeholders,
                    shared: &shared,
                    path_item: entry,
                    servers,
                    beside: &mut beside,
                };
                self.item_member(member, &mut around, &mut out);
            }
        }
        out.append(beside);
        out.into_value()
    }

    fn item_member(
        &mut self,
        member: NodeRef<'d>,
        around: &mut Surroundings<'_, 'd>,
        out: &mut Members<'d>,
    ) {
        match member.key() {
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch"
                if member.is_object() =>
            {
                let operation = self.operation(member, around);
                out.put_entry(member, operation);
            }
            "parameters" => {
                let values = around.shared.iter().map(|p: &Sent<'d>| p.value.clone());
                let values: Vec<_> = values.collect();
                if !values.is_empty() {
                    out.put_entry(member, Draft::Array(values));
                }
            }
            "trace" | "query" => self.lose_method(member, member.key()),
            "additionalOperations" => {
                self.lose_unless_object(member);
                for operation in member.entries() {
                    self.lose_method(operation, operation.key());
                }
            }
            _ => self.plain_member(member, PLAIN, out),
        }
    }

    fn lose_method(&mut self, operation: NodeRef<'d>, method: &str) {
        let what = format!("an operation with the method {}", method.to_uppercase());
        self.lose(LossKind::MethodDropped, operation, what, "left out");
    }

    /// A path item and what its `$ref` chain adds, nearest first.
    fn item_parts(&mut self, entry: NodeRef<'d>) -> Vec<NodeRef<'d>> {
        let mut parts = vec![entry];
        let mut at = entry;
        while at.get("$ref").is_some() {
            let Some(next) = self.follow(at) else { break };
            if parts.contains(&next) {
                let what = "path items that refer to each other in a circle";
                self.lose(LossKind::ReferenceUnresolved, at, what, "followed once");
                break;
            }
            self.lose_unless_object(next);
            parts.push(next);
            at = next;
        }
        parts
    }

    /// Webhooks (3.1): Swagger 2.0 has none.
    pub(super) fn lose_webhooks(&mut self, webhooks: NodeRef<'d>) {
        self.lose_unless_object(webhooks);
        for webhook in webhooks.entries() {
            let what = format!("the webhook `{}`", webhook.key());
            self.lose(LossKind::WebhookDropped, webhook, what, "left out");
        }
    }
}

/// The names in a path template.
pub(super) fn placeholders(path: &str) -> Vec<String> {
    let names = names_in(path).into_iter();
    names.map(|name| path[name].to_owned()).collect()
}

/// Where the names of a path template stand.
fn names_in(path: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    for (open, _) in path.match_indices('{') {
        let rest = &path[open + 1..];
        if let Some(close) = rest.find(['{', '}', '/'])
            && rest.as_bytes()[close] == b'}'
            && close > 0
        {
            names.push(open + 1..open + 1 + close);
        }
    }
    names
}
