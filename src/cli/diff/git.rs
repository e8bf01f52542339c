//! Documents of a git repository, by the git program itself. No shell is involved, and nothing of
//! a repository's configuration that runs programs: texts are read with `cat-file`.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::pair::{Pair, Subject, parsed};
use crate::connector::Folder;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::spec::detect;
use crate::text::SourceFile;

/// What is compared with what.
struct Revisions {
    old: String,
    /// `None` for the files as they lie in the working tree.
    new: Option<String>,
}

/// The documents that changed between revisions, below these paths.
pub(super) fn pairs(revisions: &str, paths: &[PathBuf]) -> Result<Vec<Pair>> {
    let revisions = Revisions::parse(revisions)?;
    let mut out = Vec::new();
    for paths in changed(&revisions, paths)? {
        out.extend(pair(&revisions, &paths)?);
    }
    Ok(out)
}

impl Revisions {
    fn parse(text: &str) -> Result<Self> {
        let (old, new) = match text.split_once("..") {
            Some((old, new)) => (old, Some(new)),
            None => (text, None),
        };
        let named = |one: &str| if one.is_empty() { "HEAD" } else { one }.to_owned();
        let (old, since_fork) = (named(old), new.is_some_and(|new| new.starts_with('.')));
        let new = new.map(|new| named(new.trim_start_matches('.')));
        let all = std::iter::once(&old).chain(&new);
        for revision in all {
            known(revision)?;
        }
        match new {
            Some(new) if since_fork => Ok(Self {
                old: fork(&old, &new)?,
                new: Some(new),
            }),
            new => Ok(Self { old, new }),
        }
    }
}

/// Where two lines of work parted: `A...B` shows what B made since then.
fn fork(old: &str, new: &str) -> Result<String> {
    let output = git(&["merge-base", old, new].map(OsString::from))?;
    let said = String::from_utf8_lossy(&output.stdout);
    match said.lines().next() {
        Some(base) if output.status.success() => Ok(base.to_owned()),
        _ => Err(Error::usage_with_help(
            format!("`{old}` and `{new}` have no commit in common"),
            "in a shallow clone, fetch more of the history: git fetch --unshallow",
        )),
    }
}

fn known(revision: &str) -> Result<()> {
    if revision.starts_with('-') {
        return Err(Error::usage(format!("`{revision}` is not a revision")));
    }
    let wanted = format!("{revision}^{{commit}}");
    let arguments = ["rev-parse", "--verify", "--quiet", &wanted];
    if git(&arguments.map(OsString::from))?.status.success() {
        return Ok(());
    }
    let inside = git(&["rev-parse", "--git-dir"].map(OsString::from))?;
    Err(if inside.status.success() {
        Error::usage_with_help(
            format!("git knows no revision `{revision}`"),
            "in a shallow clone, fetch it first: git fetch --depth=1 origin REVISION",
        )
    } else {
        Error::usage_with_help(
            "this folder is in no git repository",
            "run the command inside one, or compare two files",
        )
    })
}

fn git(arguments: &[OsString]) -> Result<Output> {
    let run = Command::new("git").args(arguments).output();
    run.map_err(|error| {
        Error::usage_with_help(
            format!("cannot run git: {error}"),
            "install git, or compare two files",
        )
    })
}

/// The path of a document at the old revision, and at the new one.
type Paths = (String, String);

/// Paths of documents that changed, relative to the folder the command runs in.
fn changed(revisions: &Revisions, paths: &[PathBuf]) -> Result<BTreeSet<Paths>> {
    let flags = [
        "diff",
        "--name-status",
        "-z",
        "--relative",
        "--find-renames",
        "--no-ext-diff",
    ];
    let mut arguments: Vec<OsString> = flags.map(OsString::from).to_vec();
    arguments.push(revisions.old.clone().into());
    arguments.extend(revisions.new.clone().map(OsString::from));
    arguments.push("--".into());
    arguments.extend(paths.iter().map(|path| path.clone().into_os_string()));
    let output = git(&arguments)?;
    if !output.status.success() {
        return Err(refused(&output));
    }
    let words = output.stdout.split(|byte| *byte == 0);
    let mut words = words.map(|word| std::str::from_utf8(word).unwrap_or_default());
    let mut files = Vec::new();
    while let (Some(status), Some(old)) = (words.next(), words.next()) {
        // a file that was renamed is named twice
        let new = if status.starts_with('R') {
            words.next().unwrap_or(old)
        } else {
            old
        };
        files.push((old, new));
    }
    Ok(documents(&files))
}

/// The documents among changed files, and those beside which a changed file stands.
fn documents(files: &[(&str, &str)]) -> BTreeSet<Paths> {
    let own = |(old, new): &(&str, &str)| is_document(old) || is_document(new);
    let named = files.iter().filter(|file| own(file));
    let mut out: BTreeSet<Paths> = named
        .map(|(old, new)| ((*old).to_owned(), (*new).to_owned()))
        .collect();
    let known: BTreeSet<String> = out
        .iter()
        .flat_map(|(old, new)| [old, new])
        .cloned()
        .collect();
    let beside = files.iter().flat_map(|(old, new)| [*old, *new]);
    let beside = beside
        .filter_map(beside_what)
        .filter(|path| !known.contains(path));
    out.extend(beside.map(|path| (path.clone(), path)));
    out
}

fn refused(output: &Output) -> Error {
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or("it did not say why");
    Error::usage(format!("git refused: {first}"))
}

/// The definition beside which a properties file stands.
fn beside_what(name: &str) -> Option<String> {
    let path = Path::new(name);
    let is_properties = path.file_name()?.eq_ignore_ascii_case(Folder::PROPERTIES);
    is_properties.then(|| slashed(&path.with_file_name(Folder::DEFINITION)))
}

/// True for a file that may be a document.
fn is_document(name: &str) -> bool {
    let extension = Path::new(name).extension().unwrap_or_default();
    let extension = extension.to_ascii_lowercase();
    let ours = ["json", "yaml", "yml"].iter().any(|one| extension == *one);
    ours && beside_what(name).is_none()
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Both states of a document; `None` when neither is an API document.
fn pair(revisions: &Revisions, (before, after): &Paths) -> Result<Option<Pair>> {
    let old = at(Some(&revisions.old), before)?;
    let new = at(revisions.new.as_deref(), after)?;
    Ok(match (old, new) {
        (Some(old), Some(new)) => Some(Pair { old, new }),
        (Some(old), None) => {
            let new = Subject::empty_like(&old)?;
            Some(Pair { old, new })
        }
        (None, Some(new)) => {
            let old = Subject::empty_like(&new)?;
            Some(Pair { old, new })
        }
        (None, None) => None,
    })
}

/// A document at a revision, or as it lies in the working tree.
fn at(revision: Option<&str>, path: &str) -> Result<Option<Subject>> {
    let Some(source) = text(revision, path)? else {
        return Ok(None);
    };
    let says_so = ["swagger", "openapi"]
        .iter()
        .any(|word| source.text().contains(word));
    let document = match parsed(source) {
        Ok(document) => document,
        // a template of something else need not be YAML
        Err(_) if !says_so => return Ok(None),
        Err(error) => return Err(error),
    };
    if !is_ours(&document) {
        return Ok(None);
    }
    let file = Path::new(path);
    let is_connector = file
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with("apiDefinition"));
    let beside = slashed(&file.with_file_name(Folder::PROPERTIES));
    let companion = if is_connector {
        text(revision, &beside)?.map(parsed).transpose()?
    } else {
        None
    };
    Ok(Some(Subject {
        document,
        companion,
    }))
}

fn is_ours(document: &Document) -> bool {
    let root = document.root();
    let named = root.get("swagger").is_some() || root.get("openapi").is_some();
    named && detect(document).is_ok()
}

/// A revision as people write it: a whole object name is cut.
fn short(revision: &str) -> &str {
    let is_object = revision.len() == 40 && revision.bytes().all(|b| b.is_ascii_hexdigit());
    if is_object { &revision[..12] } else { revision }
}

fn text(revision: Option<&str>, path: &str) -> Result<Option<SourceFile>> {
    let Some(revision) = revision else {
        let file = Path::new(path);
        return file.is_file().then(|| SourceFile::read(file)).transpose();
    };
    let object = format!("{revision}:./{path}");
    let output = git(&["cat-file", "blob", &object].map(OsString::from))?;
    if !output.status.success() {
        // not there at that revision
        return Ok(None);
    }
    let name = format!("{}:{path}", short(revision));
    SourceFile::from_bytes(Path::new(&name), output.stdout).map(Some)
}
