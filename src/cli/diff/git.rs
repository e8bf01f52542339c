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
    for path in changed(&revisions, paths)? {
        out.extend(pair(&revisions, &path)?);
    }
    Ok(out)
}

impl Revisions {
    fn parse(text: &str) -> Result<Self> {
        let (old, new) = match text.split_once("..") {
            Some((old, new)) => (old, Some(new.trim_start_matches('.'))),
            None => (text, None),
        };
        let named = |one: &str| if one.is_empty() { "HEAD" } else { one }.to_owned();
        let revisions = Self {
            old: named(old),
            new: new.map(named),
        };
        let all = std::iter::once(&revisions.old).chain(&revisions.new);
        for revision in all {
            known(revision)?;
        }
        Ok(revisions)
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

/// Paths of documents that changed, relative to the folder the command runs in.
fn changed(revisions: &Revisions, paths: &[PathBuf]) -> Result<BTreeSet<String>> {
    let flags = [
        "diff",
        "--name-only",
        "-z",
        "--relative",
        "--no-renames",
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
    let names = output.stdout.split(|byte| *byte == 0);
    let names = names.filter_map(|name| std::str::from_utf8(name).ok());
    Ok(names
        .filter(|name| !name.is_empty())
        .filter_map(document_of)
        .collect())
}

fn refused(output: &Output) -> Error {
    let said = String::from_utf8_lossy(&output.stderr);
    let first = said.lines().next().unwrap_or("it did not say why");
    Error::usage(format!("git refused: {first}"))
}

/// The document that a changed file belongs to; `None` for a file that is none of ours.
fn document_of(name: &str) -> Option<String> {
    let path = Path::new(name);
    if path.file_name()?.eq_ignore_ascii_case(Folder::PROPERTIES) {
        let definition = path.with_file_name(Folder::DEFINITION);
        return Some(slashed(&definition));
    }
    let extension = path.extension()?.to_ascii_lowercase();
    let ours = ["json", "yaml", "yml"].iter().any(|one| extension == *one);
    ours.then(|| name.to_owned())
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// Both states of a document; `None` when neither is an API document.
fn pair(revisions: &Revisions, path: &str) -> Result<Option<Pair>> {
    let old = at(Some(&revisions.old), path)?;
    let new = at(revisions.new.as_deref(), path)?;
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
    let document = parsed(source)?;
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
