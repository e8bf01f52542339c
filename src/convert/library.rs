//! The input and the files it refers to.
//!
//! | reference | decision |
//! |---|---|
//! | `#/…` | read in the same file |
//! | `file.yaml#/…` | read when the file lies below the input's folder and is reached through no symbolic link out of it |
//! | `../file.yaml`, `/file.yaml` | never above the folder; reported |
//! | `https://…` | never fetched; reported |

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::document::{Document, NodeId, NodeRef, ReadOptions, Symbol};
use crate::error::Result;
use crate::text::SourceFile;

/// Most files read beside the input.
const MAX_FILES: usize = 1_000;
/// Most bytes read beside the input.
const MAX_TOTAL: usize = 256 << 20;

/// The input and the files it refers to.
pub(super) struct Library<'d> {
    input: &'d Document,
    others: Vec<(PathBuf, Document)>,
    /// (document, file part of the reference) → document.
    links: FxHashMap<(usize, String), usize>,
    /// Names of schemas that are not pointers: `$anchor`, `$dynamicAnchor`, `$id`.
    anchors: FxHashMap<(usize, String), NodeId>,
    /// Components by document, kind and name: a search among thousands of them is slow.
    components: FxHashMap<(usize, Symbol, Symbol), NodeId>,
}

impl<'d> Library<'d> {
    /// Read every file the input refers to, directly or through another one.
    pub(super) fn load(input: &'d Document) -> Result<Self> {
        let mut library = Self {
            input,
            others: Vec::new(),
            links: FxHashMap::default(),
            anchors: FxHashMap::default(),
            components: FxHashMap::default(),
        };
        if let Some(folder) = Folder::of(input) {
            library.follow(&folder)?;
        }
        for index in 0..=library.others.len() {
            library.note_anchors(index);
            library.note_components(index);
        }
        Ok(library)
    }

    /// The document with an index; the input is 0.
    pub(super) fn document(&self, index: usize) -> &Document {
        match index.checked_sub(1) {
            None => self.input,
            Some(other) => &self.others[other].1,
        }
    }

    /// How many documents there are.
    pub(super) fn count(&self) -> usize {
        self.others.len() + 1
    }

    /// The index of the document a node belongs to.
    pub(super) fn index_of(&self, node: NodeRef<'_>) -> usize {
        let document = node.document();
        if std::ptr::eq(document, self.input) {
            return 0;
        }
        let other = self.others.iter();
        other
            .map(|(_, d)| d)
            .position(|d| std::ptr::eq(d, document))
            .map_or(0, |at| at + 1)
    }

    /// The document a file part names, seen from another document.
    pub(super) fn link(&self, from: usize, file: &str) -> Option<usize> {
        if file.is_empty() {
            return Some(from);
        }
        self.links.get(&(from, file.to_owned())).copied()
    }

    /// The schema with an anchor or id.
    pub(super) fn anchor(&self, document: usize, name: &str) -> Option<NodeId> {
        self.anchors.get(&(document, name.to_owned())).copied()
    }

    /// The file name of a document without its ending, for names made from it.
    pub(super) fn stem(&self, index: usize) -> String {
        let name = self.document(index).source().name();
        let stem = Path::new(name).file_stem();
        stem.map_or_else(|| "input".into(), |s| s.to_string_lossy().into_owned())
    }

    fn follow(&mut self, folder: &Folder) -> Result<()> {
        let mut at = 0;
        let mut total = 0;
        while at <= self.others.len() {
            for file in file_parts(self.document(at)) {
                let from = match at {
                    0 => folder.input.clone(),
                    _ => self.others[at - 1].0.clone(),
                };
                let Some(path) = folder.locate(&from, &file) else {
                    continue;
                };
                let index = self.open(folder, path, &mut total)?;
                if let Some(index) = index {
                    self.links.insert((at, file), index);
                }
            }
            at += 1;
        }
        Ok(())
    }

    /// The document at a path, read when it was not; `None` when the bounds are reached.
    fn open(&mut self, folder: &Folder, path: PathBuf, total: &mut usize) -> Result<Option<usize>> {
        if path == folder.input {
            return Ok(Some(0));
        }
        if let Some(at) = self.others.iter().position(|(known, _)| *known == path) {
            return Ok(Some(at + 1));
        }
        if self.others.len() >= MAX_FILES || *total >= MAX_TOTAL {
            return Ok(None);
        }
        let source = SourceFile::read(&path)?;
        *total += source.text().len();
        let shown = folder.shown(&path);
        let source = Arc::new(SourceFile::new(shown, source.text().to_owned()));
        let document = Document::parse(source, ReadOptions::default())?;
        self.others.push((path, document));
        Ok(Some(self.others.len()))
    }

    fn note_components(&mut self, index: usize) {
        let components = self.document(index).root().get("components");
        let kinds = components.into_iter().flat_map(NodeRef::entries);
        let mut found = Vec::new();
        for kind in kinds {
            for part in kind.entries() {
                found.push(((index, kind.key_symbol(), part.key_symbol()), part.id()));
            }
        }
        // of duplicates the last one counts
        self.components.extend(found);
    }

    /// The component a pointer names, when it is the pointer of one.
    pub(super) fn component(&self, index: usize, pointer: &str) -> Option<NodeRef<'_>> {
        let (kind, name) = pointer.strip_prefix("/components/")?.split_once('/')?;
        if name.contains(['/', '~']) {
            return None;
        }
        let document = self.document(index);
        let symbols = document.symbols();
        let key = (index, symbols.lookup(kind)?, symbols.lookup(name)?);
        self.components.get(&key).map(|id| document.at(*id))
    }

    fn note_anchors(&mut self, index: usize) {
        let mut found = Vec::new();
        let document = self.document(index);
        for key in ["$anchor", "$dynamicAnchor", "$id"] {
            let Some(symbol) = document.symbols().lookup(key) else {
                continue;
            };
            for (at, node) in document.nodes().iter().enumerate() {
                if node.key == symbol
                    && let Some(name) = document.at(NodeId(at as u32)).as_str()
                {
                    found.push((name.into_owned(), node.parent));
                }
            }
        }
        for (name, node) in found {
            self.anchors.entry((index, name)).or_insert(node);
        }
    }
}

/// The file parts of every reference in a document, each once.
fn file_parts(document: &Document) -> Vec<String> {
    let Some(symbol) = document.symbols().lookup("$ref") else {
        return Vec::new();
    };
    let mut parts: Vec<String> = Vec::new();
    for (at, node) in document.nodes().iter().enumerate() {
        if node.key != symbol {
            continue;
        }
        let Some(text) = document.at(NodeId(at as u32)).as_str() else {
            continue;
        };
        let file = text.split('#').next().unwrap_or_default();
        if !file.is_empty() && !parts.iter().any(|known| known == file) {
            parts.push(file.to_owned());
        }
    }
    parts
}

/// The folder nothing is read outside of.
struct Folder {
    root: PathBuf,
    input: PathBuf,
    shown: PathBuf,
}

impl Folder {
    /// The folder of the input; `None` when the input is no file.
    fn of(input: &Document) -> Option<Self> {
        let name = Path::new(input.source().name());
        let path = name.canonicalize().ok().filter(|path| path.is_file())?;
        Some(Self {
            root: path.parent()?.to_owned(),
            input: path,
            shown: name.parent()?.to_owned(),
        })
    }

    /// The file a reference names, when it may be read. Links are resolved before the comparison.
    fn locate(&self, from: &Path, file: &str) -> Option<PathBuf> {
        if file.contains("://") || Path::new(file).is_absolute() {
            return None;
        }
        let decoded = super::reference::percent_decode(file);
        let path = from.parent()?.join(&*decoded).canonicalize().ok()?;
        (path.starts_with(&self.root) && path.is_file()).then_some(path)
    }

    /// The name a file is reported under: as the input's folder was written.
    fn shown(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.root).unwrap_or(path);
        self.shown.join(below).display().to_string()
    }
}
