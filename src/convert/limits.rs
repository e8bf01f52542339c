//! Limits of the target that only the whole result shows.
//!
//! | limit | decision |
//! |---|---|
//! | most operations | reported at `paths` |
//! | most schemas in one body, references followed | reported at the operation |
//! | largest document | reported at the root |

use rustc_hash::{FxHashMap, FxHashSet};

use super::converter::Converter;
use super::loss::LossKind;
use super::members::Members;
use super::prune::references;
use crate::document::{NodeRef, Value};

const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch"];

impl<'d> Converter<'d> {
    pub(super) fn check_limits(&mut self, root: &Members) {
        let paths = self.root().get("paths").unwrap_or(self.root());
        if let Some(most) = self.limits.operations {
            let count = operations(root).count();
            if count > most {
                let what = format!("{count} operations, the target takes {most}");
                self.lose(LossKind::LimitExceeded, paths, what, "all are written");
            }
        }
        if let Some(most) = self.limits.schemas_per_body {
            self.check_bodies(root, most, paths);
        }
        if let Some(most) = self.limits.bytes {
            let bytes = root_size(root);
            if bytes > most {
                let what = format!("about {bytes} bytes of JSON, the target takes {most}");
                self.lose(LossKind::LimitExceeded, self.root(), what, "all is written");
            }
        }
    }

    fn check_bodies(&mut self, root: &Members, most: usize, paths: NodeRef<'d>) {
        let mut counts = Counts::new(root);
        let mut over = Vec::new();
        for (path, method, operation) in operations(root) {
            for body in bodies(operation) {
                let count = counts.of(body);
                if count > most {
                    over.push((path.to_owned(), method.to_owned(), count));
                }
            }
        }
        for (path, method, count) in over {
            let at = paths
                .get(&path)
                .and_then(|item| item.get(&method))
                .unwrap_or(paths);
            let what = format!("a body with {count} schemas, the target takes {most}");
            self.lose(LossKind::LimitExceeded, at, what, "all are written");
        }
    }
}

fn operations(root: &Members) -> impl Iterator<Item = (&str, &str, &Value)> {
    let paths = match root.get("paths") {
        Some(Value::Object(paths)) => paths.as_slice(),
        _ => &[],
    };
    paths.iter().flat_map(|(path, item)| {
        let operation = move |m: &&'static str| Some((path.as_str(), *m, item.get(m)?));
        METHODS.iter().filter_map(operation)
    })
}

/// The request and response bodies of an operation.
fn bodies(operation: &Value) -> Vec<&Value> {
    let mut out = Vec::new();
    if let Some(Value::Array(parameters)) = operation.get("parameters") {
        out.extend(
            parameters
                .iter()
                .filter(|p| p.get("schema").is_some() || p.get("$ref").is_some()),
        );
    }
    if let Some(Value::Object(responses)) = operation.get("responses") {
        out.extend(responses.iter().map(|(_, response)| response));
    }
    out
}

/// Counts schemas, each shared part once per body.
struct Counts<'v> {
    root: &'v Members,
    own: FxHashMap<String, (usize, Vec<String>)>,
}

impl<'v> Counts<'v> {
    fn new(root: &'v Members) -> Self {
        Self {
            root,
            own: FxHashMap::default(),
        }
    }

    fn of(&mut self, body: &Value) -> usize {
        let (mut count, mut open) = count(body);
        let mut seen = FxHashSet::default();
        while let Some(reference) = open.pop() {
            if !seen.insert(reference.clone()) {
                continue;
            }
            if !self.own.contains_key(&reference) {
                let part = part(self.root, &reference).map_or((0, Vec::new()), count_of);
                self.own.insert(reference.clone(), part);
            }
            let (inner, further) = &self.own[&reference];
            count += inner;
            open.extend(further.iter().cloned());
        }
        count
    }
}

fn part<'v>(root: &'v Members, reference: &str) -> Option<&'v Value> {
    let (kind, name) = reference.strip_prefix("#/")?.split_once('/')?;
    root.get(kind)?.get(name)
}

fn count_of(value: &Value) -> (usize, Vec<String>) {
    count(value)
}

/// Schemas in a value, and what it refers to.
fn count(value: &Value) -> (usize, Vec<String>) {
    let mut found = Vec::new();
    references(value, &mut found);
    let mut schemas = 0;
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => {
                let typed = members
                    .iter()
                    .any(|(k, _)| matches!(k.as_str(), "type" | "allOf"));
                schemas += usize::from(typed);
                open.extend(members.iter().map(|(_, member)| member));
            }
            _ => {}
        }
    }
    (schemas, found)
}

/// The size of the result as compact JSON, nearly.
fn root_size(root: &Members) -> usize {
    let mut size = root.keys().map(|key| key.len() + 4).sum::<usize>() + 2;
    let mut open: Vec<&Value> = root.values().collect();
    while let Some(value) = open.pop() {
        size += match value {
            Value::Null | Value::Bool(_) => 5,
            Value::Number(text) => text.len() + 1,
            Value::String(text) => text.len() + 3,
            Value::Array(items) => {
                open.extend(items);
                2
            }
            Value::Object(members) => {
                open.extend(members.iter().map(|(_, member)| member));
                members.iter().map(|(key, _)| key.len() + 4).sum::<usize>() + 2
            }
        };
    }
    size
}
