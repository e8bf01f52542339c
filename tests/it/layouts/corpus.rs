//! Every real document at hand, and its YAML twin.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use oneauth::document::{Document, NodeRef, ReadOptions, Value};
use oneauth::edit::{Change, Position, Rewrite, Thoroughness, to_yaml, unified};
use oneauth::text::SourceFile;
use rayon::prelude::*;

use crate::support::corpus;
use crate::support::oracle::patched;

const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch"];

fn basic(kind: Value) -> Value {
    Value::object([("basicAuth", kind)])
}

/// What a rewrite to one scheme does, and some more.
fn plan(document: &Document) -> Vec<Change> {
    let root = document.root();
    let mut changes = Vec::new();
    let put = |parent: NodeRef<'_>, key: &str, value: Value| match parent.get(key) {
        Some(node) => Change::Replace {
            node: node.id(),
            value,
        },
        None => Change::InsertEntry {
            object: parent.id(),
            position: Position::Last,
            key: key.to_owned(),
            value,
        },
    };
    let swagger = root.get("swagger").is_some();
    if swagger {
        let scheme = basic(Value::object([("type", "basic".into())]));
        changes.push(put(root, "securityDefinitions", scheme));
    } else {
        let members = [("type", Value::from("http")), ("scheme", "basic".into())];
        let scheme = basic(Value::object(members));
        match root.get("components") {
            Some(components) => changes.push(put(components, "securitySchemes", scheme)),
            None => {
                let components = Value::object([("securitySchemes", scheme)]);
                changes.push(put(root, "components", components));
            }
        }
    }
    changes.push(put(
        root,
        "security",
        Value::array([basic(Value::array([]))]),
    ));
    let renamed = if swagger { "host" } else { "tags" };
    if let Some(entry) = root.get(renamed) {
        let key = format!("x-{renamed}");
        changes.push(Change::RenameKey {
            entry: entry.id(),
            key,
        });
    }
    let paths = root.get("paths");
    let items = paths.iter().flat_map(|paths| paths.entries());
    let operations = items.flat_map(NodeRef::entries);
    let operations = operations.filter(|op| METHODS.contains(&op.key()) && op.is_object());
    for (at, operation) in operations.enumerate() {
        if let Some(security) = operation.get("security") {
            changes.push(Change::RemoveEntry {
                entry: security.id(),
            });
        }
        let position = if at % 2 == 0 {
            Position::First
        } else {
            Position::Last
        };
        changes.push(Change::InsertEntry {
            object: operation.id(),
            position,
            key: "x-oneauth".to_owned(),
            value: "yes".into(),
        });
    }
    changes
}

#[derive(Default)]
struct Counts {
    verified: AtomicUsize,
    unread: AtomicUsize,
    refused: AtomicUsize,
    bytes: AtomicUsize,
    edits: AtomicUsize,
    lowering: AtomicUsize,
    verifying: AtomicUsize,
}

fn add(counter: &AtomicUsize, time: Duration) {
    counter.fetch_add(time.as_micros() as usize, Relaxed);
}

impl Counts {
    fn check(&self, document: &Document) {
        let name = document.source().name();
        let changes = plan(document);
        let start = Instant::now();
        let rewrite = match Rewrite::new(document, &changes) {
            Ok(rewrite) => rewrite,
            Err(e) => {
                eprintln!("refused: {name}: {e}");
                self.refused.fetch_add(1, Relaxed);
                return;
            }
        };
        add(&self.lowering, start.elapsed());
        let diff = unified(document, &rewrite.edits, "x", 3);
        assert!(
            patched(document.text(), &diff) == rewrite.text,
            "{name}: the diff"
        );
        self.edits.fetch_add(rewrite.edits.len(), Relaxed);
        self.bytes.fetch_add(document.text().len(), Relaxed);
        let start = Instant::now();
        let usual = rewrite.clone().verify(Thoroughness::Usual, |_| Ok(()));
        add(&self.verifying, start.elapsed());
        usual.unwrap_or_else(|e| panic!("{name}: {e}"));
        let full = rewrite.verify(Thoroughness::Full, |_| Ok(()));
        full.unwrap_or_else(|e| panic!("{name}: {e}"));
        self.verified.fetch_add(1, Relaxed);
    }

    fn show(&self, what: &str) {
        let get = |counter: &AtomicUsize| counter.load(Relaxed);
        let rate = |counter: &AtomicUsize| get(&self.bytes) / get(counter).max(1);
        eprintln!(
            "{what}: {} verified, {} refused, {} not read; {} MB, {} edits; lower and apply {} MB/s, verify {} MB/s",
            get(&self.verified),
            get(&self.refused),
            get(&self.unread),
            get(&self.bytes) / 1_000_000,
            get(&self.edits),
            rate(&self.lowering),
            rate(&self.verifying),
        );
    }
}

fn read(path: &Path) -> Option<Document> {
    let source = SourceFile::read(path).ok()?;
    Document::parse(Arc::new(source), ReadOptions::default()).ok()
}

#[test]
fn every_real_document_and_its_yaml_twin() {
    let Some(folder) = corpus::folder() else {
        return;
    };
    let mut files = corpus::files_named(&folder.join("corpus"), &["apiDefinition.swagger.json"]);
    files.extend(corpus::files_named(
        &folder.join("specs"),
        &[".json", ".yaml", ".yml"],
    ));
    let (own, twins) = (Counts::default(), Counts::default());
    files.par_iter().for_each(|path| {
        let Some(document) = read(path).filter(|d| d.root().is_object()) else {
            eprintln!("not read: {}", path.display());
            own.unread.fetch_add(1, Relaxed);
            return;
        };
        own.check(&document);
        // the largest documents would take minutes without optimisation
        if cfg!(debug_assertions) && document.text().len() > 1 << 20 {
            return;
        }
        let Ok(value) = document.value() else { return };
        let name = format!("{}.twin.yaml", path.display());
        let twin = Document::of_text(&name, to_yaml(&value)).unwrap_or_else(|e| panic!("{e}"));
        assert!(twin.value().as_ref() == Ok(&value), "{name}: another value");
        twins.check(&twin);
    });
    own.show("as they are");
    twins.show("as YAML");
    let unread = own.unread.load(Relaxed);
    assert_eq!(own.verified.load(Relaxed) + unread, files.len());
    assert!(
        unread * 20 < files.len(),
        "{unread} documents were not read"
    );
}
