//! A configuration file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::members::{items, members, required};
use super::section::{self, Section};
use super::{ConnectorEntry, IgnoreEntry, Paths, Rules, connector, ignores};
use crate::document::{Document, NodeRef, ProblemKind, ReadOptions};
use crate::error::{Error, Misfit, Result};
use crate::text::SourceFile;

/// The members of a configuration that are in no override.
pub(super) const MEMBERS: [&str; 5] = ["$schema", "overrides", "ignore", "exclude", "connectors"];

/// What a configuration file says.
#[derive(Clone, Debug)]
pub struct Config {
    /// The file.
    pub path: PathBuf,
    /// The folder its patterns and paths are relative to: the one it lies in.
    pub folder: PathBuf,
    /// What holds for every file.
    pub root: Section,
    /// What holds for some files; later ones win.
    pub overrides: Vec<Override>,
    /// Findings that do not count.
    pub ignores: Vec<IgnoreEntry>,
    /// Files that are not looked at when a folder is.
    pub exclude: Paths,
    /// Connectors to build.
    pub connectors: Vec<ConnectorEntry>,
}

/// What holds for some files.
#[derive(Clone, Debug)]
pub struct Override {
    /// The files.
    pub paths: Paths,
    /// What holds for them.
    pub section: Section,
}

impl Config {
    /// Read a configuration file.
    pub fn read(path: &Path, rules: Rules<'_>) -> Result<Self> {
        Self::parse(SourceFile::read(path)?, path, rules)
    }

    /// Read the text of a configuration file. A mistake is an error with its place.
    pub fn parse(source: SourceFile, path: &Path, rules: Rules<'_>) -> Result<Self> {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = absolute.parent().map(Path::to_owned).unwrap_or_default();
        let mut config = Self {
            path: path.to_owned(),
            folder,
            root: Section::default(),
            overrides: Vec::new(),
            ignores: Vec::new(),
            exclude: Paths::default(),
            connectors: Vec::new(),
        };
        if !is_blank(source.text()) {
            let document = Document::parse(Arc::new(source), ReadOptions::default())?;
            refuse_duplicates(&document)?;
            config.take(document.root(), rules)?;
        }
        Ok(config)
    }

    fn take(&mut self, root: NodeRef<'_>, rules: Rules<'_>) -> Result<()> {
        let known: Vec<&str> = section::MEMBERS.into_iter().chain(MEMBERS).collect();
        for member in members(root, &known)? {
            match member.key() {
                "overrides" => {
                    let all = items(member)?.map(|item| read_override(item, rules));
                    self.overrides = all.collect::<Result<_>>()?;
                }
                "ignore" => self.ignores = ignores::read(member, rules)?,
                "exclude" => self.exclude = Paths::read(member)?,
                "connectors" => self.connectors = connector::read(member, &self.folder)?,
                _ => self.root.read(member, rules)?,
            }
        }
        Ok(())
    }

    /// A path as the patterns see it: relative to the configuration's folder.
    pub fn relative(&self, file: &Path) -> PathBuf {
        let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let below = absolute.strip_prefix(&self.folder).map(Path::to_owned);
        below.unwrap_or(absolute)
    }

    /// True when a file found in a folder is not to be looked at.
    pub fn excludes(&self, file: &Path) -> bool {
        self.exclude.matches(&self.relative(file))
    }
}

/// True for a text of empty lines and comments: nothing is decided yet.
fn is_blank(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#'))
}

fn read_override(node: NodeRef<'_>, rules: Rules<'_>) -> Result<Override> {
    let known: Vec<&str> = section::MEMBERS.into_iter().chain(["paths"]).collect();
    let mut section = Section::default();
    for member in members(node, &known)? {
        section.read(member, rules)?;
    }
    Ok(Override {
        paths: Paths::read(required(node, "paths")?)?,
        section,
    })
}

fn refuse_duplicates(document: &Document) -> Result<()> {
    let is_duplicate = |kind| kind == ProblemKind::DuplicateKey;
    let problem = document
        .problems()
        .iter()
        .find(|problem| is_duplicate(problem.kind));
    match problem {
        None => Ok(()),
        Some(problem) => Err(Error::Place(Box::new(Misfit {
            source: Arc::clone(document.source()),
            span: problem.span,
            message: problem.kind.message().into(),
            label: "a second time".into(),
            help: Some("leave one of them out".into()),
        }))),
    }
}
