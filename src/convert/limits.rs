//! Limits of the target that only the whole result shows.
//!
//! | limit | decision |
//! |---|---|
//! | most operations | reported at `paths` |
//! | most schemas in one body, references followed | reported at the operation |
//! | largest document | reported at the root |

use super::draft::Draft;
use rustc_hash::FxHashMap;

use super::converter::Converter;
use super::loss::LossKind;
use super::members::Members;
use super::prune::{Parts, references};
use super::within;
use crate::document::NodeRef;

const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch"];

impl<'d> Converter<'d> {
    pub(super) fn check_limits(&mut self, root: &Members<'d>) {
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

    fn check_bodies(&mut self, root: &Members<'d>, most: usize, paths: NodeRef<'d>) {
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

fn operations<'v>(
    root: &'v Members<'_>,
) -> impl Iterator<Item = (&'v str, &'static str, &'v Draft<'v>)> {
    let paths = match root.get("paths") {
        Some(Draft::Object(paths)) => paths.as_slice(),
        _ => &[],
    };
    paths.iter().flat_map(|(path, item)| {
        let operation = move |m: &&'static str| Some((path.as_ref(), *m, item.get(m)?));
        METHODS.iter().filter_map(operation)
    })
}

/// The request and response bodies of an operation.
fn bodies<'v>(operation: &'v Draft<'v>) -> Vec<&'v Draft<'v>> {
    let mut out = Vec::new();
    if let Some(Draft::Array(parameters)) = operation.get("parameters") {
        let is_body = |p: &&Draft<'_>| p.has("schema") || p.has("$ref");
        out.extend(parameters.iter().filter(is_body));
    }
    if let Some(Draft::Object(responses)) = operation.get("responses") {
        out.extend(responses.iter().map(|(_, response)| response));
    }
    out
}

/// Counts schemas, each shared part once per body.
struct Counts {
    /// The number of each shared part that is referred to.
    numbers: FxHashMap<String, usize>,
    /// How many schemas each one has, and the parts it refers to.
    parts: Vec<(usize, Vec<usize>)>,
    /// The last body each one was seen from.
    seen: Vec<usize>,
    bodies: usize,
}

impl Counts {
    fn new(root: &Members<'_>) -> Self {
        let mut counts = Self {
            numbers: FxHashMap::default(),
            parts: Vec::new(),
            seen: Vec::new(),
            bodies: 0,
        };
        let known = Parts::of(root);
        for (reference, part) in &known.0 {
            let (count, references) = count(part);
            let number = counts.number(reference.clone());
            let further = references.into_iter().filter(|r| known.0.contains_key(r));
            let further = further.map(|reference| counts.number(reference)).collect();
            counts.parts[number] = (count, further);
        }
        counts
    }

    fn number(&mut self, reference: String) -> usize {
        let next = self.parts.len();
        let number = *self.numbers.entry(reference).or_insert(next);
        if number == next {
            self.parts.push((0, Vec::new()));
            self.seen.push(0);
        }
        number
    }

    fn of(&mut self, body: &Draft<'_>) -> usize {
        let (mut count, references) = count(body);
        let numbers = references.iter();
        let mut open: Vec<usize> = numbers
            .filter_map(|reference| self.numbers.get(reference).copied())
            .collect();
        self.bodies += 1;
        while let Some(number) = open.pop() {
            if self.seen[number] != self.bodies {
                self.seen[number] = self.bodies;
                let (inner, further) = &self.parts[number];
                count += inner;
                open.extend(further);
            }
        }
        count
    }
}

/// Schemas in a value, and what it refers to.
fn count(value: &Draft<'_>) -> (usize, Vec<String>) {
    let mut found = Vec::new();
    references(value, &mut found);
    let mut schemas = 0;
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match value {
            Draft::Array(items) => open.extend(items),
            Draft::Object(members) => {
                let typed = members
                    .iter()
                    .any(|(k, _)| matches!(k.as_ref(), "type" | "allOf"));
                schemas += usize::from(typed);
                open.extend(members.iter().map(|(_, member)| member));
            }
            Draft::Source(node) => schemas += within::schemas(*node),
            _ => {}
        }
    }
    (schemas, found)
}

/// The size of the result as compact JSON, nearly.
fn root_size(root: &Members<'_>) -> usize {
    let mut size = root.keys().map(|key| key.len() + 4).sum::<usize>() + 2;
    let mut open: Vec<&Draft<'_>> = root.values().collect();
    while let Some(value) = open.pop() {
        size += match value {
            Draft::Null | Draft::Bool(_) => 5,
            Draft::Number(text) => text.len() + 1,
            Draft::String(text) => text.len() + 3,
            Draft::Array(items) => {
                open.extend(items);
                2
            }
            Draft::Object(members) => {
                open.extend(members.iter().map(|(_, member)| member));
                members.iter().map(|(key, _)| key.len() + 4).sum::<usize>() + 2
            }
            Draft::Reference(kind, name) => kind.prefix().len() + name.text().len() + 13,
            Draft::Source(node) => within::size(*node),
        };
    }
    size
}
