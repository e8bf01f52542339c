//! Patterns over paths, read as `.gitignore` reads them.

use std::path::Path;

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

use super::members::{items, words, wrong};
use crate::document::NodeRef;
use crate::error::Result;

/// A list of patterns. One without a slash is looked for at any depth; one that names a folder
/// names all that is in it; `*` stays within a folder, `**` does not.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    globs: GlobSet,
    texts: Vec<String>,
}

impl Paths {
    /// Read a list of patterns.
    pub(super) fn read(node: NodeRef<'_>) -> Result<Self> {
        let mut builder = GlobSetBuilder::new();
        let mut texts = Vec::new();
        for item in items(node)? {
            let text = words(item)?;
            for glob in globs(&text).map_err(|reason| wrong(item, reason, None))? {
                builder.add(glob);
            }
            texts.push(text);
        }
        let refuse = |error: globset::Error| wrong(node, error.to_string(), None);
        let globs = builder.build().map_err(refuse)?;
        Ok(Self { globs, texts })
    }

    /// True when a path, relative to the folder of the configuration, is meant.
    pub fn matches(&self, path: &Path) -> bool {
        self.globs.is_match(path)
    }

    /// The patterns as they are written.
    pub fn texts(&self) -> &[String] {
        &self.texts
    }
}

/// The pattern itself and the one for all below it.
fn globs(text: &str) -> Result<[Glob; 2], String> {
    if text.starts_with('!') {
        return Err("a pattern cannot be taken back with `!` here".into());
    }
    let body = text.trim_end_matches('/');
    let rooted = body.trim_start_matches("./");
    let body = match rooted.strip_prefix('/') {
        Some(below) => below.to_owned(),
        None if rooted.contains('/') => rooted.to_owned(),
        None => format!("**/{rooted}"),
    };
    Ok([glob(&body)?, glob(&format!("{body}/**"))?])
}

fn glob(text: &str) -> Result<Glob, String> {
    let mut builder = GlobBuilder::new(text);
    builder.literal_separator(true).backslash_escape(true);
    builder
        .build()
        .map_err(|error| format!("this is not a pattern: {}", error.kind()))
}
