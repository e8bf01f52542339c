//! Which files a command works on.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rustc_hash::FxHashSet;

use super::one_file;
use crate::connector::Folder;
use crate::error::{Error, Result};

/// How much of a file is read to see whether it is an API document.
const HEAD: u64 = 64 << 10;

/// A list of paths in a file, or on standard input when that is `-`.
#[derive(Clone, Copy)]
pub(super) struct List<'a> {
    /// Where the list is.
    pub(super) path: &'a Path,
    /// A NUL byte ends each path, not a line.
    pub(super) null: bool,
}

/// The files to work on with what lies beside each, in a fixed order: as given, folders in the
/// order of names, none twice.
pub(super) fn files(paths: &[PathBuf], from: Option<List<'_>>) -> Result<Vec<Item>> {
    let listed = match from {
        Some(list) => read_list(list)?,
        None => paths.to_vec(),
    };
    let mut out: Vec<Item> = Vec::new();
    for path in &listed {
        if path != Path::new("-") && path.is_dir() {
            below(path, &mut out);
        } else {
            let path = Folder::definition_beside(path).unwrap_or_else(|| path.clone());
            out.push(Item::of(path));
        }
    }
    // a walk of one folder follows no links and meets nothing twice
    if listed.len() > 1 {
        let mut seen = FxHashSet::default();
        out.retain(|item| seen.insert(place(&item.path)));
    }
    Ok(out)
}

/// One name for all the ways to name a file: it is checked, and mended, once.
fn place(path: &Path) -> PathBuf {
    if path == Path::new("-") {
        return path.to_owned();
    }
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn read_list(from: List<'_>) -> Result<Vec<PathBuf>> {
    let list = from.path;
    let failed = |e: std::io::Error| Error::Read {
        path: list.to_owned(),
        reason: e.to_string(),
        help: None,
    };
    let mut text = String::new();
    if list == Path::new("-") {
        std::io::stdin()
            .lock()
            .read_to_string(&mut text)
            .map_err(failed)?;
    } else {
        text = std::fs::read_to_string(list).map_err(failed)?;
    }
    let paths: Vec<&str> = if from.null {
        text.split('\0').collect()
    } else {
        text.lines().map(str::trim_end).collect()
    };
    let named = paths.into_iter().filter(|path| !path.is_empty());
    Ok(named.map(PathBuf::from).collect())
}

/// What a walk meets.
#[derive(Default)]
struct Met {
    documents: Vec<PathBuf>,
    /// Folders that hold a connector's properties under their usual name.
    with_properties: FxHashSet<PathBuf>,
}

/// The API documents below a folder; what git ignores is left out. Many folders are looked into at
/// once, and the files come in the order of their names whoever met them first.
fn below(folder: &Path, out: &mut Vec<Item>) {
    let met = Mutex::new(Met::default());
    let walk = ignore::WalkBuilder::new(folder)
        .hidden(true)
        .build_parallel();
    walk.run(|| {
        Box::new(|entry| {
            if let Ok(entry) = entry {
                meet(entry, &met);
            }
            ignore::WalkState::Continue
        })
    });
    let mut met = met.into_inner().expect("no visitor panicked");
    met.documents.sort_unstable();
    out.extend(met.documents.into_iter().map(|path| {
        let beside = path.with_file_name(Folder::PROPERTIES);
        let known = beside
            .parent()
            .is_some_and(|folder| met.with_properties.contains(folder));
        if known {
            Item {
                path,
                companion: Some(beside),
            }
        } else {
            Item::of(path)
        }
    }));
}

/// Note an API document, and where properties lie beside one.
fn meet(entry: ignore::DirEntry, met: &Mutex<Met>) {
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    if !is_file {
        return;
    }
    let is_properties = entry.file_name() == Folder::PROPERTIES;
    if !is_properties && !is_document(entry.path()) {
        return;
    }
    let path = entry.into_path();
    let path = path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
    let mut met = met.lock().expect("no visitor panicked");
    if is_properties {
        let folder = path.parent().map(Path::to_owned);
        met.with_properties.extend(folder);
    } else {
        met.documents.push(path);
    }
}

/// True for a connector's definition, and for a JSON or YAML file whose head has a root `swagger`
/// or `openapi` member.
fn is_document(path: &Path) -> bool {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    if Folder::is_definition(name) {
        return true;
    }
    let extension = path
        .extension()
        .and_then(|text| text.to_str())
        .unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "json" => head(path).is_some_and(|head| json_root_says_so(&head)),
        "yaml" | "yml" => head(path).is_some_and(|head| yaml_root_says_so(&head)),
        _ => false,
    }
}

fn head(path: &Path) -> Option<Vec<u8>> {
    let file = std::fs::File::open(path).ok()?;
    let mut bytes = Vec::with_capacity(HEAD as usize);
    file.take(HEAD).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// True when a member of the outermost object is called `swagger` or `openapi`.
fn json_root_says_so(head: &[u8]) -> bool {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < head.len() {
        match head[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let end = string_end(head, at + 1);
                let inside = head.get(at + 1..end).unwrap_or_default();
                let is_key = depth == 1 && matches!(inside, b"swagger" | b"openapi");
                if is_key && next_is_colon(head, end + 1) {
                    return true;
                }
                at = end;
            }
            _ => {}
        }
        at += 1;
    }
    false
}

fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

fn next_is_colon(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

/// True when a line starts with the key `swagger` or `openapi`, or the text is JSON that has it.
fn yaml_root_says_so(head: &[u8]) -> bool {
    let starts = |line: &[u8]| {
        let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
        let keys: [&[u8]; 6] = [
            b"swagger:",
            b"openapi:",
            b"\"swagger\"",
            b"\"openapi\"",
            b"'swagger'",
            b"'openapi'",
        ];
        keys.iter().any(|key| line.starts_with(key))
    };
    head.split(|byte| *byte == b'\n').any(starts) || json_root_says_so(head)
}

/// A file with what lies beside it.
pub(super) struct Item {
    /// The document.
    pub(super) path: PathBuf,
    /// The connector's `apiProperties.json`.
    pub(super) companion: Option<PathBuf>,
}

impl Item {
    /// A file, with what is found beside it.
    fn of(path: PathBuf) -> Self {
        let companion = one_file::companion_of(&path);
        Self { path, companion }
    }
}
