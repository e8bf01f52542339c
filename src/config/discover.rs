//! Finding the configuration of a file: upwards from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Config, Rules};
use crate::error::{Error, Result};

/// The names a configuration file may have.
pub const FILE_NAMES: [&str; 2] = ["oneauth.yaml", "oneauth.json"];

/// The configurations of a run, each read once.
#[derive(Debug)]
pub struct Configs<'r> {
    rules: Rules<'r>,
    source: Source,
    by_folder: FxHashMap<PathBuf, Option<Arc<Config>>>,
}

#[derive(Debug)]
enum Source {
    Discovered,
    Given(Option<Arc<Config>>),
}

impl<'r> Configs<'r> {
    /// Each file has the nearest configuration above it.
    pub fn discovered(rules: Rules<'r>) -> Self {
        Self {
            rules,
            source: Source::Discovered,
            by_folder: FxHashMap::default(),
        }
    }

    /// Every file has this configuration, or none.
    pub fn given(path: Option<&Path>, rules: Rules<'r>) -> Result<Self> {
        let config = path.map(|path| Config::read(path, rules)).transpose()?;
        Ok(Self {
            source: Source::Given(config.map(Arc::new)),
            ..Self::discovered(rules)
        })
    }

    /// The configuration of a file; of standard input: that of the working folder.
    pub fn of(&mut self, file: &Path) -> Result<Option<Arc<Config>>> {
        if let Source::Given(config) = &self.source {
            return Ok(config.clone());
        }
        let absolute = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
        let folder = absolute.parent().map(Path::to_owned).unwrap_or_default();
        self.of_folder(&folder)
    }

    /// The configuration of the files in a folder.
    pub fn of_folder(&mut self, folder: &Path) -> Result<Option<Arc<Config>>> {
        let mut passed = Vec::new();
        let mut found = None;
        for folder in folder.ancestors() {
            if let Some(known) = self.by_folder.get(folder) {
                found.clone_from(known);
                break;
            }
            passed.push(folder.to_owned());
            if let Some(path) = in_folder(folder)? {
                found = Some(Arc::new(Config::read(&named(&path), self.rules)?));
                break;
            }
            if folder.join(".git").exists() {
                break;
            }
        }
        for folder in passed {
            self.by_folder.insert(folder, found.clone());
        }
        Ok(found)
    }

    /// Every configuration met so far, in the order of their paths.
    pub fn met(&self) -> Vec<Arc<Config>> {
        let given = match &self.source {
            Source::Given(config) => config.clone(),
            Source::Discovered => None,
        };
        let mut all: Vec<Arc<Config>> = self.by_folder.values().flatten().cloned().collect();
        all.extend(given);
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all.dedup_by(|a, b| Arc::ptr_eq(a, b));
        all
    }
}

fn in_folder(folder: &Path) -> Result<Option<PathBuf>> {
    let paths = FILE_NAMES.map(|name| folder.join(name));
    match paths.each_ref().map(|path| path.is_file()) {
        [false, false] => Ok(None),
        [true, true] => Err(Error::usage_with_help(
            format!("there are two configurations in {}", folder.display()),
            "keep one of `oneauth.yaml` and `oneauth.json`",
        )),
        [first, _] => Ok(Some(paths[usize::from(!first)].clone())),
    }
}

/// The path as a person in the working folder would write it.
fn named(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let below = path.strip_prefix(here).map(Path::to_owned);
    below.unwrap_or_else(|_| path.to_owned())
}
