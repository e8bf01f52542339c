//! Findings that were there before: a project adopts the checks without mending everything first.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use super::{Finding, Fingerprint, Suppression, SuppressionKind};
use crate::document::{Document, NodeRef, ReadOptions};
use crate::error::{Error, Misfit, Result};
use crate::text::SourceFile;

/// The version of the file's shape.
pub const SCHEMA_VERSION: u32 = 1;

/// The findings known from before, per file.
#[derive(Debug, Default)]
pub struct Baseline {
    /// The folder the paths in it are relative to: the one it lies in.
    folder: PathBuf,
    known: BTreeMap<Key, Entry>,
}

type Key = (String, Fingerprint);

#[derive(Clone, Debug)]
struct Entry {
    rule: String,
    pointer: String,
    count: u32,
}

impl Baseline {
    /// An empty baseline that will be written to `path`.
    pub fn new(path: &Path) -> Self {
        Self {
            folder: folder_of(path),
            known: BTreeMap::new(),
        }
    }

    /// Read a baseline file. A mistake in it is an error with its place.
    pub fn read(path: &Path) -> Result<Self> {
        let source = Arc::new(SourceFile::read(path)?);
        let document = Document::parse(source, ReadOptions::default())?;
        let mut baseline = Self::new(path);
        let root = document.root();
        expect_version(root)?;
        for file in required(root, "files")?.items() {
            let name = text(file, "path")?;
            for node in required(file, "findings")?.items() {
                let (fingerprint, entry) = read_entry(node)?;
                baseline.known.insert((name.clone(), fingerprint), entry);
            }
        }
        Ok(baseline)
    }

    /// Remember the findings of a file that count now, or that a baseline knew.
    pub fn add(&mut self, file: &str, findings: &[Finding]) {
        let path = self.key_of(file);
        let counts = |f: &&Finding| match &f.suppression {
            Some(suppression) => suppression.kind == SuppressionKind::Baseline,
            None => true,
        };
        for finding in findings.iter().filter(counts) {
            let entry = Entry {
                rule: finding.rule.to_owned(),
                pointer: finding.primary.pointer.to_string(),
                count: 0,
            };
            let key = (path.clone(), finding.fingerprint());
            self.known.entry(key).or_insert(entry).count += 1;
        }
    }

    /// Mark the findings of a file that are known, each as often as it is known. Gives back how
    /// many known ones of the file are gone.
    pub fn apply(&self, file: &str, findings: &mut [Finding]) -> usize {
        let path = self.key_of(file);
        let mut left: BTreeMap<Fingerprint, u32> = self
            .known
            .iter()
            .filter(|((name, _), _)| *name == path)
            .map(|((_, fingerprint), entry)| (*fingerprint, entry.count))
            .collect();
        for finding in findings.iter_mut().filter(|finding| finding.is_active()) {
            if let Some(count) = left.get_mut(&finding.fingerprint()).filter(|n| **n > 0) {
                *count -= 1;
                finding.suppression = Some(Suppression {
                    kind: SuppressionKind::Baseline,
                    reason: "known in the baseline".into(),
                    place: None,
                });
            }
        }
        left.values().map(|count| *count as usize).sum()
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.known.values().map(|entry| entry.count as usize).sum()
    }

    /// True when none is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// The file's text; the same findings give the same bytes.
    pub fn to_json(&self) -> String {
        let mut files: Vec<FileWire<'_>> = Vec::new();
        for ((path, fingerprint), entry) in &self.known {
            if files.last().is_none_or(|file| file.path != path) {
                let findings = Vec::new();
                files.push(FileWire { path, findings });
            }
            let known = KnownWire {
                rule: &entry.rule,
                pointer: &entry.pointer,
                fingerprint: fingerprint.to_string(),
                count: entry.count,
            };
            if let Some(file) = files.last_mut() {
                file.findings.push(known);
            }
        }
        for file in &mut files {
            file.findings
                .sort_by_key(|known| (known.pointer, known.rule));
        }
        let wire = Wire {
            schema_version: SCHEMA_VERSION,
            files,
        };
        let mut text = serde_json::to_string_pretty(&wire).expect("plain texts and numbers");
        text.push('\n');
        text
    }

    /// A file's path relative to the baseline's folder where it lies below, `/` between its parts.
    fn key_of(&self, file: &str) -> String {
        let absolute = std::path::absolute(file).unwrap_or_else(|_| file.into());
        let path = absolute.strip_prefix(&self.folder).unwrap_or(&absolute);
        let parts = path.iter().map(|part| part.to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }
}

#[derive(Serialize)]
struct Wire<'b> {
    schema_version: u32,
    files: Vec<FileWire<'b>>,
}

#[derive(Serialize)]
struct FileWire<'b> {
    path: &'b str,
    findings: Vec<KnownWire<'b>>,
}

#[derive(Serialize)]
struct KnownWire<'b> {
    rule: &'b str,
    pointer: &'b str,
    fingerprint: String,
    count: u32,
}

fn folder_of(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    absolute.parent().map(Path::to_owned).unwrap_or_default()
}

fn expect_version(root: NodeRef<'_>) -> Result<()> {
    let version = required(root, "schema_version")?;
    if version.text() == SCHEMA_VERSION.to_string() {
        return Ok(());
    }
    let message = format!("this baseline is not of version {SCHEMA_VERSION}");
    Err(misfit(version, message))
}

fn read_entry(node: NodeRef<'_>) -> Result<(Fingerprint, Entry)> {
    let fingerprint = required(node, "fingerprint")?;
    let count = required(node, "count")?;
    let bad = || misfit(fingerprint, "this is not a fingerprint".into());
    let parsed = Fingerprint::parse(&fingerprint.text()).ok_or_else(bad)?;
    let number = count.text().parse();
    let entry = Entry {
        rule: text(node, "rule")?,
        pointer: text(node, "pointer")?,
        count: number.map_err(|_| misfit(count, "this is not a count".into()))?,
    };
    Ok((parsed, entry))
}

fn required<'d>(node: NodeRef<'d>, key: &str) -> Result<NodeRef<'d>> {
    node.get(key)
        .ok_or_else(|| misfit(node, format!("the baseline lacks `{key}` here")))
}

fn text(node: NodeRef<'_>, key: &str) -> Result<String> {
    let value = required(node, key)?;
    let text = value.as_str().map(std::borrow::Cow::into_owned);
    text.ok_or_else(|| misfit(value, format!("`{key}` is not a string")))
}

fn misfit(node: NodeRef<'_>, message: String) -> Error {
    Error::Place(Box::new(Misfit {
        source: Arc::clone(node.document().source()),
        span: node.span(),
        message,
        label: "here".into(),
        help: Some("write it again with `--write-baseline`".into()),
    }))
}
